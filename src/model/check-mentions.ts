import { quote } from '../schema/describe.ts';
import type { Finding } from '../schema/finding.ts';
import { suggest } from '../schema/suggest.ts';
import { isFromTemplate } from './site/left-overs.ts';
import {
  createPageFinder,
  mentionable,
  writtenMentions,
  type Mention,
  type MentioningPage,
  type Mentionable,
  type Named,
} from './mention.ts';

/** The pages of a section that may be named, drafts too. */
type Pages = Readonly<Partial<Record<Mentionable, readonly Named[]>>>;

/**
 * Makes a check of the pages that a page names: a warning for each that is not there, with the nearest
 * that is. What the template of a theme left is passed over; `checkLeftOvers` tells of it.
 */
export function createMentionCheck(pages: Pages): (page: MentioningPage) => Finding[] {
  const known = Object.fromEntries(
    mentionable.map((section) => [section, knownIn(pages[section] ?? [])]),
  ) as Record<Mentionable, ReturnType<typeof knownIn>>;
  return (page) =>
    writtenMentions(page).flatMap((mention) => {
      const { find, nearest, isEmpty } = known[mention.section];
      if (find(mention.name) || isFromTemplate(mention)) return [];
      return [unknownPage(mention, isEmpty ? undefined : nearest(mention.name), isEmpty)];
    });
}

function knownIn(pages: readonly Named[]) {
  const found = new Map<string, string | undefined>();
  return {
    find: createPageFinder(pages),
    isEmpty: pages.length === 0,
    /** A name is looked for once, however many pages have it. */
    nearest(name: string): string | undefined {
      if (!found.has(name)) found.set(name, nearestTo(name, pages));
      return found.get(name);
    },
  };
}

/** By a slip or two, else by its beginning: `two-view` for `two-view-bound`. */
function nearestTo(name: string, pages: readonly Named[]): string | undefined {
  const names = pages.flatMap(({ slug, knownAs }) => [slug, ...knownAs]);
  const word = name.toLowerCase();
  const begins = (one: string) => one.startsWith(word) || word.startsWith(one);
  return (
    suggest(name, names) ??
    names.find((one) => Math.min(one.length, word.length) > 3 && begins(one.toLowerCase()))
  );
}

function unknownPage(
  { section, name, path }: Mention,
  near: string | undefined,
  isEmpty: boolean,
): Finding {
  const noun = section.slice(0, -1);
  const also = section === 'publications' ? ', its BibTeX key or its DOI' : '';
  const remedy = `Write the name of its folder${also}, or take it out. The page shows no link to it.`;
  return {
    path,
    severity: 'warning',
    code: 'unknown-page',
    message: isEmpty
      ? `${quote(name)} is the name of a ${noun}, and the site has none`
      : `there is no ${noun} ${quote(name)}`,
    remedy: near ? `Did you mean ${near}?` : remedy,
  };
}
