import type { Glyph, ShapedText } from './shape-text.ts';

/** A part of a text without the spaces at its end. Lengths are in em. */
export interface Line {
  glyphs: Glyph[];
  width: number;
}

/** A part of a text that is not broken, and the spaces after it. */
export interface Word extends Line {
  spaces: Glyph[];
  spaceWidth: number;
}

/**
 * A line may start after spaces, except with a dash between spaces, and after a hyphen, dash or slash between a word
 * and a letter.
 */
const lineStart =
  /(?<=[^\S\u00a0])(?![–—]\s)(?=\S|\u00a0)|(?<=[\p{L}\p{N}\p{Pe}\p{Pf}][-–—/])(?=\p{L})/gu;

/** Returns the parts of a text between which a line may end. */
export function toWords({ text, glyphs }: ShapedText): Word[] {
  const words: Word[] = [];
  const starts = [...text.matchAll(lineStart)].map(({ index }) => index);
  let next = 0;
  for (const end of [...starts, text.length]) {
    const start = next;
    while (next < glyphs.length && (glyphs[next] as Glyph).at < end) next += 1;
    if (next > start) words.push(toWord(text, glyphs.slice(start, next)));
  }
  return words;
}

function toWord(text: string, glyphs: Glyph[]): Word {
  const isSpace = ({ at }: Glyph) => text[at] === ' ';
  const length = glyphs.findLastIndex((glyph) => !isSpace(glyph)) + 1;
  const [word, spaces] = [glyphs.slice(0, length), glyphs.slice(length)];
  return { glyphs: word, width: toWidth(word), spaces, spaceWidth: toWidth(spaces) };
}

function toWidth(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}

/** Returns the number of lines of at most `width`, each with as many words as fit. */
export function countLines(words: readonly Word[], width: number): number {
  return toLineEnds(words, width).length;
}

/** Returns lines of at most `width`, each with as many words as fit. A longer word has a line of its own. */
export function breakLines(words: readonly Word[], width: number): Line[] {
  let start = 0;
  return toLineEnds(words, width).map((end) => {
    const line = joinWords(words.slice(start, end));
    start = end;
    return line;
  });
}

/** Returns as many lines as `breakLines`, of about the same length: those of the least width that suffices. */
export function balanceLines(words: readonly Word[], width: number): Line[] {
  const count = countLines(words, width);
  let [low, high] = [0, width];
  for (let i = 0; i < 12; i += 1) {
    const middle = (low + high) / 2;
    const fits = words.every((word) => word.width <= middle) && countLines(words, middle) <= count;
    if (fits) high = middle;
    else low = middle;
  }
  return breakLines(words, high);
}

/** Splits words that are longer than a line. */
export function splitLongWords(words: readonly Word[], width: number): Word[] {
  return words.flatMap((word) => (word.width > width ? splitWord(word, width) : [word]));
}

function splitWord({ glyphs, ...word }: Word, width: number): Word[] {
  const parts: Word[] = [];
  let part: Word = { glyphs: [], width: 0, spaces: [], spaceWidth: 0 };
  for (const glyph of glyphs) {
    if (part.width + glyph.advance > width && glyph.advance > 0) {
      parts.push(part);
      part = { glyphs: [], width: 0, spaces: [], spaceWidth: 0 };
    }
    part.glyphs.push(glyph);
    part.width += glyph.advance;
  }
  return [...parts, { ...word, ...part, spaces: word.spaces, spaceWidth: word.spaceWidth }];
}

/**
 * Returns the first lines. If there are more, the last one ends with an ellipsis, after a whole word if it has several.
 * @param text The text of the lines.
 */
export function clampLines(
  { text }: ShapedText,
  lines: readonly Line[],
  count: number,
  width: number,
  ellipsis: Glyph,
): Line[] {
  const kept = lines.slice(0, count);
  const last = kept.at(-1);
  if (!last || lines.length <= count) return kept;
  const glyphs = [...last.glyphs];
  while (glyphs.length > 0 && toWidth(glyphs) + ellipsis.advance > width) glyphs.pop();
  const isSeparator = ({ at }: Glyph) => /[\s,;:–-]/.test(text[at] ?? '');
  const next = last.glyphs[glyphs.length];
  const space = glyphs.findLastIndex(({ at }) => text[at] === ' ');
  if (next && !isSeparator(next) && space > 0) glyphs.length = space;
  while (glyphs.length > 1 && isSeparator(glyphs.at(-1) as Glyph)) glyphs.pop();
  const cut = [...glyphs, { ...ellipsis, ink: glyphs.at(-1)?.ink ?? ellipsis.ink }];
  return [...kept.slice(0, -1), { glyphs: cut, width: toWidth(cut) }];
}

/** Returns the index after the last word of each line. */
function toLineEnds(words: readonly Word[], width: number): number[] {
  const ends: number[] = [];
  let [length, space] = [0, 0];
  for (const [i, word] of words.entries()) {
    if (i > 0 && length + space + word.width > width) {
      ends.push(i);
      length = word.width;
    } else length += (i > 0 ? space : 0) + word.width;
    space = word.spaceWidth;
  }
  return words.length > 0 ? [...ends, words.length] : [];
}

function joinWords(words: readonly Word[]): Line {
  const glyphs = words.flatMap((word, i) =>
    i === words.length - 1 ? word.glyphs : [...word.glyphs, ...word.spaces],
  );
  return { glyphs, width: toWidth(glyphs) };
}
