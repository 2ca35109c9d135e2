import { createInlineRenderer } from '../../../src/markdown/render/inline-renderer.ts';
import type { InlineKind } from '../../../src/markdown/render/plain-line.ts';
import type { Delivery } from '../../../src/model/talk/delivery.ts';
import type { SiteFile } from '../../../src/model/page/link.ts';
import type { PageSite } from '../../../src/model/page/page.ts';
import { toTalk, type Talk, type TalkSource, toTalkTexts } from '../../../src/model/talk/talk.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { talkSchema, type TalkFrontMatter } from '../../../src/schema/talk.ts';

/** The site of the talks in model tests. */
export const site: PageSite = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc',
  addresses: createAddresses('/'),
};

const inline = createInlineRenderer('/');

/** Returns parsed front matter, with a default title and date. */
export function makeFrontMatter(data: Record<string, unknown> = {}): TalkFrontMatter {
  return talkSchema.parse({ title: 'T', date: '2021-09-22', ...data });
}

/** Creates a talk from front matter, with rendered texts. */
export function makeTalk(
  data: Record<string, unknown> = {},
  overrides: Partial<TalkSource> = {},
  siteOverrides: Partial<PageSite> = {},
): Talk {
  const parsed = makeFrontMatter(data);
  const texts = Object.fromEntries(
    toTalkTexts(parsed).map(({ name, value, kind }) => [
      name,
      renderText(value, kind === 'block' ? 'line' : kind),
    ]),
  );
  const source: TalkSource = {
    slug: 'talk',
    frontMatter: parsed,
    texts,
    hasBody: false,
    hasMath: false,
    hasPlayer: false,
    findFile: () => undefined,
    ...overrides,
  };
  return toTalk(source, { ...site, ...siteOverrides });
}

/** Creates a talk and returns its first delivery. */
export function makeDelivery(...keys: Parameters<typeof makeTalk>): Delivery {
  return firstDelivery(makeTalk(...keys));
}

export function firstDelivery({ deliveries: [first] }: Talk): Delivery {
  if (!first) throw new Error('The talk has no delivery.');
  return first;
}

/** Creates a finder for these files of `public/`, each of 7 bytes. */
export function createFileFinder(...names: string[]): (path: string) => SiteFile | undefined {
  return (path) => {
    const name = path.replace(/^\/+/, '');
    return names.includes(name) ? { href: `/${name}`, bytes: 7 } : undefined;
  };
}

function renderText(source: string, kind: InlineKind) {
  const { html, text } = inline(source, { kind, math: true });
  return { html, text };
}
