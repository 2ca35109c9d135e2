import { expect, it } from 'vitest';
import { publicationSection } from '../../../src/content/sections/publication-section.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const read = (keys: readonly string[], fields = '') => {
  const entries = keys.map((key, i) => `@misc{${key}, title = {T ${i}}, year = 2020${fields}}\n`);
  const folder = createAuthorFolder({ 'content/a.bib': entries.join('') });
  const { pages, problems } = readPages(publicationSection, folder, createAddresses('/'));
  const reported = problems.map(({ line, severity, code, message }) => {
    return `${line} ${severity} ${code}: ${message}`;
  });
  return { slugs: pages.map(({ slug }) => slug), reported };
};

it('keeps the keys of entries as the last part of their addresses', () => {
  const keys = ['doe2024', 'Doe:2024', 'constructor', '__proto__', 'conway', 'index'];
  expect(read(keys)).toEqual({
    slugs: ['doe2024', 'Doe-2024', 'constructor', '__proto__', 'conway', 'index'],
    reported: [],
  });
});

it('gives an entry a different address if another page of the site has it', () => {
  const { slugs, reported } = read(['index.html', 'INDEX.htm', 'doe', 'DOE']);
  expect(slugs).toEqual(['index.html-2', 'INDEX.htm-2', 'doe', 'DOE-2']);
  expect(reported).toEqual([
    expect.stringMatching(/^1 warning bib\/reserved-key: .*"index\.html".*\/index\.html-2\/$/),
    expect.stringMatching(/^2 warning bib\/reserved-key: .*"INDEX\.htm".*\/INDEX\.htm-2\/$/),
    expect.stringMatching(/^4 warning bib\/duplicate-key: /),
  ]);
});

it('reports keys and tags that cannot be the names of files', () => {
  const long = 'x'.repeat(300);
  const { slugs, reported } = read([long, 'con'], `, keywords = {${long}y, Aux}`);
  expect(slugs.map((slug) => slug.length)).toEqual([240, 3]);
  expect(reported.map((text) => text.replace(/:.*/, '')).toSorted()).toEqual([
    ...['1 warning publication/long-name', '1 warning publication/long-name'],
    ...['1 warning publication/windows-name', '2 warning publication/long-name'],
    ...['2 warning publication/windows-name', '2 warning publication/windows-name'],
  ]);
});
