import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { SectionReader } from '../../../src/content/loaders/section-reader.ts';
import { createReadingContext } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const keys = { title: 'T', date: '2021-09-22' };
let folder: SiteFolder;
let reader: SectionReader<ReturnType<typeof talkSection.schema.parse>>;

beforeEach(() => {
  folder = createAuthorFolder({
    'content/site.yaml': 'name: Ada Example\n',
    'content/talks/lyon.md': talkFile(keys, 'One'),
    'content/talks/metz/index.md': talkFile({ ...keys, url_slides: 'slides.pdf' }),
    'content/talks/metz/slides.pdf': '',
    'content/talks/nice.md': talkFile({ ...keys, url_slides: '/files/nice.pdf' }),
  });
  reader = new SectionReader(talkSection, folder);
});

/** Reads the talks, and returns the names of those whose objects are new. */
function createReading() {
  let before: readonly unknown[] = [];
  return (paths?: readonly string[], hasNewNames = false) => {
    const context = createReadingContext(readSite(folder), folder);
    const changes = paths && { paths: paths.map((path) => join(folder.root, path)), hasNewNames };
    const { pages, hasSameNames } = reader.read(createAddresses('/'), context, changes);
    const read = pages.filter((page) => !before.includes(page)).map(({ slug }) => slug);
    before = pages;
    return { read, slugs: pages.map(({ slug }) => slug), hasSameNames };
  };
}

it('reads only the changed file again', () => {
  const read = createReading();
  expect(read().read).toEqual(['lyon', 'metz', 'nice']);
  writeFiles(folder.root, { 'content/talks/lyon.md': talkFile(keys, 'Two') });
  expect(read(['content/talks/lyon.md'])).toMatchObject({ read: ['lyon'], hasSameNames: true });
});

it('reads the files again that name others if an address changes', () => {
  const read = createReading();
  read();
  writeFiles(folder.root, { 'content/talks/lyon.md': talkFile({ ...keys, slug: 'lugdunum' }) });
  const reading = read(['content/talks/lyon.md']);
  expect(reading).toEqual({
    ...{ read: ['lugdunum', 'nice'], slugs: ['lugdunum', 'metz', 'nice'], hasSameNames: false },
  });
});

it('finds new files, and forgets deleted ones', () => {
  const read = createReading();
  read();
  writeFiles(folder.root, { 'content/talks/paris.md': talkFile(keys) });
  expect(read(['content/talks/paris.md'], true)).toEqual({
    ...{ read: ['nice', 'paris'], slugs: ['lyon', 'metz', 'nice', 'paris'], hasSameNames: false },
  });
  rmSync(join(folder.talks, 'paris.md'));
  expect(read(['content/talks/paris.md'], true).slugs).toEqual(['lyon', 'metz', 'nice']);
});

it('reads a page again if a file next to it, or one that it names elsewhere, changes', () => {
  const read = createReading();
  read();
  expect(read(['content/talks/metz/slides.pdf']).read).toEqual(['metz', 'nice']);
  writeFiles(folder.root, { 'public/files/nice.pdf': 'x' });
  expect(read(['public/files/nice.pdf'], true).read).toEqual(['nice']);
  writeFiles(folder.root, { 'content/talks/metz/metz.pdf': '' });
  expect(read(['content/talks/metz/metz.pdf'], true).read).toEqual(['metz', 'nice']);
});

it('reads everything again if a setting of the site changes on which checks depend', () => {
  const read = createReading();
  read();
  const settings = readFileSync(join(folder.content, 'site.yaml'), 'utf8');
  writeFiles(folder.root, { 'content/site.yaml': `${settings}timezone: Europe/Paris\n` });
  expect(read(['content/site.yaml']).read).toEqual(['lyon', 'metz', 'nice']);
});
