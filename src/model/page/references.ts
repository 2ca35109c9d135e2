import { quote } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { suggest } from '../../schema/suggest.ts';
import { stripDoiPrefix, toDoi } from './doi.ts';
import { stripPageFile } from './markdown-files.ts';
import { isTemplateProject } from './placeholders.ts';

/** The sections whose pages can be referred to; each is also the name of the key. */
export const referableSections = ['talks', 'publications', 'projects'] as const;

type ReferableSection = (typeof referableSections)[number];

/** A reference from one page to another. */
export interface Reference {
  section: ReferableSection;
  /** Its folder, its BibTeX key or its DOI, as written. */
  name: string;
  path: KeyPath;
}

/** The keys for references. The `publication` of a publication is text: where it appeared. */
export interface ReferringPage {
  projects?: string[] | undefined;
  project?: string[] | undefined;
  publications?: string[] | undefined;
  publication?: string[] | string | undefined;
  talks?: string[] | undefined;
}

const referenceKeys: readonly (readonly [keyof ReferringPage, ReferableSection])[] = [
  ['talks', 'talks'],
  ['publications', 'publications'],
  ['publication', 'publications'],
  ['projects', 'projects'],
  ['project', 'projects'],
];

/** Returns all references that a page declares, in the order of the file. */
export function declaredReferences(page: ReferringPage): Reference[] {
  return referenceKeys.flatMap(([key, section]) => {
    const names = page[key];
    if (!Array.isArray(names)) return [];
    return names.map((name, i) => ({ section, name, path: [key, i] }));
  });
}

/** The names by which a page can be found. */
export interface IdentifiedPage {
  slug: string;
  identifiers: readonly string[];
}

/**
 * Returns a function that finds a page of a section by its slug, its file, its BibTeX key or its DOI,
 * ignoring case. The name may have the path that older themes write (`content/project/x/index.md`). A
 * slug takes precedence over other names, and the first page over later ones.
 */
export function createReferenceFinder<P extends IdentifiedPage>(
  pages: readonly P[],
): (name: string) => P | undefined {
  const byName = new Map<string, P>();
  const add = (name: string, page: P) => {
    const key = toKey(name);
    if (!byName.has(key)) byName.set(key, page);
  };
  for (const page of pages) add(page.slug, page);
  for (const page of pages) for (const name of page.identifiers) add(name, page);
  return (name) => byName.get(toKey(name)) ?? byName.get(toKey(toLastPart(name)));
}

function toKey(name: string): string {
  return (toDoi(name) ? stripDoiPrefix(name) : name.trim()).normalize('NFC').toLowerCase();
}

/** Returns `x` for `content/project/x/index.md`, `project/x.md` and `/projects/x/`. */
function toLastPart(path: string): string {
  const folder = stripPageFile(path).replace(/\/+$/, '');
  return folder.split('/').at(-1) ?? folder;
}

/** The pages that may be referred to, by section, including drafts. */
type ReferablePages = Readonly<Partial<Record<ReferableSection, readonly IdentifiedPage[]>>>;

/**
 * Returns a check of the related pages that a page lists: a warning for each one that does not exist,
 * with the most similar name. It skips placeholders of templates, which `checkPlaceholders` reports.
 */
export function createReferenceCheck(pages: ReferablePages): (page: ReferringPage) => Finding[] {
  const indexes = Object.fromEntries(
    referableSections.map((section) => [section, createPageIndex(pages[section] ?? [])]),
  ) as Record<ReferableSection, ReturnType<typeof createPageIndex>>;
  return (page) =>
    declaredReferences(page).flatMap((reference) => {
      const { find, nearest, isEmpty } = indexes[reference.section];
      if (find(reference.name) || isTemplateProject(reference)) return [];
      return [
        toUnknownPageFinding(reference, isEmpty ? undefined : nearest(reference.name), isEmpty),
      ];
    });
}

function createPageIndex(pages: readonly IdentifiedPage[]) {
  const nearestNames = new Map<string, string | undefined>();
  return {
    find: createReferenceFinder(pages),
    isEmpty: pages.length === 0,
    /** Finds the most similar name. Results are cached. */
    nearest(name: string): string | undefined {
      if (!nearestNames.has(name)) nearestNames.set(name, findNearestName(name, pages));
      return nearestNames.get(name);
    },
  };
}

/** Finds the most similar name, or else one with the same beginning: `two-view-bound` for `two-view`. */
function findNearestName(name: string, pages: readonly IdentifiedPage[]): string | undefined {
  const names = pages.flatMap(({ slug, identifiers }) => [slug, ...identifiers]);
  const word = name.toLowerCase();
  const sharesPrefix = (other: string) => other.startsWith(word) || word.startsWith(other);
  return (
    suggest(name, names) ??
    names.find(
      (other) => Math.min(other.length, word.length) > 3 && sharesPrefix(other.toLowerCase()),
    )
  );
}

function toUnknownPageFinding(
  { section, name, path }: Reference,
  suggestion: string | undefined,
  isEmpty: boolean,
): Finding {
  const noun = section.slice(0, -1);
  const otherNames = section === 'publications' ? ', BibTeX key or DOI' : '';
  const remedy = isEmpty
    ? `Add the ${noun}, or delete the name.`
    : `Write its folder name${otherNames}, or delete the name.`;
  return {
    path,
    code: 'unknown-page',
    message: isEmpty
      ? `there is no ${noun} ${quote(name)}, because the site has no ${section}`
      : `there is no ${noun} ${quote(name)}, so the page does not link to it`,
    remedy: suggestion ? `Did you mean ${suggestion}?` : remedy,
  };
}
