import { expect, it } from 'vitest';
import { checkSchema } from '../../../src/content/parse/check-schema.ts';
import { talkSchema } from '../../../src/schema/talk.ts';

const date = '2024-05-22';
const check = (data: object) => checkSchema(talkSchema, { title: 'T', date, ...data });

it('warns about unknown keys and omits them', () => {
  const { value, findings } = check({
    slide: 'x',
    layout: 'talk',
    address: { cty: 'X', city: 'Y' },
  });
  expect(findings).toMatchObject([
    {
      path: ['slide'],
      severity: 'warning',
      code: 'talk/unknown-key',
      remedy: 'Did you mean slides?',
    },
    { path: ['address', 'cty'], severity: 'warning', remedy: 'Did you mean city?', key: true },
  ]);
  expect(value).toMatchObject({ title: 'T', address: { city: 'Y' } });
  expect(value?.address).not.toHaveProperty('cty');
});

it('omits links without a url, with a warning at their position', () => {
  const links = [null, { name: 'A' }, { name: 'B', url: 'b.pdf' }, { name: '', url: '' }];
  const { value, findings } = check({ links });
  expect(findings).toMatchObject([{ path: ['links', 1], code: 'talk/link-without-url' }]);
  expect(value?.links).toEqual([{ name: 'B', url: 'b.pdf' }]);
});

it('finds errors next to a warning in the same list', () => {
  const { value, findings } = check({ links: [{ name: 'A' }, { url: 'data:x' }], featured: 'so' });
  expect(value).toBeUndefined();
  expect(findings.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['links.0', 'talk/link-without-url'],
    ['featured', 'talk/wrong-shape'],
    ['links.1.url', 'talk/unsafe-link'],
  ]);
});

it('reports a missing title and date together with other errors', () => {
  const { findings } = checkSchema(talkSchema, { draft: 'perhaps', date: '' });
  expect(findings.map(({ code }) => code).toSorted()).toEqual([
    'talk/date-missing',
    'talk/title-missing',
    'talk/wrong-shape',
  ]);
});

it('does not report an unreadable date as missing', () => {
  const { findings } = check({ date: '2024-22-05' });
  expect(findings).toMatchObject([
    {
      message: 'date "2024-22-05" is not a valid date: there is no month 22',
      remedy: 'Did you mean 2024-05-22?',
      code: 'talk/date-unreadable',
    },
  ]);
});

it('explains what to write instead of a wrong type', () => {
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
      "event must be text, not a list of one item. Write the text without brackets or a hyphen: "One".",
      "location must be text, not a placeholder in braces. Replace the placeholder with a value, or delete the line.",
      "online must be a link, true or false, not a list of 2 items. Write true, or the https address of the live stream.",
      "venue must be text, not a map with the key "Hall". Put text with a colon in quotes: "Hall: second floor".",
      "summary must be text, not true. If you mean the word, put it in quotes: "true".",
      "date_end must be a date, not a list of one item. Write a date such as 2024-05-22 or 2024-05-22T15:00.",
      "tags contains a map with the key "one" instead of a name. Write one name per item, and put a name with a colon in quotes: "one: two".",
      "image must be a map, not a list of one item. Write its keys below it, one per line and indented. Known keys: filename, caption, alt_text, focal_point, preview_only, placement.",
    ]
  `);
});
