/** What the search knows of a page. */
export interface SearchRecord {
  /** The page, under the base path. */
  url: string;
  /** Its long texts as plain text, of which a hit shows a piece. */
  content: string;
  /** Short facts by name, which are searched as well and shown beside a hit. */
  meta: Record<string, string>;
  /** What hits can be narrowed down by: `{ in: ['talks'], year: ['2021'], tag: ['knots'] }`. */
  filters: Record<string, string[]>;
  /** What hits can be ordered by, each of one length: `{ start: '2021-09-22T16:00:00Z' }`. */
  sort: Record<string, string>;
}
