import { Buffer as ShapingBuffer, Feature, shape } from 'harfbuzzjs';
import type { ShareFont } from '../../model/site/share-card.ts';
import { openFont } from './open-font.ts';
import type { TextRun } from './printable-runs.ts';
import type { Ink } from './share-colours.ts';

/** A part of a text with its font and colour. */
export interface InkedRun extends TextRun {
  ink: Ink;
}

/** A glyph with its place in a line. Lengths are in em, to the right and upwards. */
export interface Glyph {
  font: ShareFont;
  id: number;
  ink: Ink;
  /** The index of its first character in the text. */
  at: number;
  /** The distance to the next glyph. Marks on other glyphs have none. */
  advance: number;
  shiftX: number;
  shiftY: number;
}

/** A text and its glyphs on one endless line. */
export interface ShapedText {
  text: string;
  glyphs: Glyph[];
}

/**
 * Returns the glyphs of a text: with kerning, marks at their letters, and ligatures.
 * @param letterSpacing In em, after each glyph but marks. There are no ligatures then.
 */
export function shapeText(runs: readonly InkedRun[], letterSpacing = 0): ShapedText {
  const shaped: ShapedText = { text: '', glyphs: [] };
  for (const run of runs) {
    for (const glyph of shapeRun(run, letterSpacing))
      shaped.glyphs.push({ ...glyph, at: shaped.text.length + glyph.at });
    shaped.text += run.text;
  }
  return shaped;
}

const buffer = new ShapingBuffer();
const withoutLigatures = [new Feature('liga', 0), new Feature('clig', 0)];

function shapeRun({ text, font: file, ink }: InkedRun, letterSpacing: number): Glyph[] {
  const { font, unitsPerEm } = openFont(file);
  buffer.reset();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, letterSpacing === 0 ? [] : withoutLigatures);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint, cluster }, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
    return {
      font: file,
      id: codepoint,
      ink,
      at: cluster,
      advance: xAdvance / unitsPerEm + (xAdvance > 0 ? letterSpacing : 0),
      shiftX: xOffset / unitsPerEm,
      shiftY: yOffset / unitsPerEm,
    };
  });
}
