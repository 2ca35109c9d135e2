import { describe, expect, test } from 'vitest';
import { mergeFiles, listPagePaths } from './helpers/sites/merge-files.ts';
import { makePortfolioFiles } from './helpers/sites/portfolio.ts';
import { talkFile } from './helpers/make/talk-file.ts';

describe('mergeFiles', () => {
  test('contains the files of every topic', () => {
    const files = { 'content/talks/a.md': 'a', 'content/talks/b/index.md': 'b' };
    expect(mergeFiles({ one: files, other: { 'content/posts/a.md': 'c' } })).toEqual({
      ...files,
      'content/posts/a.md': 'c',
    });
  });

  test('accepts images and translations of one page', () => {
    const files = { 'content/talks/a/index.en.md': '', 'content/talks/a/index.fr.md': '' };
    expect(
      Object.keys(mergeFiles({ one: { ...files, 'content/talks/a/b.png': '' } })),
    ).toHaveLength(3);
  });

  test.each([
    ['content/talks/a.md', 'content/talks/a.md'],
    ['content/talks/a.md', 'content/talks/a/index.md'],
    ['content/talks/a.mdx', 'content/talks/a.md'],
    ['content/authors/ada.yaml', 'content/authors/ada/_index.md'],
    ['content/site.yaml', 'content/site.yaml'],
  ])('rejects %s of one topic and %s of another', (path, same) => {
    expect(() => mergeFiles({ one: { [path]: '' }, other: { [same]: '' } })).toThrow(
      `one and other both define ${same}`,
    );
  });
});

describe('pagesOf', () => {
  test('distinguishes public, private and draft pages', () => {
    const files = {
      'content/talks/a/index.md': talkFile({ title: 'A' }),
      'content/talks/b.en.md': talkFile({ title: 'B', private: false }),
      'content/talks/c.mdx': talkFile({ title: 'C', private: true }),
      'content/talks/d.md': talkFile({ title: 'D', draft: true }),
      'content/talks/_index.md': '',
      'content/talks/a/data.yaml': '',
      'content/authors/lin.yaml': 'private: true\n',
    };
    expect(listPagePaths(files, /^talks$/, 'public')).toEqual(['talks/a', 'talks/b']);
    expect(listPagePaths(files, /./, 'private')).toEqual(['talks/c', 'people/lin']);
  });
});

test('all public talks of the shared site fit into a feed', async () => {
  const talks = listPagePaths(await makePortfolioFiles(), /^talks$/, 'public');
  expect(talks.length).toBeGreaterThan(15);
  expect(talks.length).toBeLessThanOrEqual(25);
});
