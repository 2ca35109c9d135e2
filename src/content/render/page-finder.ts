import { findSection } from '../../model/site/section-folders.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import { slugCalled } from '../assets/find-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';

/** The address of the talk, or of another page, that `ref` names, below the base path. */
export type FindTalk = (written: string) => string | undefined;

/** What the texts of a section may refer to: each other by name, and pages of other sections by path. */
export function finderIn(
  { name }: { name: string },
  pages: readonly Pick<ParsedPage, 'file' | 'slug'>[],
  folder: SiteFolder,
): FindTalk {
  return createPageFinder(name, pages, (section, page) => slugCalled(folder, section, page));
}

/**
 * Finds pages by what Hugo's `ref` and `relref` take: the name of a folder or file of the section, also with
 * its path (`/event/nyu/index.md`, `../talk/nyu#slides`), and a path into another section.
 */
function createPageFinder(
  section: string,
  pages: readonly Pick<ParsedPage, 'file' | 'slug'>[],
  slugElsewhere: (section: string, name: string) => string | undefined,
): FindTalk {
  const slugs = new Map<string, string>();
  for (const { slug } of pages) slugs.set(slug.toLowerCase(), slug);
  for (const { file, slug } of pages) slugs.set(file.stem.toLowerCase(), slug);
  const addresses = createAddresses('/');
  return (written) => {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(written) ?? [];
    const parts = path
      .replace(/(\/_?index)?(\.[a-z]{2})?\.(md|mdx|markdown)$/i, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..');
    const name = parts.pop();
    if (name === undefined) return undefined;
    const named = parts.flatMap((part) => findSection(part.replace(/^_/, '')) ?? []);
    const isHere = parts.length === 0 || named.includes(section);
    const [other] = named;
    const [of, slug] = isHere
      ? [section, slugs.get(name.toLowerCase())]
      : [other, other && slugElsewhere(other, name)];
    return of && slug !== undefined ? addresses.page(of, slug) + fragment : undefined;
  };
}
