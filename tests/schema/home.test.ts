import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/content/front-matter/check-schema.ts';
import { siteSchema } from '../../src/schema/site.ts';

const check = (home: unknown) => checkSchema(siteSchema, { name: 'Ada', home });
const findings = (home: unknown) =>
  check(home).findings.map(
    ({ path, severity, code, message, remedy }) =>
      `${path.join('.')} ${severity} ${code} ${message}. ${remedy}`,
  );

describe('home', () => {
  it('is a list of names and maps, in the order of the author', () => {
    const home = [
      'about',
      { section: 'recent_talks', title: 'Talks', count: '3' },
      null,
      { text: 'press.md', title: '' },
    ];
    expect(check(home)).toEqual({
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

  it('may be one part, and nothing means the default', () => {
    expect(check('about').value?.home).toEqual([{ section: 'about' }]);
    expect(check({ text: 'press' }).value?.home).toEqual([{ text: 'press' }]);
    expect(check([]).value?.home).toBeUndefined();
    expect(check('').findings).toEqual([]);
  });

  it('says what is no part, where it stands, and goes on without it', () => {
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
        "home.1 warning site/home-part home has no part called "recent_talk". Did you mean recent_talks?",
        "home.2 warning site/home-part home has no part called "awrds". Did you mean awards?",
        "home.3 warning site/home-part home has a part that is not one section or one text. Write the name of a part, such as recent_talks, or text: and the name of a file.",
        "home.4 warning site/home-part home has a part that is not one section or one text. Write the name of a part, such as recent_talks, or text: and the name of a file.",
        "home.5 warning site/home-part home holds a list of one where a part belongs. Write the name of a part, such as recent_talks, or text: and the name of a file.",
        "home.6 warning site/home-duplicate home names "about" a second time. Name each part once.",
        "home.7.count warning site/home-count home.count counts "contact", which is no list. Take it out.",
        "home.8.count warning site/home-count home.count holds the number 0 where a number from 1 belongs. Write a number, such as 5, or take it out.",
      ]
    `);
  });

  it('refuses keys that it does not know, and paths for names', () => {
    expect(findings([{ section: 'posts', titel: 'News' }])).toMatchInlineSnapshot(`
      [
        "home.0.titel error site/unknown-key "titel" is not a key inside home. Did you mean title?",
      ]
    `);
    expect(findings([{ text: '../press' }])).toMatchInlineSnapshot(`
      [
        "home.0 warning site/home-text home has a text whose name is not that of a file. Write the name alone, such as press for content/home/press.md.",
      ]
    `);
  });
});
