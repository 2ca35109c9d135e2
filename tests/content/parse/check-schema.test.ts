import { expect, it } from 'vitest';
import { checkSchema } from '../../../src/content/parse/check-schema.ts';
import { siteSchema } from '../../../src/schema/site.ts';
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
      code: 'talk/unknown-key',
      remedy: 'Did you mean slides?',
    },
    { path: ['address', 'cty'], remedy: 'Did you mean city?', key: true },
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

it('finds every problem in the same list, and keeps the rest of the page', () => {
  const { value, findings } = check({ links: [{ name: 'A' }, { url: 'data:x' }], featured: 'so' });
  expect(value).toMatchObject({ title: 'T' });
  expect(value?.links).toBeUndefined();
  expect(findings.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['featured', 'talk/wrong-shape'],
    ['links.0', 'talk/link-without-url'],
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

it('leaves out an entry without a required key once, without a second warning', () => {
  const settings = {
    name: 'Ada',
    links: [{ name: 'A', url: 'javascript:x' }, { url: 'https://b.example' }, 'c'],
    affiliation: { url: 'https://u.example' },
    base: '/~ada',
  };
  const { value, findings } = checkSchema(siteSchema, settings);
  expect(findings.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([
    'affiliation.name site/incomplete',
    'links.0.url site/unsafe-link',
    'links.1.name site/incomplete',
    'links.2 site/wrong-shape',
  ]);
  expect(value).toMatchObject({ name: 'Ada', links: [], base: '/~ada' });
  expect(value?.affiliation).toBeUndefined();
});

it('uses nothing of settings with an unreadable name, URL, base or time zone', () => {
  const settings = { name: ['Ada'], url: 3, base: ['a'], timezone: 'Mars' };
  const { value, findings } = checkSchema(siteSchema, settings);
  expect(value).toBeUndefined();
  expect(findings.map(({ code }) => code)).toEqual([
    'site/name',
    'site/url',
    'site/base',
    'site/unknown-timezone',
  ]);
});

it('restores the backslashes that YAML has read in double quotes', () => {
  const title = 'On $\x07lpha$, $\x08eta$, $\x0crac12$, $\tau$, $\nu$ and\ta tab';
  const { value, findings } = check({ title });
  expect(findings).toMatchObject([{ path: ['title'], code: 'talk/lost-backslash' }]);
  expect(value?.title).toBe('On $\\alpha$, $\\beta$, $\\frac12$, $\\tau$, $\\nu$ and\ta tab');
});

it('omits a hundred thousand values in one pass', () => {
  const authors = Array.from({ length: 100_000 }, (_, i) => ({ name: i }));
  const { value, findings } = check({ authors: [...authors, 'Ada'] });
  expect(findings).toHaveLength(100_000);
  expect(value?.authors).toEqual(['Ada']);
});
