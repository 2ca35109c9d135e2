import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listPageFiles } from '../../../src/content/assets/page-files.ts';
import { listPublicFiles } from '../../../src/content/assets/public-files.ts';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const text = talkFile({ title: 'T', date: '2024-05-06' });
/** Creates a site with links of every kind. */
function createLinkedFolder(): SiteFolder {
  const outside = createAuthorFolder({ 'far/index.md': text, 'far/a.pdf': '%PDF-' }).root;
  const folder = createAuthorFolder({
    'content/talks/nyu/index.md': text,
    'content/talks/nyu/a.txt': 'a',
    'content/shared/slides/s.pdf': '%PDF-',
    'archive/old/index.md': text,
    'archive/loose.md': text,
    'public/a.txt': 'a',
    'public/d/e.txt': 'e',
  });
  const link = (target: string, ...path: string[]) =>
    symlinkSync(target, join(folder.root, ...path));
  const talks = ['content', 'talks'];
  mkdirSync(join(folder.talks, 'ring'));
  writeFileSync(join(folder.talks, 'ring', 'index.md'), text);
  link('../../shared/slides', ...talks, 'nyu', 'slides');
  link('a.txt', ...talks, 'nyu', 'same.txt');
  link('self', ...talks, 'nyu', 'self');
  link('lost.pdf', ...talks, 'nyu', 'gone.pdf');
  link('..', ...talks, 'nyu', 'up');
  link(join(outside, 'far'), ...talks, 'nyu', 'far');
  // Two folders that link to each other.
  link('../nyu', ...talks, 'ring', 'nyu');
  link('../ring', ...talks, 'nyu', 'ring');
  link('../../archive/old', ...talks, 'old');
  link('../../archive/loose.md', ...talks, 'loose.md');
  link(join(outside, 'far'), ...talks, 'far');
  link('.', ...talks, 'circle');
  for (const name of ['b', 'c', 'd/f']) link(name === 'd/f' ? '..' : '.', 'public', name);
  return folder;
}

it('follows links to files and to folders in the site', () => {
  const folder = createLinkedFolder();
  const listing = listPageFiles(folder.talks, folder.root, 'en');
  const found = listing.files.map(({ name }) => name.replace('content/talks/', ''));
  expect(found).toEqual(['loose.md', 'nyu/index.md', 'old/index.md', 'ring/index.md']);
  const files = listing.files.map(({ bundle }) => bundle?.files);
  expect(files[1]).toEqual(['a.txt', 'same.txt', 'slides/s.pdf']);
  expect(files[3]).toEqual(['nyu/a.txt', 'nyu/same.txt', 'nyu/slides/s.pdf']);
});

it('skips links that are broken, circular or point out of the site, and warns once about each', () => {
  const folder = createLinkedFolder();
  const { problems } = readPages(talkSection, folder, createAddresses('/'));
  const found = problems.map(({ file, severity, code, message }) => {
    expect([severity, code]).toEqual(['warning', 'file/symbolic-link']);
    return `${file.replace('content/talks/', '')}: ${/points to ([a-z]+)/.exec(message)?.[1]}`;
  });
  expect(found.filter((one) => !one.startsWith('ring/'))).toEqual([
    ...['circle: itself', 'far: a', 'nyu/far: a', 'nyu/gone.pdf: nothing'],
    ...['nyu/ring/nyu: itself', 'nyu/self: itself', 'nyu/up: itself'],
  ]);
});

/** Creates a site with links out of it, of each kind that leads to something. */
function createOutsideLinks(settings: string): SiteFolder {
  const outside = createAuthorFolder({
    'far/talk.md': text,
    'far/s.pdf': '%PDF-',
    'far/d/x.txt': 'x',
  });
  const folder = createAuthorFolder({
    'content/site.yaml': `name: Ada Example\n${settings}`,
    'content/talks/nyu/index.md': talkFile({
      title: 'T',
      date: '2024-05-06',
      url_slides: 's.pdf',
      url_code: '/s.pdf',
    }),
    'public/a.txt': 'a',
  });
  const link = (target: string, path: string) =>
    symlinkSync(join(outside.root, 'far', target), join(folder.root, path));
  link('talk.md', 'content/talks/far.md');
  link('talk.md', 'content/about.md');
  link('s.pdf', 'content/talks/nyu/s.pdf');
  link('s.pdf', 'public/s.pdf');
  link('d', 'public/d');
  return folder;
}

it('follows links to single texts outside the site with a note, and refuses other files', async () => {
  const folder = createOutsideLinks('');
  const { problems } = await checkSite(folder);
  const found = problems.flatMap(({ file, code }) =>
    code.startsWith('file/') ? `${code} ${file}` : [],
  );
  expect(found.sort()).toEqual([
    'file/linked-text content/about.md',
    'file/linked-text content/talks/far.md',
    'file/symbolic-link content/talks/nyu/s.pdf',
    'file/symbolic-link public/d',
    'file/symbolic-link public/s.pdf',
  ]);
  expect(problems.filter(({ code }) => code === 'talk/missing-file')).toHaveLength(2);
  expect(listPublicFiles(folder)).toEqual(['a.txt']);
});

it('follows all links out of the site with follow_links', async () => {
  const folder = createOutsideLinks('follow_links: true\n');
  const { problems } = await checkSite(folder);
  expect(problems.filter(({ code }) => /^file\/|missing-file/.test(code))).toEqual([]);
  expect(listPublicFiles(folder)).toEqual(['a.txt', 'd/x.txt', 's.pdf']);
});

it('lists each file in public/ once', () => {
  const folder = createLinkedFolder();
  expect(listPublicFiles(folder)).toEqual(['a.txt', 'd/e.txt']);
});
