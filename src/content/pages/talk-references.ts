import { addressesUnder } from '../../model/site/url.ts';
import type { ReadPage } from './read-page.ts';

/** The address of the talk, or of another page of its own section, that `ref` names, below the base path. */
export type FindTalk = (written: string) => string | undefined;

/** Names of folders in which themes keep the pages of a section. */
const folders: Readonly<Record<string, RegExp>> = {
  talks: /^_?(talks?|events?|presentations?)$/i,
  publications: /^_?publications?$/i,
  projects: /^_?(projects?|portfolio)$/i,
  posts: /^_?(posts?|blog|news)$/i,
  teaching: /^_?(teaching|courses?)$/i,
};

/** What the texts of a section may refer to: each other. */
export function finderIn(
  { name }: { name: string },
  pages: readonly Pick<ReadPage, 'file' | 'slug'>[],
): FindTalk {
  return Object.hasOwn(folders, name) ? createPageFinder(name, pages) : () => undefined;
}

/** Finds talks. */
export function createTalkFinder(talks: readonly Pick<ReadPage, 'file' | 'slug'>[]): FindTalk {
  return createPageFinder('talks', talks);
}

/**
 * Finds pages of a section by what Hugo's `ref` and `relref` take: the name of a folder or file, also with its
 * path (`/event/nyu/index.md`, `../talk/nyu#slides`). A path into another section finds nothing.
 */
function createPageFinder(
  section: string,
  pages: readonly Pick<ReadPage, 'file' | 'slug'>[],
): FindTalk {
  const slugs = new Map<string, string>();
  for (const { slug } of pages) slugs.set(slug.toLowerCase(), slug);
  for (const { file, slug } of pages) slugs.set(file.stem.toLowerCase(), slug);
  const addresses = addressesUnder('/');
  return (written) => {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(written) ?? [];
    const parts = path
      .replace(/(\/_?index)?(\.[a-z]{2})?\.(md|mdx|markdown)$/i, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..');
    const name = parts.pop();
    const slug = name === undefined ? undefined : slugs.get(name.toLowerCase());
    const isHere = parts.length === 0 || parts.some((part) => folders[section]?.test(part));
    return slug !== undefined && isHere ? addresses.page(section, slug) + fragment : undefined;
  };
}
