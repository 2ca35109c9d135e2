/** One font file in WOFF, which may cover a part of its family's characters. */
export interface ShareFont {
  /** Unique among the fonts of one style. */
  name: string;
  style: 'normal' | 'italic';
  /** Only for signs and formulas: letters of other scripts in it are not meant for running text. */
  signsOnly?: boolean;
  data: Buffer;
}
