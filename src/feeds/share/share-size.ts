/** A picture of the size that Open Graph and Twitter ask for. All lengths are in pixels. */
export const [pictureWidth, pictureHeight] = [1200, 630] as const;

export const [marginX, marginY] = [84, 66] as const;

/** The length of a line. */
export const measure = pictureWidth - 2 * marginX;

/** At least this much stands between the event and the day. */
export const headGap = 48;

/** How large a title is set, and on how many lines at most. */
export interface TitleSize {
  size: number;
  lines: number;
  /** It does not fit even so: it is cut at its last line. */
  tooLong?: boolean;
}

/** From a word or two to what a whole sentence needs; what is longer still ends in an ellipsis. */
export const titleSizes: readonly TitleSize[] = [
  { size: 104, lines: 2 },
  { size: 84, lines: 3 },
  { size: 72, lines: 4 },
  { size: 60, lines: 5 },
  { size: 52, lines: 5 },
  { size: 42, lines: 6 },
];

/** The distance of lines, as a multiple of the size. */
export function leading(size: number): number {
  return size > 60 ? 1.08 : 1.16;
}
