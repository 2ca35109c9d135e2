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

/** The pages that may be referred to, by section, including drafts. */
type Pages = Readonly<Partial<Record<Mentionable, readonly Named[]>>>;

/**
 * Returns a check of the related pages that a page lists: a warning for each one that does not exist,
 * with the most similar name. It skips placeholders of templates, which `checkLeftOvers` reports.
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
    /** Looks up each name only once. */
    nearest(name: string): string | undefined {
      if (!found.has(name)) found.set(name, nearestTo(name, pages));
      return found.get(name);
    },
  };
}

/** Returns the most similar name, or else one that begins alike: `two-view-bound` for `two-view`. */
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
