/** A heading of a text, for its table of contents. */
export interface Heading {
  /** The anchor that it has. */
  id: string;
  /** Its words, without links and notes. */
  html: string;
  /** The headings of the next rank below it. */
  inside: Heading[];
}

/** So many headings make a text long. */
const fewest = 4;

/** Whether a text has a table of contents: as its author says, else if it is long. */
export function hasTableOfContents(
  wanted: boolean | undefined,
  headings: readonly Heading[],
): boolean {
  const count = headings.reduce((sum, { inside }) => sum + 1 + inside.length, 0);
  return wanted ?? count >= fewest;
}
