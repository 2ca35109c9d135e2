import { expect, test } from 'vitest';
import type { PageFrontMatter } from '../../../src/content/assets/page-files.ts';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { BrokenPages } from '../../../src/content/loaders/broken-pages.ts';
import { listSection, readPages } from '../../../src/content/sections/read-pages.ts';
import type { Section } from '../../../src/content/sections/section.ts';
import { sections } from '../../../src/content/sections/sections.ts';
import { publicationSection } from '../../../src/content/sections/publication-section.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const lyon = talkFile({ title: 'In Lyon', date: '2024-05-06' }, 'The text.');
const broken = lyon.replace('"In Lyon"', '[In Lyon');

/** Returns a function that reads a section and finds the replacements of its broken pages. */
function createReader<F extends PageFrontMatter>(section: Section<F>, folder: SiteFolder) {
  const brokenPages = new BrokenPages(section);
  return () => {
    const { files } = listSection(section, folder, 'en');
    const reading = readPages(section, folder, createAddresses('/'));
    return { ...reading, replacements: brokenPages.findReplacements({ ...reading, files }) };
  };
}

test('replaces a page by its last state without an error until the error is fixed', () => {
  const folder = createAuthorFolder({ 'content/talks/lyon.md': lyon });
  const read = createReader(talkSection, folder);
  const { pages, replacements } = read();
  expect(replacements).toEqual([]);
  writeFiles(folder.root, { 'content/talks/lyon.md': broken });
  expect(read().replacements).toEqual(pages);
  writeFiles(folder.root, { 'content/talks/lyon.md': lyon.replace('05-06', '05-66') });
  expect(read().replacements).toEqual(pages);
  writeFiles(folder.root, { 'content/talks/lyon.md': lyon.replace('In Lyon', 'Back in Lyon') });
  expect(read().replacements).toEqual([]);
  expect(read().pages).toMatchObject([{ frontMatter: { title: 'Back in Lyon' } }]);
});

test('does not replace the page of a deleted file, or a page whose address is in use', () => {
  const folder = createAuthorFolder({
    'content/talks/lyon.md': lyon,
    'content/talks/metz.md': talkFile({ title: 'In Metz', date: '2023-05-06' }),
  });
  const read = createReader(talkSection, folder);
  read();
  writeFiles(folder.root, {
    'content/talks/lyon.md': broken,
    'content/talks/metz.md': talkFile({ title: 'In Metz', date: '2023-05-06', slug: 'lyon' }),
  });
  expect(read().replacements).toEqual([]);
});

test.each([
  ['front matter that cannot be read', broken, { title: 'In Lyon', date: '2024-05-06' }],
  ['a wrong date', lyon.replace('05-06', '22-06'), { title: 'In Lyon', date: '2024' }],
  ['no title', lyon.replace(/title.*\n/, ''), { title: 'lyon', date: '2024-05-06' }],
  ['TOML', '+++\ntitle = "In\ndate = 2024-05-06\n+++\n', { title: 'In', date: '2024-05-06' }],
])('shows %s on a placeholder that is in the list', async (_, text, { title, date }) => {
  const folder = createAuthorFolder({ 'content/talks/lyon.md': text });
  const { replacements, problems } = createReader(talkSection, folder)();
  expect(replacements).toHaveLength(1);
  const [page] = replacements;
  const { data } = talkSection.schema.safeParse({ title, date });
  expect(page).toMatchObject({ slug: 'lyon', frontMatter: { title, date: data?.date } });
  const { html } = await createTextRenderer('/').block(page!.parsed.body, { math: true });
  const { line, column, message } = problems[0]!;
  expect(html).toContain(`content/talks/lyon.md:${line}:${column}`);
  expect(html.replaceAll('&#x3C;', '<')).toContain(message);
});

test('always shows a placeholder for MDX, whose text is a module', () => {
  const path = 'content/talks/lyon.mdx';
  const folder = createAuthorFolder({ [path]: lyon });
  const read = createReader(talkSection, folder);
  read();
  writeFiles(folder.root, { [path]: `${lyon}\n<b>not closed` });
  const { replacements } = read();
  expect(replacements).toMatchObject([{ slug: 'lyon', frontMatter: { title: 'In Lyon' } }]);
  expect(replacements[0]?.file.path).toMatch(/lyon\.md$/);
  expect(replacements[0]?.parsed.body).toContain('not');
});

test('keeps the entries of a BibTeX file that an error hides', () => {
  const entry = (key: string) => `@article{${key}, title = {On ${key}}, year = 2020}\n`;
  const folder = createAuthorFolder({ 'content/papers.bib': entry('a') + entry('b') });
  const read = createReader(publicationSection, folder);
  read();
  writeFiles(folder.root, {
    'content/papers.bib': entry('a').replace('2020}', '2020') + entry('b'),
  });
  const { pages, replacements } = read();
  expect(pages.map(({ slug }) => slug)).not.toContain('a');
  expect(replacements.map(({ slug }) => slug)).toContain('a');
});

test.each(sections)('makes a placeholder in the section $name', (section) => {
  const file = `content/${section.folder ?? section.name}/x.md`;
  const folder = createAuthorFolder({ [file]: '---\ntitle: [A "title"\n---\n' });
  const { replacements } = createReader(section as Section, folder)();
  expect(replacements).toMatchObject([{ slug: 'x', frontMatter: { title: 'A "title' } }]);
});
