import { expect, test } from 'vitest';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { sections } from '../../../src/content/sections/sections.ts';
import { addFileNameDate } from '../../../src/content/parse/file-names.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

test.each([
  ['2021-09-11-why-we-count', {}, { date: '2021-09-11', title: 'Why We Count' }],
  ['2022-07-1-short-day', { title: 'T' }, { date: '2022-07-01', title: 'T' }],
  ['2021-09-11-a', { date: '2020-01-01', title: '' }, { date: '2020-01-01', title: 'A' }],
  [
    '2021-09-11-a',
    { title: 'T', event_start: '2020-01-01' },
    { title: 'T', event_start: '2020-01-01' },
  ],
  ['2021-19-11-a', {}, {}],
  ['2021-09-11', {}, {}],
  ['notes-2021-09-11-a', {}, {}],
])('%s with the keys %j has the keys %j', (stem, data, expected) => {
  expect(addFileNameDate(data, stem)).toEqual(expected);
});

test('a post of Jekyll without a date has the date in its file name', () => {
  const folder = createAuthorFolder({
    'content/posts/2021-09-11-why-we-count.md': '---\ntags: [counting]\n---\nBecause.\n',
    'content/authors/2021-09-11-lin.md': '---\ntitle: Lin Sample\n---\n',
  });
  const read = (name: string) =>
    readPages(
      sections.find((section) => section.name === name)!,
      folder,
      createAddresses('/'),
    );
  const { pages, problems } = read('posts');
  expect(problems).toEqual([]);
  expect(pages[0]?.frontMatter).toMatchObject({
    title: 'Why We Count',
    date: { year: 2021, month: 9, day: 11 },
  });
  expect(read('people').pages[0]?.frontMatter).not.toHaveProperty('date');
});
