/** The facts about a page that are also in the searched text, in this order. */
const headFacts = ['title', 'subtitle', 'people', 'event', 'place', 'kind', 'tags', 'others'];

/**
 * Returns the beginning of the searched text of a page: its title, people, event, place and tags. Without it a page
 * that has no text would have nothing to search, and Pagefind would leave it out.
 * @param meta The facts about a page that a search result shows.
 */
export function toSearchHead(meta: Readonly<Partial<Record<string, string>>>): string {
  return headFacts.flatMap((name) => meta[name] ?? []).join(' ');
}
