import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/content/parse/check-schema.ts';
import type { FullCode } from '../../src/schema/finding.ts';
import { toSeverity } from '../../src/schema/severity.ts';
import { siteSchema } from '../../src/schema/site.ts';

const check = (home: unknown) => checkSchema(siteSchema, { name: 'Ada', home });
const findings = (home: unknown) =>
  check(home).findings.map(
    ({ path, code, message, remedy }) =>
      `${path.join('.')} ${toSeverity(code as FullCode)} ${code} ${message}. ${remedy}`,
  );

describe('home', () => {
  it('is a list of names and maps, in order', () => {
    const home = [
      'about',
      { section: 'recent_talks', title: 'Talks', count: '3' },
      null,
      { text: 'press.md', title: '' },
    ];
    expect(check(home)).toMatchObject({
      findings: [],
      value: expect.objectContaining({
        home: [
          { section: 'about' },
          { section: 'recent_talks', title: 'Talks', count: 3 },
          { text: 'press' },
        ],
      }) as unknown,
    });
  });

  it('may be a single part, and is the default if empty', () => {
    expect(check('about').value?.home).toEqual([{ section: 'about' }]);
    expect(check({ text: 'press' }).value?.home).toEqual([{ text: 'press' }]);
    expect(check([]).value?.home).toBeUndefined();
    expect(check('').findings).toEqual([]);
  });

  it('reports invalid parts with their position, and skips them', () => {
    const home = [
      'about',
      'recent_talk',
      { section: 'awrds', title: 'Awards' },
      { title: 'Nothing' },
      { section: 'posts', text: 'press' },
      ['about'],
      'about',
      { section: 'contact', count: 3 },
      { section: 'posts', count: 0 },
    ];
    expect(check(home).value?.home).toEqual([
      { section: 'about' },
      { section: 'contact' },
      { section: 'posts' },
    ]);
    expect(findings(home)).toMatchInlineSnapshot(`
      [
        "home.1 warning site/home-part home contains "recent_talk", which is not a known part. Did you mean recent_talks?",
        "home.2 warning site/home-part home contains "awrds", which is not a known part. Did you mean awards?",
        "home.3 warning site/home-part home has a part that does not name exactly one section or text. Write the name of a part, such as recent_talks, or text: with the name of a file.",
        "home.4 warning site/home-part home has a part that does not name exactly one section or text. Write the name of a part, such as recent_talks, or text: with the name of a file.",
        "home.5 warning site/home-part home contains a list of one item instead of a part. Write the name of a part, such as recent_talks, or text: with the name of a file.",
        "home.6 warning site/home-duplicate home lists "about" twice. Delete one of them.",
        "home.7.count warning site/home-count home.count has no effect, because "contact" is not a list. Delete count.",
        "home.8.count warning site/home-count home.count must be a whole number of 1 or more, not the number 0. Write a number, such as 5, or delete count.",
      ]
    `);
  });

  it('rejects unknown keys, and paths instead of names', () => {
    expect(findings([{ section: 'posts', titel: 'News' }])).toMatchInlineSnapshot(`
      [
        "home.0.titel warning site/unknown-key "titel" is not a known key in home, so it is ignored. Did you mean title?",
      ]
    `);
    expect(findings([{ text: '../press' }])).toMatchInlineSnapshot(`
      [
        "home.0 warning site/home-text home has a text that is not a file name. Write the file name only, such as press for content/home/press.md.",
      ]
    `);
  });
});
