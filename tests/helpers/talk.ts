import {
  createInlineRenderer,
  type InlineKind,
} from '../../src/markdown/render/inline-renderer.ts';
import type { Delivery } from '../../src/model/talk/delivery.ts';
import type { SiteFile } from '../../src/model/page/link.ts';
import type { PageSite } from '../../src/model/page/page.ts';
import { toTalk, type Talk, type TalkSource, talkTexts } from '../../src/model/talk/talk.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';
import { talkSchema, type TalkFrontMatter } from '../../src/schema/talk.ts';

/** The site that model tests stand on. */
export const site: PageSite = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc',
  addresses: createAddresses('/'),
};

const inline = createInlineRenderer('/');

/** Front matter as the schema leaves it. A title and a day are there unless given. */
export function frontMatter(data: Record<string, unknown> = {}): TalkFrontMatter {
  return talkSchema.parse({ title: 'T', date: '2021-09-22', ...data });
}

/** A talk from front matter as an author writes it, its lines rendered. */
export function makeTalk(
  data: Record<string, unknown> = {},
  more: Partial<TalkSource> = {},
  on: Partial<PageSite> = {},
): Talk {
  const parsed = frontMatter(data);
  const texts = Object.fromEntries(
    talkTexts(parsed).map(({ name, value, kind }) => [
      name,
      render(value, kind === 'block' ? 'line' : kind),
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
    ...more,
  };
  return toTalk(source, { ...site, ...on });
}

/** The first delivery of such a talk. */
export function makeDelivery(...keys: Parameters<typeof makeTalk>): Delivery {
  return firstDelivery(makeTalk(...keys));
}

export function firstDelivery({ deliveries: [first] }: Talk): Delivery {
  if (!first) throw new Error('The talk has no delivery.');
  return first;
}

/** A finder that knows these files of `public/`, each of 7 bytes. */
export function knowing(...names: string[]): (written: string) => SiteFile | undefined {
  return (written) => {
    const name = written.replace(/^\/+/, '');
    return names.includes(name) ? { href: `/${name}`, bytes: 7 } : undefined;
  };
}

function render(written: string, kind: InlineKind) {
  const { html, text } = inline(written, { kind, math: true });
  return { html, text };
}
