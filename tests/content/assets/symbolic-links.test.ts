import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listPageFiles } from '../../../src/content/assets/page-files.ts';
import { listPublicFiles } from '../../../src/content/assets/public-files.ts';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
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

it('lists each file in public/ once', () => {
  const folder = createLinkedFolder();
  expect(listPublicFiles(folder.public)).toEqual(['a.txt', 'd/e.txt']);
});
