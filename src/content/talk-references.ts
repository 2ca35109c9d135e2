import { addressesUnder } from '../model/url.ts';
import type { ReadPage } from './read-page.ts';

/** The address of the talk that `ref` names, below the base path. */
export type FindTalk = (written: string) => string | undefined;

/** Names of folders in which themes keep talks. */
const talkFolder = /^_?(talks?|events?|presentations?)$/i;

/** What the texts of a section may refer to: of talks, each other. */
export function finderIn(
  { name }: { name: string },
  pages: readonly Pick<ReadPage, 'file' | 'slug'>[],
): FindTalk {
  return name === 'talks' ? createTalkFinder(pages) : () => undefined;
}

/**
 * Finds talks by what Hugo's `ref` and `relref` take: the name of a folder or file, also with its
 * path (`/event/nyu/index.md`, `../talk/nyu#slides`). A path into another section finds nothing.
 */
export function createTalkFinder(talks: readonly Pick<ReadPage, 'file' | 'slug'>[]): FindTalk {
  const slugs = new Map<string, string>();
  for (const { slug } of talks) slugs.set(slug.toLowerCase(), slug);
  for (const { file, slug } of talks) slugs.set(file.stem.toLowerCase(), slug);
  const { talk } = addressesUnder('/');
  return (written) => {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(written) ?? [];
    const parts = path
      .replace(/(\/_?index)?(\.[a-z]{2})?\.(md|mdx|markdown)$/i, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..');
    const name = parts.pop();
    const slug = name === undefined ? undefined : slugs.get(name.toLowerCase());
    const amongTalks = parts.length === 0 || parts.some((part) => talkFolder.test(part));
    return slug !== undefined && amongTalks ? talk(slug) + fragment : undefined;
  };
}
