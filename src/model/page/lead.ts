import type { RichText } from './page-texts.ts';

/** The most characters of a lead: about three lines of the home page. */
const maxLength = 220;

/** What an HTML text consists of: a formula, which cannot be cut, another tag, a character reference, text. */
const token =
  /(?<formula><span data-formula="[^"]*">[^<]*<\/span>)|<(?<close>\/?)(?<name>[a-z][a-z0-9]*)[^>]*>|&[^;\s]+;|[^<&]/giu;

/** Elements without an end tag. */
const emptyElement = /^(?:br|wbr|img|hr|input)$/i;

/**
 * Returns the beginning of a text as inline HTML: its first paragraph, or as many of its sentences as fit on about three
 * lines. Only if the first sentence is longer, it ends after a word, with an ellipsis.
 */
export function toLead({ html }: RichText): string {
  const paragraph = /<p[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? html;
  const { pieces, text } = split(paragraph);
  if (text.length <= maxLength) return paragraph;
  const sentences = findSentenceEnds(text).filter((end) => end <= maxLength);
  const end = sentences.at(-1);
  if (end !== undefined) return cut(pieces, end);
  const words = text.slice(0, maxLength + 1).replace(/\s+\S*$/, '');
  return `${cut(pieces, Math.min(words.length, maxLength)).replace(/[\s,;:–—-]+(?=(<[^>]*>)*$)/, '')} …`;
}

interface Piece {
  html: string;
  /** The name of an element that it opens or closes. */
  opens?: string;
  closes?: string;
  /** The character that it stands for. */
  character?: string;
}

/** Splits HTML into pieces. The text has one character for each piece that is shown. */
function split(html: string): { pieces: Piece[]; text: string } {
  const pieces = [...html.matchAll(token)].map((match): Piece => {
    const { formula, close, name } = match.groups ?? {};
    const [source] = match;
    if (formula !== undefined) return { html: source, character: 'x' };
    if (name === undefined)
      return { html: source, character: source.startsWith('&') ? '&' : source };
    if (close) return { html: source, closes: name };
    return emptyElement.test(name) ? { html: source } : { html: source, opens: name };
  });
  return { pieces, text: pieces.map(({ character = '' }) => character[0] ?? '').join('') };
}

/** Returns the first pieces with a number of characters, and closes the elements that are open there. */
function cut(pieces: readonly Piece[], length: number): string {
  const open: string[] = [];
  let rest = length;
  let html = '';
  for (const piece of pieces) {
    if (rest === 0) break;
    if (piece.opens) open.push(piece.opens);
    if (piece.closes) open.pop();
    if (piece.character !== undefined) rest -= 1;
    html += piece.html;
  }
  return (
    html +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** An end of a sentence, and what may be after it before the next one. */
const sentenceEnd = /(?<=\S)[.!?…]+["”’»)\]]*(?=\s+["“‘«([]?[\p{Lu}\p{Lo}\d])|[。！？]+[」』）]*/gu;

/** Abbreviations and initials before a dot that ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:\p{L}|e\.g|i\.e|cf|vs|al|etc|approx|resp|Dr|Prof|Mr|Mrs|Ms|St|Fig|Figs|Eq|Eqs|Sec|Thm|No|vol|pp|bzw|z\.B|d\.h|u\.a)$/u;

/** Returns the ends of the sentences in a text. */
function findSentenceEnds(text: string): number[] {
  return [...text.matchAll(sentenceEnd)].flatMap(({ 0: end, index }) =>
    end.startsWith('.') && abbreviation.test(text.slice(0, index)) ? [] : index + end.length,
  );
}
