import type { Hit } from './search-engine.ts';

/**
 * Whether a hit has something of every word that was searched for. Pagefind forgives endings and slips
 * of the pen; but of a word that no talk has it looks for ever less, in the end for its first letter.
 */
export function isMeant(
  words: string,
  { content, locations, meta, matched }: Pick<Hit, 'content' | 'locations' | 'meta' | 'matched'>,
): boolean {
  const texts = content.split(/\s+/);
  const found = [...locations.map((i) => texts[i]), ...matched.map((name) => meta[name])];
  const letters = plain(found.filter(Boolean).join(' '));
  return plain(words)
    .split(' ')
    .every((word) => letters.includes(word.slice(0, Math.max(2, word.length >> 1))));
}

/** Small letters without accents, as Pagefind compares them; punctuation only ties a word together. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\p{M}\p{P}]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
