import { join } from 'node:path';
import { readFrontMatter } from '../../content/parse/front-matter.ts';
import { sections } from '../../content/sections/sections.ts';
import { compareText } from '../../model/page/lists.ts';
import { toSlug } from '../../model/page/addresses.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { isSameFile } from '../files/same-file.ts';
import type { OldSite } from '../old-site/old-site.ts';
import type { Copy, Plan } from '../plan/plan.ts';
import { isPageName, type Placement, type PagePart } from './content-places.ts';
import { createHugoPlacer } from './place-hugo.ts';
import { createJekyllPlacer } from './place-jekyll.ts';
import { isThemePortrait, themePortraitReason } from './theme-portraits.ts';

/**
 * Decides what becomes of every file not in `decidedPaths`: copied, quarantined or skipped. A file may be
 * copied twice; two files with the same bytes may have one place.
 * @param decidedPaths Old paths that already have an outcome.
 * @param place Returns the places of a file, by the rules of the old generator.
 * @param portraits The portraits of templates: see `isThemePortrait`.
 */
export function placeFiles(
  site: OldSite,
  decidedPaths: ReadonlySet<string>,
  place = site.theme === 'academicpages' ? createJekyllPlacer(site) : createHugoPlacer(site),
  portraits?: ReadonlyMap<number, string>,
): Pick<Plan, 'copies' | 'skipped'> {
  const pages: OldPageFile[] = [];
  const others: Copy[] = [];
  const skipped: Plan['skipped'] = site.unreadable.map(({ path, reason }) => ({
    from: path,
    reason,
  }));
  for (const file of site.files) {
    const { path } = file;
    if (decidedPaths.has(path)) continue;
    if (isThemePortrait(site, file, portraits))
      skipped.push({ from: path, reason: themePortraitReason });
    else for (const outcome of place(path)) addOutcome(path, outcome);
  }
  return { copies: [...namePages(pages, site.read), ...numberDuplicates(others, site)], skipped };

  function addOutcome(from: string, outcome: Placement): void {
    if ('reason' in outcome) skipped.push({ from, reason: outcome.reason });
    else if (outcome.page) pages.push({ from, page: outcome.page });
    else
      others.push({
        from,
        to: outcome.to,
        ...(outcome.quarantineReason !== undefined && {
          quarantineReason: outcome.quarantineReason,
        }),
      });
  }
}

/** Adds a number to the name of a file whose place another file has, unless both have the same bytes. */
function numberDuplicates(copies: readonly Copy[], site: OldSite): Copy[] {
  const sources = new Map<string, string>();
  const hasSameBytes = (a: string, b: string) => isSameFile(join(site.root, a), join(site.root, b));
  return copies.map((copy) => {
    const [, stem = '', extension = ''] = /^(.*?)((?:\.[^./]*)?)$/s.exec(copy.to) ?? [];
    let to = copy.to;
    for (let number = 2; !isFree(to, copy.from); number += 1) to = `${stem}-${number}${extension}`;
    sources.set(to, copy.from);
    return { ...copy, to };
  });

  function isFree(to: string, from: string): boolean {
    const source = sources.get(to);
    return source === undefined || hasSameBytes(source, from);
  }
}

const sectionsByFolder = new Map(
  sections.map((section) => [`content/${section.folder ?? section.name}`, section]),
);

const noSectionReason = 'Lectern has no pages of this kind yet';
const duplicateReason = 'Another file has the text of the same page. Keep one of the two';

/** A file of a page, and its preferred place. */
interface OldPageFile {
  from: string;
  page: PagePart;
}

/**
 * Decides where the files of pages go, so that no two pages have the same path or address, ignoring
 * case. If the name of a page is taken, the name of its old section is appended, then a
 * number. A page whose `slug` is taken is quarantined.
 */
function namePages(files: readonly OldPageFile[], read: (path: string) => string): Copy[] {
  const taken = new Set<string>();
  for (const [folder, { reserved }] of sectionsByFolder) {
    for (const slug of reserved) taken.add(addressKey(folder, slug));
  }
  const pages = Map.groupBy(files, ({ page }) => page.id);
  const sorted = [...pages].sort(([a], [b]) => compareText(a, b));
  return sorted.flatMap(([, pageFiles]) => namePage(pageFiles, taken, read));
}

function namePage(
  pageFiles: readonly OldPageFile[],
  taken: Set<string>,
  read: (path: string) => string,
): Copy[] {
  const { folder, name, id } = pageFiles[0]!.page;
  const fixedAddress = fixedSlug(pageFiles, read);
  const address = (candidate: string) =>
    pageFiles.some(isPage) && folder !== 'content/authors'
      ? [addressKey(folder, fixedAddress ?? candidate.slice(candidate.lastIndexOf('/') + 1))]
      : [];
  const toKeys = (candidate: string) => [
    ...address(candidate),
    ...pageFiles.map(({ page }) => pathKey(`${folder}/${candidate}${page.tail}`)),
  ];
  if (fixedAddress !== undefined && address(name).some((key) => taken.has(key))) {
    const reason = `Another page has the same slug, "${fixedAddress}". Change one of them`;
    return pageFiles.map(({ from }) => ({ from, ...toQuarantine(from, reason) }));
  }
  const section = /^content\/(?:.*\/)?([^/]+)\/$/.exec(id.slice(0, id.indexOf(name)))?.[1] ?? '2';
  const numbered = Array.from({ length: 998 }, (_, i) => `${name}-${i + 2}`);
  const freeName = [name, `${name}-${section}`, ...numbered].find((candidate) =>
    toKeys(candidate).every((key) => !taken.has(key)),
  );
  for (const key of toKeys(freeName ?? name)) taken.add(key);
  const quarantineReason = sectionsByFolder.has(folder)
    ? {}
    : { quarantineReason: noSectionReason };
  const sourcesByText = new Map(
    pageFiles.toSorted(compareKeptNames).map(({ from, page }) => [toTextKey(page), from]),
  );
  return pageFiles.map(({ from, page }) => {
    if (sourcesByText.get(toTextKey(page)) !== from)
      return { from, ...toQuarantine(from, duplicateReason) };
    return { from, to: `${folder}/${freeName ?? name}${page.tail}`, ...quarantineReason };
  });
}

/** Returns the same key for the texts of a page: its Markdown and its HTML. */
function toTextKey({ tail }: PagePart): string {
  return tail.replace(/^((?:\/_?index)?(?:\.[a-z-]+)?)\.html?$/i, '$1.md');
}

/** Sorts the file that keeps its name last, so that it is used if two files have the same text. */
function compareKeptNames(a: OldPageFile, b: OldPageFile): number {
  return Number(a.from.endsWith(a.page.tail)) - Number(b.from.endsWith(b.page.tail));
}

function isPage({ page }: OldPageFile): boolean {
  return isPageName(page.tail) && !/\/_|^_/.test(`${page.name}${page.tail}`);
}

/** Returns the address that a page declares in its front matter. */
function fixedSlug(
  pageFiles: readonly OldPageFile[],
  read: (path: string) => string,
): string | undefined {
  for (const part of pageFiles.filter(isPage)) {
    const text = read(part.from);
    if (!/^\s*slug\s*[:=]/im.test(text)) continue;
    const frontMatter = readFrontMatter(text);
    const slug = 'failure' in frontMatter ? undefined : frontMatter.data['slug'];
    if (typeof slug === 'string' && slug !== '') return slug;
  }
  return undefined;
}

function addressKey(folder: string, slug: string): string {
  return `address ${folder} ${toSlug(slug).toLowerCase()}`;
}

function pathKey(path: string): string {
  return `path ${path.normalize('NFC').toLowerCase()}`;
}
