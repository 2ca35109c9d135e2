import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { checkAddresses } from '../../src/content/validate/check-addresses.ts';
import { listPublicFiles, readSections } from '../../src/content/validate/site-contents.ts';
import { readSite } from '../../src/content/site/read-site.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';
import { authorFolder } from '../helpers/author-folder.ts';
import { talkFile } from '../helpers/talk-file.ts';

const talk = (keys: Record<string, unknown> = {}) =>
  talkFile({ title: 'T', date: '2021-09-22', ...keys });

/** Checks the addresses of a site of these files. */
function check(files: Record<string, string>) {
  const folder = authorFolder({ 'content/site.yaml': 'name: Ada Example\n', ...files });
  const site = readSite(folder, {});
  const read = readSections(folder, site, createAddresses('/'));
  const { addresses, problems } = checkAddresses(read, folder, site);
  const said = problems.map(
    ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
  );
  /** What is published at a path. */
  const at = (path: string) => addresses.byPath.get(path)?.producer.kind;
  return { problems, said: said.toSorted(), at };
}

const nyu = { 'content/talks/nyu/index.md': talk() };

describe('two pages at one address', () => {
  it('are an error that names both files', () => {
    const files = ['content/talks/2020/nyu.md', 'content/talks/2021/NYU/index.md'];
    const slug = 'content/talks/other.md';
    const { problems, said } = check({
      ...Object.fromEntries(files.map((file) => [file, talk()])),
      [slug]: talk({ slug: 'nyu' }),
      'content/talks/fine.md': talk(),
    });
    expect(said).toEqual([
      'content/talks/2020/nyu.md:1:1 error talk/duplicate-address',
      'content/talks/2021/NYU/index.md:1:1 error talk/duplicate-address',
      'content/talks/other.md:4:7 error talk/duplicate-address',
    ]);
    for (const { file, message } of problems) {
      for (const other of [...files, slug].filter((name) => name !== file)) {
        expect(message).toContain(other);
      }
      expect(message).not.toContain(file);
    }
  });

  it('are an error if one of them is in public/', () => {
    const { said, problems } = check({ ...nyu, 'public/talks/nyu/index.html': 'x' });
    expect(said).toEqual(['public/talks/nyu/index.html:1:1 error address/duplicate']);
    expect(problems[0]?.message).toContain('content/talks/nyu/index.md');
    expect(problems[0]?.message).toContain('/talks/nyu/');
  });

  it('are an error if a file in public/ is where the folder of pages has to be', () => {
    const { said } = check({ ...nyu, 'content/talks/lyon.md': talk(), 'public/talks': 'x' });
    expect(said).toEqual(['public/talks:1:1 error address/duplicate']);
  });
});

test.each(['public/talks/tags', 'public/rss.xml/a.txt', 'public/talks/nyu.md/a.txt'])(
  '%s is an error, once: a file cannot be a folder',
  (file) => {
    const { said } = check({
      ...nyu,
      'content/talks/a.md': talk({ tags: ['b', 'c'] }),
      [file]: 'x',
    });
    const errors = said.filter((line) => line.includes('error'));
    expect(errors).toEqual([`${file}:1:1 error address/duplicate`]);
  },
);

describe('a file next to a page', () => {
  it('named index.html is not published instead of the page', () => {
    const { said, at, problems } = check({ ...nyu, 'content/talks/nyu/index.html': 'x' });
    expect(said).toEqual(['content/talks/nyu/index.html:1:1 warning address/not-published']);
    expect(problems[0]?.message).toContain('content/talks/nyu/index.md');
    expect(at('talks/nyu')).toBe('page');
  });

  it('may be the index.html of a folder', () => {
    const { said, at } = check({ ...nyu, 'content/talks/nyu/slides/index.html': 'x' });
    expect({ said, at: at('talks/nyu/slides') }).toEqual({ said: [], at: 'file' });
  });

  it('yields to a file in public/ at the same address, which is published today', () => {
    const pdf = 'talks/nyu/a.pdf';
    const { said, at } = check({ ...nyu, [`content/${pdf}`]: 'x', [`public/${pdf}`]: 'y' });
    expect(said).toEqual([`content/${pdf}:1:1 warning address/not-published`]);
    expect(at(pdf)).toBe('public');
  });
});

test('links in public/ that point nowhere or to a folder around them do not stop a check', () => {
  const folder = authorFolder({ 'public/files/a.txt': 'x' });
  symlinkSync('../nowhere', join(folder.public, 'gone'));
  symlinkSync('.', join(folder.public, 'round'));
  expect(listPublicFiles(folder.public)).toContain('files/a.txt');
});

describe('a generated page or file', () => {
  it.each([
    ['search', 'public/search/index.html'],
    ['talks', 'public/talks/index.html'],
    ['', 'public/index.html'],
    ['rss.xml', 'public/rss.xml'],
    ['sitemap-index.xml', 'public/sitemap-index.xml'],
    ['talks/nyu.png', 'public/talks/nyu.png'],
    ['talks/in/2021', 'public/talks/in/2021/index.html'],
  ])('yields to a file of the author, with a note: /%s', (path, file) => {
    const { said, at } = check({ ...nyu, [file]: 'x' });
    expect(said).toEqual([`${file}:1:1 note address/replaced`]);
    expect(at(path)).toBe('public');
  });

  it('yields to a page of the author, with a note', () => {
    const { said, at } = check({ ...nyu, 'content/talks/other.md': talk({ slug: 'nyu.ics' }) });
    expect(said).toEqual(['content/talks/other.md:4:7 note address/replaced']);
    expect(at('talks/nyu.ics')).toBe('page');
  });

  it('is not mentioned if authors are meant to replace it', () => {
    const files = ['robots.txt', '_headers', '_redirects', '404.html'];
    const inPublic = Object.fromEntries(files.map((name) => [`public/${name}`, 'x']));
    const { said, at } = check({ ...nyu, ...inPublic });
    expect(said).toEqual([]);
    expect(files.map(at)).toEqual(files.map(() => 'public'));
  });

  it('keeps its address from a redirect and from an alias', () => {
    const { said, at } = check({
      'content/talks/nyu.md': talk({ aliases: ['/search/'] }),
      'content/redirects.yaml': '/subscribe/: /talks/\n',
    });
    expect(said).toEqual(['content/redirects.yaml:1:1 warning redirect/taken']);
    expect(['search', 'subscribe'].map(at)).toEqual(['built-in', 'built-in']);
  });

  it('has a reserved address already: one error, no note', () => {
    expect(check({ 'content/talks/tags.md': talk() }).said).toEqual([]);
  });
});
