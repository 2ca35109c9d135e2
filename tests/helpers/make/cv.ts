import { createInlineRenderer } from '../../../src/markdown/render/inline-renderer.ts';
import { type Cv, toCvTextName, toCv, toRawCvTexts } from '../../../src/model/cv/cv.ts';
import { toTalkEntries } from '../../../src/model/talk/cv-talks.ts';
import { toTalkDeliveries } from '../../../src/model/talk/talk-deliveries.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { cvSchema } from '../../../src/schema/cv.ts';

const inline = createInlineRenderer('/');

/** Creates a CV from the keys of an author, with rendered texts. */
export function makeCv(
  keys: Record<string, unknown>,
  talks: readonly Talk[] = [],
  { language = 'en-GB', base = '/' } = {},
): Cv {
  const raw = cvSchema.parse(keys);
  const texts = toRawCvTexts(raw).map(({ path, value, kind }) => {
    const { findings: _, ...text } = inline(value, { kind, math: true });
    return [toCvTextName(path), text] as const;
  });
  const site = { language, addresses: createAddresses(base) };
  const talkEntries = toTalkEntries(raw.talks, toTalkDeliveries(talks), language);
  return toCv(raw, Object.fromEntries(texts), talkEntries, site);
}

/** Returns the lines of a CV as plain text by section. */
export function formatCvLines({ sections }: Cv): Record<string, string[]> {
  return Object.fromEntries(
    sections.map(({ title, entries }) => [
      title,
      entries.map(({ when, name, what, where, kind }) => {
        const text = [what.text, ...where.map(({ text }) => text)].join(', ');
        return [when ?? name?.text, text, kind].filter((part) => part !== undefined).join(' | ');
      }),
    ]),
  );
}
