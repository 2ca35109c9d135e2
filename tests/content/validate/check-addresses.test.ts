import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { checkAddresses } from '../../../src/content/validate/check-addresses.ts';
import { listPublicFiles } from '../../../src/content/assets/public-files.ts';
import { readSections } from '../../../src/content/validate/site-contents.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const talk = (keys: Record<string, unknown> = {}) =>
  talkFile({ title: 'T', date: '2021-09-22', ...keys });

/** Checks the addresses of a site of these files. */
function check(files: Record<string, string>) {
  const folder = createAuthorFolder({ 'content/site.yaml': 'name: Ada Example\n', ...files });
  const site = readSite(folder, {});
  const read = readSections(folder, site, createAddresses('/'));
  const { addresses, problems } = checkAddresses(read, folder, site);
  const reported = problems.map(
    ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
  );
  /** Returns the kind of producer of a path. */
  const findProducer = (path: string) => addresses.byPath.get(path)?.producer.kind;
  return { problems, reported: reported.toSorted(), findProducer };
}

const nyu = { 'content/talks/nyu/index.md': talk() };

describe('two pages at one address', () => {
  it('are an error that names both files', () => {
    const files = ['content/talks/2020/nyu.md', 'content/talks/2021/NYU/index.md'];
    const slug = 'content/talks/other.md';
    const { problems, reported } = check({
      ...Object.fromEntries(files.map((file) => [file, talk()])),
      [slug]: talk({ slug: 'nyu' }),
      'content/talks/fine.md': talk(),
    });
    expect(reported).toEqual([
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
    const { reported, problems } = check({ ...nyu, 'public/talks/nyu/index.html': 'x' });
    expect(reported).toEqual(['public/talks/nyu/index.html:1:1 error address/duplicate']);
    expect(problems[0]?.message).toContain('content/talks/nyu/index.md');
    expect(problems[0]?.message).toContain('/talks/nyu/');
  });

  it('are not served if the slug of one is the file of the list', () => {
    const { findProducer, reported } = check({
      'content/talks/a.md': talk({ slug: 'index.html' }),
    });
    // The error is that of a reserved address, which readPages reports.
    expect([reported, findProducer('talks')]).toEqual([[], undefined]);
  });

  it('are an error if a file in public/ is where the folder of pages has to be', () => {
    const { reported } = check({ ...nyu, 'content/talks/lyon.md': talk(), 'public/talks': 'x' });
    expect(reported).toEqual(['public/talks:1:1 error address/duplicate']);
  });
});

test.each(['public/talks/tags', 'public/rss.xml/a.txt', 'public/talks/nyu.md/a.txt'])(
  '%s has one error, because a file cannot be a folder',
  (file) => {
    const { reported } = check({
      ...nyu,
      'content/talks/a.md': talk({ tags: ['b', 'c'] }),
      [file]: 'x',
    });
    const errors = reported.filter((line) => line.includes('error'));
    expect(errors).toEqual([`${file}:1:1 error address/duplicate`]);
  },
);

describe('a file next to a page', () => {
  it('named index.html is not published instead of the page', () => {
    const { reported, findProducer, problems } = check({
      ...nyu,
      'content/talks/nyu/index.html': 'x',
    });
    expect(reported).toEqual(['content/talks/nyu/index.html:1:1 warning address/not-published']);
    expect(problems[0]?.message).toContain('content/talks/nyu/index.md');
    expect(findProducer('talks/nyu')).toBe('page');
  });

  it('may be the index.html of a folder', () => {
    const { reported, findProducer } = check({
      ...nyu,
      'content/talks/nyu/slides/index.html': 'x',
    });
    expect({ reported, kind: findProducer('talks/nyu/slides') }).toEqual({
      reported: [],
      kind: 'file',
    });
  });

  it('is not published if a file in public/ has the same address', () => {
    const pdf = 'talks/nyu/a.pdf';
    const { reported, findProducer } = check({
      ...nyu,
      [`content/${pdf}`]: 'x',
      [`public/${pdf}`]: 'y',
    });
    expect(reported).toEqual([`content/${pdf}:1:1 warning address/not-published`]);
    expect(findProducer(pdf)).toBe('public');
  });
});

test('ignores links in public/ to nothing or to a parent folder', () => {
  const folder = createAuthorFolder({ 'public/files/a.txt': 'x' });
  symlinkSync('../nowhere', join(folder.public, 'gone'));
  symlinkSync('.', join(folder.public, 'round'));
  expect(listPublicFiles(folder)).toContain('files/a.txt');
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
  ])('is replaced by a file of the author, with a note: /%s', (path, file) => {
    const { reported, findProducer } = check({ ...nyu, [file]: 'x' });
    expect(reported).toEqual([`${file}:1:1 note address/replaced`]);
    expect(findProducer(path)).toBe('public');
  });

  it('is replaced by a page of the author, with a note', () => {
    const { reported, findProducer } = check({
      ...nyu,
      'content/talks/other.md': talk({ slug: 'nyu.ics' }),
    });
    expect(reported).toEqual(['content/talks/other.md:4:7 note address/replaced']);
    expect(findProducer('talks/nyu.ics')).toBe('page');
  });

  it('has no note if authors are expected to replace it', () => {
    const files = ['robots.txt', '_headers', '_redirects', '404.html'];
    const inPublic = Object.fromEntries(files.map((name) => [`public/${name}`, 'x']));
    const { reported, findProducer } = check({ ...nyu, ...inPublic });
    expect(reported).toEqual([]);
    expect(files.map(findProducer)).toEqual(files.map(() => 'public'));
  });

  it('is not replaced by a redirect or an alias', () => {
    const { reported, findProducer } = check({
      'content/talks/nyu.md': talk({ aliases: ['/search/'] }),
      'content/redirects.yaml': '/subscribe/: /talks/\n',
    });
    expect(reported).toEqual(['content/redirects.yaml:1:1 warning redirect/taken']);
    expect(['search', 'subscribe'].map(findProducer)).toEqual(['built-in', 'built-in']);
  });

  it('has no note if the slug is reserved, which is an error already', () => {
    expect(check({ 'content/talks/tags.md': talk() }).reported).toEqual([]);
  });
});
