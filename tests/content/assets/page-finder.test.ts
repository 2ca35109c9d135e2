import { expect, it } from 'vitest';
import { createPageFinder } from '../../../src/content/assets/page-finder.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const keys = { title: 'T', date: '2021-09-22' };

it('finds a page of the section by its name, path or slug', () => {
  const folder = createAuthorFolder({
    'content/talks/nyu/index.md': talkFile(keys),
    'content/talks/b.md': talkFile({ ...keys, slug: 'other' }),
  });
  const { pages } = readPages(talkSection, folder, createAddresses('/'));
  const find = createPageFinder('talks', pages, createAuthorFolder({}));
  const names = [
    'nyu',
    '/event/nyu',
    '../talk/NYU/index.md#a',
    'talks/2021/nyu.md',
    'b',
    'b.md',
    'other',
  ];
  expect(names.map(find)).toEqual([
    ...['/talks/nyu/', '/talks/nyu/', '/talks/nyu/#a', '/talks/nyu/'],
    ...['/talks/other/', '/talks/other/', '/talks/other/'],
  ]);
  expect(['../authors/nyu', 'gone', '', '#a', '/'].map(find)).toEqual(Array(5).fill(undefined));
});

it('finds a page of another section by its path', () => {
  const folder = createAuthorFolder({
    'content/publications/Some Paper/index.md': '---\ntitle: P\nslug: paper\n---\n',
    'content/posts/note.md': '---\ntitle: N\n---\n',
    'content/posts/long.markdown': '---\ntitle: L\n---\n',
    'content/teaching/knots/index.MD': '---\ntitle: K\n---\n',
    'content/projects/empty/a.pdf': '',
  });
  const find = createPageFinder('talks', [], folder);
  expect(find('/publication/some-paper')).toBe('/publications/paper/');
  expect(find('../post/note.md#why')).toBe('/posts/note/#why');
  expect(find('/post/long')).toBe('/posts/long/');
  expect(find('/teaching/knots/index.MD')).toBe('/teaching/knots/');
  expect(['/project/empty', '/publication/gone'].map(find)).toEqual([undefined, undefined]);
});

it('finds a page by its name if one other section has it', () => {
  const folder = createAuthorFolder({
    'content/posts/note.md': '---\ntitle: N\n---\n',
    'content/pages/cv.md': '---\ntitle: CV\n---\n',
    'content/posts/both.md': '---\ntitle: B\n---\n',
    'content/projects/both.md': '---\ntitle: B\n---\n',
  });
  for (const section of ['talks', '']) {
    const find = createPageFinder(section, [], folder);
    expect(['note', 'cv', '/cv.md', 'cv#teaching', 'both'].map(find)).toEqual([
      ...['/posts/note/', '/pages/cv/', '/pages/cv/', '/pages/cv/#teaching'],
      undefined,
    ]);
  }
});
