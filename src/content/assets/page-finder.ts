import { isChapter } from '../../model/course/chapters.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import { stripPageFile } from '../../model/page/markdown-files.ts';
import { findSection, listSections } from '../../model/site/section-folders.ts';
import { findPageSlug } from './find-file.ts';
import type { PageFile } from './page-files.ts';
import type { SiteFolder } from './site-folder.ts';

/** Finds the address of the page that the value of `ref` names, without the base path. */
export type FindPage = (reference: string) => string | undefined;

/**
 * Returns a function that finds pages by the values of Hugo's `ref` and `relref`: the name of a folder or file of the
 * section, also with its path (`/event/nyu/index.md`, `../talk/nyu#slides`), the path of a page of another section,
 * the path of a page in a folder of any section, or the name of a page that only one other section has.
 * @param section The name of the section whose texts contain the references; empty for a text in none.
 * @param pages The pages of that section.
 */
export function createPageFinder(
  section: string,
  pages: readonly { file: Pick<PageFile, 'stem'>; slug: string }[],
  folder: SiteFolder,
): FindPage {
  const slugs = new Map<string, string>();
  for (const { slug } of pages) slugs.set(toKey(slug), slug);
  for (const { file, slug } of pages) {
    const isBelowCourse = isChapter({ slug });
    const key = toKey(isBelowCourse ? toChapterName(slug, file.stem) : file.stem);
    if (!isBelowCourse || !slugs.has(key)) slugs.set(key, slug);
  }
  const addresses = createAddresses('/');
  const otherSections = listSections().filter((name) => name !== section);
  return (reference) => {
    const [, path = '', fragment = ''] = /^([^?#]*)[^#]*(#.*)?$/s.exec(reference) ?? [];
    const parts = stripPageFile(path)
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..');
    const name = parts.pop();
    if (name === undefined) return undefined;
    const namedSections = parts.flatMap((part) => findSection(part.replace(/^_/, '')) ?? []);
    const isInSection = parts.length === 0 || namedSections.includes(section);
    const target = isInSection ? section : namedSections[0];
    if (target === undefined) {
      const found = findInFolders(parts.join('/'), name);
      return found.length === 1 ? found[0]! + fragment : undefined;
    }
    const slug = isInSection
      ? (findChapter([...parts, name]) ?? slugs.get(toKey(name)))
      : findPageSlug(folder, target, name);
    if (slug !== undefined) return addresses.page(target, slug) + fragment;
    if (parts.length > 0) return undefined;
    const found = otherSections.flatMap((other) => {
      const otherSlug = findPageSlug(folder, other, name);
      return otherSlug === undefined ? [] : addresses.page(other, otherSlug);
    });
    // As in Hugo, a name that several pages have means none of them.
    return found.length === 1 ? found[0]! + fragment : undefined;
  };

  /** Finds a chapter by its path, with or without the names of folders above its course. */
  function findChapter(parts: readonly string[]): string | undefined {
    const paths = parts.map((_, i) => parts.slice(i)).filter((path) => path.length > 1);
    return paths.map((path) => slugs.get(toKey(path.join('/')))).find(Boolean);
  }

  function findInFolders(path: string, name: string): string[] {
    return listSections().flatMap((one) => {
      const slug = findPageSlug(folder, `${one}/${path}`, name);
      return slug === undefined ? [] : addresses.page(one, slug);
    });
  }
}

/** Returns the path of a chapter by the names of its files: the slug may end in another word. */
function toChapterName(slug: string, stem: string): string {
  return `${slug.slice(0, slug.lastIndexOf('/'))}/${stem}`;
}

function toKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
