import type { ShareFont } from '../model/site/share-font.ts';
import { coveredCodePoints } from './share/woff-coverage.ts';

/** A stretch of text and, if it is not the one that comes first anyhow, the font it needs. */
export interface Run {
  text: string;
  font?: string;
}

/** What a text loses nothing by: joiners, variation selectors, pictures, their modifiers. */
const ornament = /^[\p{Cf}\p{Cc}\p{So}\p{Sk}\p{M}\p{Emoji_Presentation}]+$/u;
/** Scripts that are read one letter after the other, as the fonts at hand set them. */
const plainScript = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]+$/u;
const mathLetter = /^[\p{S}\p{P}\p{Zs}\u2100-\u214f\u{1d400}-\u{1d7ff}\p{M}]/u;

/**
 * A text as the fonts can set it, or undefined when they cannot set all of its letters and signs:
 * half a word would be worse than none. Emoji that no font has are left out.
 * @param fonts In the order in which they are tried.
 */
export function toPrintable(text: string, fonts: readonly ShareFont[]): Run[] | undefined {
  const runs: Run[] = [];
  for (const { segment } of graphemes.segment(simplify(text))) {
    const font = fonts.find((candidate) => sets(candidate, segment));
    if (font) append(runs, segment, needsNaming(segment, font, fonts) ? font.name : undefined);
    else if (!ornament.test(segment)) return undefined;
  }
  return runs.some((run) => run.text.trim()) ? runs : undefined;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** One spelling of each character; ligatures and hyphens that few fonts have become plain ones. */
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

function sets(font: ShareFont, grapheme: string): boolean {
  if (!plainScript.test(grapheme) || (font.signsOnly && !mathLetter.test(grapheme))) return false;
  return [...grapheme].every((character) => covers(font, character));
}

/** A letter with a mark is set in the first font that has the letter, even if that lacks the mark. */
function needsNaming(grapheme: string, font: ShareFont, fonts: readonly ShareFont[]): boolean {
  const [letter = ''] = grapheme;
  return fonts.find((candidate) => covers(candidate, letter)) !== font;
}

function append(runs: Run[], text: string, font: string | undefined): void {
  const last = runs.at(-1);
  // Where an ornament is left out, one of the spaces around it goes with it.
  if (text === ' ' && (!last || last.text.endsWith(' '))) return;
  if (last && last.font === font) last.text += text;
  else runs.push({ text, ...(font && { font }) });
}

const known = new WeakMap<Buffer, Set<number>>();

function covers({ data }: ShareFont, character: string): boolean {
  let covered = known.get(data);
  if (!covered) known.set(data, (covered = coveredCodePoints(data)));
  return covered.has(character.codePointAt(0) ?? 0);
}
