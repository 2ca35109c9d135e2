import type { KeyPath } from '../schema/finding.ts';
import { plainDoi, toDoi } from './identifiers.ts';

/** The sections whose pages others name, each under the key of this name. */
export const mentionable = ['talks', 'publications', 'projects'] as const;

export type Mentionable = (typeof mentionable)[number];

/** A page as another page names it. */
export interface Mention {
  section: Mentionable;
  /** Its folder, its BibTeX key or its DOI, as written. */
  name: string;
  path: KeyPath;
}

/** Where a page names others. `publication` of a publication is the text where it appeared. */
export interface MentioningPage {
  projects?: string[] | undefined;
  project?: string[] | undefined;
  publications?: string[] | undefined;
  publication?: string[] | string | undefined;
  talks?: string[] | undefined;
}

const keys: readonly (readonly [keyof MentioningPage, Mentionable])[] = [
  ['talks', 'talks'],
  ['publications', 'publications'],
  ['publication', 'publications'],
  ['projects', 'projects'],
  ['project', 'projects'],
];

/** All pages that a page names, in the order written. */
export function writtenMentions(page: MentioningPage): Mention[] {
  return keys.flatMap(([key, section]) => {
    const names = page[key];
    if (!Array.isArray(names)) return [];
    return names.map((name, i) => ({ section, name, path: [key, i] }));
  });
}

/** What a page may be found by. */
export interface Named {
  slug: string;
  knownAs: readonly string[];
}

/**
 * Finds the page of a section that a name means, capitals aside: by its address, its file, its BibTeX
 * key or its DOI, also with the path that older themes write (`content/project/x/index.md`). Where two
 * pages could be meant, an address goes before other names, and the first page before others.
 */
export function createPageFinder<P extends Named>(
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
  return (toDoi(name) ? plainDoi(name) : name.trim()).toLowerCase();
}

/** `content/project/x/index.md`, `project/x.md`, `/projects/x/`: `x`. */
function lastPart(path: string): string {
  const whole = path.replace(/(\/_?index)?\.(md|mdx|markdown)$/i, '').replace(/\/+$/, '');
  return whole.split('/').at(-1) ?? whole;
}
