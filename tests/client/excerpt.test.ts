import { describe, expect, it } from 'vitest';
import { toExcerpt } from '../../src/client/excerpt.ts';
import { splitWords } from '../../src/client/search-engine.ts';

/** Returns an excerpt as text, with matches in brackets. */
function show(content: string, matches: readonly string[], head = ''): string {
  const words = splitWords(content);
  const locations = words.flatMap((word, i) => (matches.includes(word.trim()) ? [i] : []));
  return toExcerpt({ words, locations }, head)
    .map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('');
}

const count = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `w${from + i}`).join(' ');

describe('an excerpt', () => {
  it('marks matches and adds an ellipsis where the text continues', () => {
    expect(show('One two three.', ['two'])).toBe('One [two] three.');
    expect(show(count(1, 60), ['w2'])).toBe(`w1 [w2] ${count(3, 32)} …`);
    expect(show(count(1, 60), ['w60'])).toBe(`… ${count(29, 59)} [w60]`);
  });

  it('does not end with short words or signs where the text continues', () => {
    expect(show(`${count(1, 28)} word of a ≤ ${count(1, 60)}`, ['w2'])).toBe(
      `w1 [w2] ${count(3, 28)} word …`,
    );
    expect(show(`${count(1, 29)} the of a ${count(61, 99)}`, ['w2', 'of'])).toContain('the [of] …');
    expect(show(`${count(1, 28)} 結び of a is ${count(1, 60)}`, ['w2'])).toContain('結び …');
  });

  it('is where most matches are', () => {
    const text = show(count(1, 200), ['w5', 'w100', 'w103']);
    expect(text).toBe(`… ${count(92, 99)} [w100] w101 w102 [w103] ${count(104, 123)} …`);
  });

  it('leaves out the facts before the text, which a result shows elsewhere', () => {
    const head = 'On knots Ada Example';
    expect(show(`${head} Some knots are tied.`, ['knots'], head)).toBe('Some [knots] are tied.');
    expect(show(`${head} Some are tied.`, ['On', 'knots'], head)).toBe('Some are tied.');
    expect(show(head, ['knots'], head)).toBe('');
    expect(
      show('結び目\u200Bの\u200B話 \u200B紐\u200Bと\u200B結び目', ['結び目'], '結び目の話'),
    ).toBe('紐と[結び目]');
  });

  it('shows HTML in a text as text', () => {
    expect(show('a &lt; b &lt;em&gt;two&lt;/em&gt; four', ['four'])).toBe(
      'a < b <em>two</em> [four]',
    );
  });
});
