import { quote } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { suggest } from '../../schema/suggest.ts';
import { stripDoiPrefix, toDoi } from './doi.ts';
import { isTemplateProject } from './placeholders.ts';

/** The sections whose pages others name, each under the key of this name. */
export const referableSections = ['talks', 'publications', 'projects'] as const;

type ReferableSection = (typeof referableSections)[number];

/** A page as another page names it. */
export interface Reference {
  section: ReferableSection;
  /** Its folder, its BibTeX key or its DOI, as written. */
  name: string;
  path: KeyPath;
}

/** Where a page names others. `publication` of a publication is the text where it appeared. */
export interface ReferringPage {
  projects?: string[] | undefined;
  project?: string[] | undefined;
  publications?: string[] | undefined;
  publication?: string[] | string | undefined;
  talks?: string[] | undefined;
}

const keys: readonly (readonly [keyof ReferringPage, ReferableSection])[] = [
  ['talks', 'talks'],
  ['publications', 'publications'],
  ['publication', 'publications'],
  ['projects', 'projects'],
  ['project', 'projects'],
];

/** All pages that a page names, in the order written. */
export function declaredReferences(page: ReferringPage): Reference[] {
  return keys.flatMap(([key, section]) => {
    const names = page[key];
    if (!Array.isArray(names)) return [];
    return names.map((name, i) => ({ section, name, path: [key, i] }));
  });
}

/** What a page may be found by. */
export interface IdentifiedPage {
  slug: string;
  knownAs: readonly string[];
}

/**
 * Finds the page of a section that a name means, capitals aside: by its address, its file, its BibTeX
 * key or its DOI, also with the path that older themes write (`content/project/x/index.md`). Where two
 * pages could be meant, an address goes before other names, and the first page before others.
 */
export function createPageFinder<P extends IdentifiedPage>(
  pages: readonly P[],
): (name: string) => P | undefined {
  const byName = new Map<string, P>();
  const add = (name: string, page: P) => {
    const key = toKey(name);
    if (!byName.has(key)) byName.set(key, page);
  };
  for (const page of pages) add(page.slug, page);
  for (const page of pages) for (const name of page.knownAs) add(name, page);
  return (name) => byName.get(toKey(name)) ?? byName.get(toKey(lastPart(name)));
}

function toKey(name: string): string {
  return (toDoi(name) ? stripDoiPrefix(name) : name.trim()).toLowerCase();
}

/** `content/project/x/index.md`, `project/x.md`, `/projects/x/`: `x`. */
function lastPart(path: string): string {
  const whole = path.replace(/(\/_?index)?\.(md|mdx|markdown)$/i, '').replace(/\/+$/, '');
  return whole.split('/').at(-1) ?? whole;
}

/** The pages that may be referred to, by section, including drafts. */
type Pages = Readonly<Partial<Record<ReferableSection, readonly IdentifiedPage[]>>>;

/**
 * Returns a check of the related pages that a page lists: a warning for each one that does not exist,
 * with the most similar name. It skips placeholders of templates, which `checkPlaceholders` reports.
 */
export function createReferenceCheck(pages: Pages): (page: ReferringPage) => Finding[] {
  const known = Object.fromEntries(
    referableSections.map((section) => [section, knownIn(pages[section] ?? [])]),
  ) as Record<ReferableSection, ReturnType<typeof knownIn>>;
  return (page) =>
    declaredReferences(page).flatMap((mention) => {
      const { find, nearest, isEmpty } = known[mention.section];
      if (find(mention.name) || isTemplateProject(mention)) return [];
      return [unknownPage(mention, isEmpty ? undefined : nearest(mention.name), isEmpty)];
    });
}

function knownIn(pages: readonly IdentifiedPage[]) {
  const found = new Map<string, string | undefined>();
  return {
    find: createPageFinder(pages),
    isEmpty: pages.length === 0,
    /** Looks up each name only once. */
    nearest(name: string): string | undefined {
      if (!found.has(name)) found.set(name, nearestTo(name, pages));
      return found.get(name);
    },
  };
}

/** Returns the most similar name, or else one that begins alike: `two-view-bound` for `two-view`. */
function nearestTo(name: string, pages: readonly IdentifiedPage[]): string | undefined {
  const names = pages.flatMap(({ slug, knownAs }) => [slug, ...knownAs]);
  const word = name.toLowerCase();
  const begins = (one: string) => one.startsWith(word) || word.startsWith(one);
  return (
    suggest(name, names) ??
    names.find((one) => Math.min(one.length, word.length) > 3 && begins(one.toLowerCase()))
  );
}

function unknownPage(
  { section, name, path }: Reference,
  near: string | undefined,
  isEmpty: boolean,
): Finding {
  const noun = section.slice(0, -1);
  const also = section === 'publications' ? ', BibTeX key or DOI' : '';
  const remedy = isEmpty
    ? `Add the ${noun}, or delete the name.`
    : `Write its folder name${also}, or delete the name.`;
  return {
    path,
    severity: 'warning',
    code: 'unknown-page',
    message: isEmpty
      ? `there is no ${noun} ${quote(name)}, because the site has no ${section}`
      : `there is no ${noun} ${quote(name)}, so the page does not link to it`,
    remedy: near ? `Did you mean ${near}?` : remedy,
  };
}
