import { createInlineRenderer, type InlineKind } from '../../src/markdown/inline.ts';
import type { SiteFile } from '../../src/model/link.ts';
import { toTalk, type Talk, type TalkSite, type TalkSource } from '../../src/model/talk.ts';
import { addressesUnder } from '../../src/model/url.ts';
import { writtenTexts } from '../../src/model/written-texts.ts';
import { talkSchema, type TalkFrontMatter } from '../../src/schema/talk.ts';

/** The site that model tests stand on. */
export const site: TalkSite = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc',
  addresses: addressesUnder('/'),
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
  on: Partial<TalkSite> = {},
): Talk {
  const parsed = frontMatter(data);
  const { title, ...texts } = writtenTexts(parsed);
  const rendered = Object.entries(texts).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, render(text, 'line')] as const],
  );
  const source: TalkSource = {
    slug: 'talk',
    frontMatter: parsed,
    texts: { ...Object.fromEntries(rendered), title: render(title, 'title') },
    hasBody: false,
    hasMath: false,
    findFile: () => undefined,
    ...more,
  };
  return toTalk(source, { ...site, ...on });
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
