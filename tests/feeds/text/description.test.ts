import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLocale } from '../../../src/feeds/head/page-head.ts';
import { toTalkHead } from '../../../src/feeds/head/page-heads.ts';
import { describeTalk, toDescription } from '../../../src/feeds/text/description.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { firstDelivery, makeTalk } from '../../helpers/make/talk.ts';

const textOf = (keys: Record<string, unknown>) => {
  const talk = makeTalk(keys);
  return describeTalk({ talk, delivery: firstDelivery(talk) }, 'en-GB');
};

describe('a description', () => {
  test.each([
    ['Short.', 'Short.'],
    [' two\n\nparagraphs ', 'two paragraphs'],
    ['the rate \\alpha grows', 'the rate alpha grows'],
    [`${'word '.repeat(31)}words more`, `${'word '.repeat(31).trim()}…`],
    [`${'word '.repeat(30)}again, and more`, `${'word '.repeat(30)}again…`],
    ['x'.repeat(200), `${'x'.repeat(159)}…`],
  ])('of %j is one line that ends after a word', (text, shown) => {
    expect(toDescription(text)).toBe(shown);
  });

  test('is never too long, and is the start of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const shown = toDescription(text);
        expect(shown.length).toBeLessThanOrEqual(160);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown).not.toMatch(/\n/);
      }),
    );
  });

  test.each([
    [{ summary: 'What *it* is: $x^2$.', abstract: 'Long.' }, 'What it is: x².'],
    [
      { event: 'School', address: { city: 'Wien', country: 'Austria' }, date: '2024-05-22T15:00' },
      'Talk by Ada Example: School, Wien, Austria, 22 May 2024.',
    ],
  ])('of a talk with %o is the text of the author, or else the details', (keys, text) => {
    expect(textOf(keys)).toBe(text);
  });
});

test.each([
  ['en-GB', 'en_GB'],
  ['de', 'de_DE'],
  ['zh-Hant-TW', 'zh_TW'],
  ['pt-BR', 'pt_BR'],
])('the locale of %s is %s', (language, locale) => {
  expect(toLocale(language)).toBe(locale);
});

describe('the head of a talk', () => {
  const now = Date.UTC(2024, 0, 1);
  const site = makeSite();

  test('has no metadata for a private talk', () => {
    const head = toTalkHead(site, makeTalk({ private: true, publishDate: '2020-01-01' }), now);
    expect(Object.keys(head).sort()).toEqual(['description', 'hidden', 'title', 'type']);
    expect(head.hidden).toBe(true);
  });

  test('has no dates in the future', () => {
    const dates = (keys: Record<string, unknown>) => {
      const { published, revised } = toTalkHead(site, makeTalk(keys), now);
      return [published, revised];
    };
    const past = { publishDate: '2021-01-01T00:00Z', lastmod: '2022-01-01T00:00Z' };
    expect(dates(past)).toEqual([Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1)]);
    expect(dates({ publishDate: '2031-01-01', lastmod: '2032-01-01' })).toEqual([
      undefined,
      undefined,
    ]);
  });
});
