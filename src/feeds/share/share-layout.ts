import {
  balanceLines,
  breakLines,
  clampLines,
  countLines,
  splitLongWords,
  toWords,
  type Line,
} from './break-lines.ts';
import type { ShareFont } from '../../model/site/share-card.ts';
import type { TextRun } from './printable-runs.ts';
import type { Ink } from './share-colours.ts';
import { headGap, type ShareLines } from './share-lines.ts';
import {
  imageHeight,
  imageWidth,
  lineLength,
  marginX,
  marginY,
  type PageLayout,
  type PlacedLine,
} from './share-page.ts';
import { shapeText, type Glyph, type InkedRun, type ShapedText } from './shape-text.ts';

/** A size of text, in pixels, and its greatest number of lines. */
interface TextStyle {
  size: number;
  lineHeight: number;
  lines: number;
}

/** From the largest size, for one or two words, to the smallest, for a sentence. */
const titleStyles: readonly TextStyle[] = [
  { size: 104, lineHeight: 112, lines: 2 },
  { size: 84, lineHeight: 91, lines: 3 },
  { size: 72, lineHeight: 78, lines: 4 },
  { size: 60, lineHeight: 69, lines: 4 },
  { size: 52, lineHeight: 60, lines: 5 },
  { size: 42, lineHeight: 49, lines: 6 },
];
const smallestTitle = titleStyles.at(-1) as TextStyle;
/** In em. */
const titleSpacing = -0.012;

const headStyle: TextStyle = { size: 30, lineHeight: 38, lines: 2 };
const nameStyle: TextStyle = { size: 32, lineHeight: 40, lines: 1 };
/** The distance between the texts at the top and at the bottom and their hairlines. */
const [headPadding, namePadding] = [22, 24];

/**
 * Returns the layout: event and day above a hairline, the title, and the name below another hairline.
 * @param font For the comma between event and place, and for ellipses.
 */
export function layOut(lines: ShareLines, font: ShareFont): PageLayout {
  const ellipsis = shapeText([{ text: '…', font, ink: 'strong' }]).glyphs[0] as Glyph;
  const day = toOneLine(shapeText(toInked(lines.day, 'muted')));
  const dayWidth = day.width * headStyle.size;
  const whereWidth = lineLength - dayWidth - headGap;
  const where = fitLines(shapeText(toWhere(lines, font)), whereWidth, headStyle, ellipsis);
  const name = fitLines(shapeText(toInked(lines.name, 'strong')), lineLength, nameStyle, ellipsis);
  const title = fitTitle(shapeText(toInked(lines.title, 'strong'), titleSpacing), ellipsis);

  const headEnd = marginY + Math.max(1, where.length) * headStyle.lineHeight + headPadding;
  const nameTop = imageHeight - marginY - nameStyle.lineHeight;
  const nameStart = nameTop - namePadding - 1;
  const titleHeight = title.lines.length * title.style.lineHeight;
  // Somewhat above the centre, where it looks centred.
  const titleTop = (headEnd + nameStart - titleHeight) / 2 - 5;
  return {
    hairlines: [headEnd, nameStart],
    lines: [
      ...placeLines(where, marginY, headStyle),
      ...placeLines([day], marginY, headStyle, imageWidth - marginX - dayWidth),
      ...placeLines(title.lines, titleTop, title.style),
      ...placeLines(name, nameTop, nameStyle),
    ],
  };
}

function toInked(runs: readonly TextRun[] = [], ink: Ink): InkedRun[] {
  return runs.map((run) => ({ ...run, ink }));
}

function toWhere({ event, place }: ShareLines, font: ShareFont): InkedRun[] {
  const comma = event && place ? [{ text: ', ', font }] : [];
  return [...toInked(event, 'accent'), ...toInked([...comma, ...(place ?? [])], 'muted')];
}

function toOneLine(text: ShapedText): Line {
  return breakLines(toWords(text), Infinity)[0] ?? { glyphs: [], width: 0 };
}

/** Breaks a text into lines of a width in pixels. It is cut if it is too long. */
function fitLines(
  text: ShapedText,
  width: number,
  { size, lines }: TextStyle,
  ellipsis: Glyph,
): Line[] {
  const words = splitLongWords(toWords(text), width / size);
  return clampLines(text, breakLines(words, width / size), lines, width / size, ellipsis);
}

/** Returns balanced lines in the largest size at which the title fits and no word is broken. */
function fitTitle(text: ShapedText, ellipsis: Glyph): { lines: Line[]; style: TextStyle } {
  const words = toWords(text);
  const longestWord = Math.max(...words.map(({ width }) => width));
  for (const style of titleStyles) {
    const width = lineLength / style.size;
    if (longestWord <= width && countLines(words, width) <= style.lines)
      return { lines: balanceLines(words, width), style };
  }
  return { lines: fitLines(text, lineLength, smallestTitle, ellipsis), style: smallestTitle };
}

/** The distance from the top of the letters to the baseline in Newsreader, in em. */
const ascent = 0.735;

function placeLines(
  lines: readonly Line[],
  top: number,
  { size, lineHeight }: TextStyle,
  x: number = marginX,
): PlacedLine[] {
  const firstBaseline = Math.round(top + (lineHeight - size) / 2 + ascent * size);
  return lines.map((line, i) => ({ line, x, baseline: firstBaseline + i * lineHeight, size }));
}
