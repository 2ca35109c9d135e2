import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { toLead } from '../../../src/model/page/lead.ts';

const lead = (html: string) => toLead({ html, text: '' });
const shown = (html: string) => toText(fromHtml(lead(html), { fragment: true }));

const first = 'We count the bits that a trained network needs, and find fewer than expected.';
const second =
  'The code is short, e.g. it fits on a card, as A. Example (cf. Dr. Sample) has shown.';
const third = 'What that leaves us able to say about the error is the subject of the second half.';

describe('a lead', () => {
  it('is the whole of a short text, and the first paragraph of an abstract', () => {
    expect(lead(`${first} ${second}`)).toBe(`${first} ${second}`);
    expect(lead(`<p>${first}</p>\n<p>${second}</p>`)).toBe(first);
  });

  it('ends after the last sentence that fits', () => {
    expect(lead(`<p>${first} ${second} ${third}</p>`)).toBe(`${first} ${second}`);
    expect(shown(`${first} <em>${second} ${third} ${third}</em>`)).toBe(`${first} ${second}`);
    expect(lead(`${'結び目を数える。'.repeat(40)}`)).toBe('結び目を数える。'.repeat(27));
  });

  it('never ends after an abbreviation or an initial', () => {
    const start = 'A short one. ';
    const long = `${start}There are ${'many words '.repeat(9)}by J. Sample et al. The ${'end '.repeat(30)}`;
    expect(lead(long)).toBe('A short one.');
  });

  it('ends after a word if the first sentence is too long', () => {
    const words = 'compression, '.repeat(40);
    const text = lead(words);
    expect(text).toMatch(/compression …$/);
    expect(text.length).toBeLessThanOrEqual(222);
    expect(lead('x'.repeat(500))).toBe(`${'x'.repeat(220)} …`);
  });

  it('closes the elements that are open where it ends, and keeps formulas whole', () => {
    const formula = '<span data-formula="inline:x&lt;y. Z"></span>';
    const html = `<p>${formula} &amp; <a href="https://example.org"><em>${first} ${second}</em></a> ${third} ${third}</p>`;
    expect(lead(html)).toBe(
      `${formula} &amp; <a href="https://example.org"><em>${first} ${second}</em></a>`,
    );
    const inside = `<em>${first} <strong>${second} ${third} ${third}</strong></em>`;
    expect(lead(inside)).toBe(`<em>${first} <strong>${second}</strong></em>`);
    expect(lead('😀'.repeat(300)).isWellFormed()).toBe(true);
  });
});
