/** A heading of a text, for the table of contents. */
export interface Heading {
  /** Its anchor. */
  id: string;
  /** Its text as HTML, without links and footnotes. */
  html: string;
  /** The headings of the next level below it. */
  inside: Heading[];
}

/** A text with this many headings is long. */
const minHeadings = 4;

/** Returns whether a text has a table of contents: what its author wants, or else whether it is long. */
export function hasTableOfContents(
  wanted: boolean | undefined,
  headings: readonly Heading[],
): boolean {
  const count = headings.reduce((sum, { inside }) => sum + 1 + inside.length, 0);
  return wanted ?? count >= minHeadings;
}
