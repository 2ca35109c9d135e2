import type { ShareFont } from '../../model/site/share-card.ts';
import { openFont } from './open-font.ts';

/** A part of a text and its font. */
export interface TextRun {
  text: string;
  font: ShareFont;
}

/** Characters that may be left out: joiners, variation selectors, emoji and their modifiers. */
const ornament = /^[\p{Cf}\p{Cc}\p{So}\p{Sk}\p{M}\p{Emoji_Presentation}]+$/u;
/** Scripts without contextual shaping, which the included fonts support. */
const supportedScript =
  /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]+$/u;
const mathLetter = /^[\p{S}\p{P}\p{Zs}\u2100-\u214f\u{1d400}-\u{1d7ff}\p{M}]/u;

/**
 * Returns a text as runs that the fonts can print, or undefined if a letter or sign is in no font: half
 * a word is worse than none. Emoji that no font has are left out.
 * @param fonts In order of preference.
 */
export function toPrintableRuns(text: string, fonts: readonly ShareFont[]): TextRun[] | undefined {
  const runs: TextRun[] = [];
  for (const { segment } of graphemes.segment(simplify(text))) {
    const font = fonts.find((candidate) => supports(candidate, segment));
    if (font) appendRun(runs, segment, font);
    else if (!ornament.test(segment)) return undefined;
  }
  return runs.some((run) => run.text.trim()) ? runs : undefined;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Normalizes characters, and replaces ligatures and hyphens that few fonts have. */
function simplify(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\u202f/g, '\u00a0')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim();
}

function supports(font: ShareFont, grapheme: string): boolean {
  if (!supportedScript.test(grapheme) || (font.symbolsOnly && !mathLetter.test(grapheme)))
    return false;
  return [...grapheme].every((character) =>
    openFont(font).codePoints.has(character.codePointAt(0) ?? 0),
  );
}

function appendRun(runs: TextRun[], text: string, font: ShareFont): void {
  const last = runs.at(-1);
  // Leaves out one of the spaces around an emoji that is left out.
  if (text === ' ' && (!last || last.text.endsWith(' '))) return;
  if (last && last.font === font) last.text += text;
  else runs.push({ text, font });
}
