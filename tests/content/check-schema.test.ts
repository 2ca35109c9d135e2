import { expect, it } from 'vitest';
import { checkSchema } from '../../src/content/front-matter/check-schema.ts';
import { talkSchema } from '../../src/schema/talk.ts';

const date = '2024-05-22';
const check = (data: object) => checkSchema(talkSchema, { title: 'T', date, ...data });

it('warns of unknown keys and drops them', () => {
  const { value, findings } = check({ slide: 'x', layout: 'talk', address: { cty: 'X', city: 'Y' } });
  expect(findings).toMatchObject([
    { path: ['slide'], severity: 'warning', code: 'talk/unknown-key', remedy: 'Did you mean slides?' },
    { path: ['address', 'cty'], severity: 'warning', remedy: 'Did you mean city?', key: true },
  ]);
  expect(value).toMatchObject({ title: 'T', address: { city: 'Y' } });
  expect(value?.address).not.toHaveProperty('cty');
});

it('leaves out links without a url, at their place', () => {
  const links = [null, { name: 'A' }, { name: 'B', url: 'b.pdf' }, { name: '', url: '' }];
  const { value, findings } = check({ links });
  expect(findings).toMatchObject([{ path: ['links', 1], code: 'talk/link-without-url' }]);
  expect(value?.links).toEqual([{ name: 'B', url: 'b.pdf' }]);
});

it('finds what a warning in the same list could hide', () => {
  const { value, findings } = check({ links: [{ name: 'A' }, { url: 'data:x' }], featured: 'so' });
  expect(value).toBeUndefined();
  expect(findings.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['links.0', 'talk/link-without-url'],
    ['featured', 'talk/wrong-shape'],
    ['links.1.url', 'talk/unsafe-link'],
  ]);
});

it('reports a missing title and date together with the rest', () => {
  const { findings } = checkSchema(talkSchema, { draft: 'perhaps', date: '' });
  expect(findings.map(({ code }) => code).toSorted()).toEqual([
    'talk/date-missing',
    'talk/title-missing',
    'talk/wrong-shape',
  ]);
});

it('does not call an unreadable date a missing one', () => {
  const { findings } = check({ date: '2024-22-05' });
  expect(findings).toMatchObject([
    {
      message: 'date "2024-22-05" is not a day: month 22',
      remedy: 'Write 2024-05-22.',
      code: 'talk/date-unreadable',
    },
  ]);
});

it('says what to write for a wrong shape', () => {
  const wrong = {
    event: ['One'],
    venue: { Hall: 'second floor' },
    summary: true,
    tags: [{ one: 'two' }],
    image: ['a.jpg'],
    date_end: ['2024-05-22'],
    online: [true, false],
    location: { '[object Object]': null },
  };
  const { findings } = check(wrong);
  expect(findings.map(({ message, remedy }) => `${message}. ${remedy}`)).toMatchInlineSnapshot(`
    [
      "event holds a list of one where text belongs. Write the text alone, without brackets or hyphen: "One".",
      "location holds braces left over from a template where text belongs. Write the value itself, or take the line out.",
      "online holds a list of 2 where a link, true or false belongs. Write true, or the https address of the stream.",
      "venue holds a map ("Hall") where text belongs. Text with a colon in it stands in quotes: "Hall: second floor".",
      "summary holds true where text belongs. If the word is meant, put it in quotes: "true".",
      "date_end holds a list of one where a date belongs. Write a date such as 2024-05-22 or 2024-05-22T15:00.",
      "tags holds a map ("one") where a name belongs. Write one name an item; a name with a colon stands in quotes: "one: two".",
      "image holds a list of one where a map belongs. Write one of filename, caption, alt_text, focal_point, preview_only, placement a line, indented below the key.",
    ]
  `);
});
