import { expect, it } from 'vitest';
import { listPageFiles } from '../../../src/content/assets/page-files.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

function listFiles(...names: string[]) {
  const files = names.map((name) => [`content/talks/${name}`, ''] as const);
  const folder = createAuthorFolder(Object.fromEntries(files));
  return listPageFiles(folder.talks, folder.root, 'en').files.map(({ name, stem, bundle }) => ({
    name: name.replace('content/talks/', ''),
    stem,
    files: bundle?.files,
  }));
}

it('lists a folder with an index as one page, and every other file as one page', () => {
  expect(listFiles('nyu/index.md', 'nyu/notes.md', 'flat.md', 'code.mdx', 'nyu/a.pdf')).toEqual([
    { name: 'code.mdx', stem: 'code', files: undefined },
    { name: 'flat.md', stem: 'flat', files: undefined },
    { name: 'nyu/index.md', stem: 'nyu', files: ['a.pdf'] },
  ]);
});

it('finds pages in nested folders, of which only the last one gives the name', () => {
  expect(listFiles('2021/spring/nyu/index.mdx', '2021/oxford.md')).toEqual([
    { name: '2021/oxford.md', stem: 'oxford', files: undefined },
    { name: '2021/spring/nyu/index.mdx', stem: 'nyu', files: [] },
  ]);
});

it('skips list pages, hidden files and files that are not Markdown', () => {
  const names = ['_index.md', '_drafts/a.md', '.hidden.md', '.git/a.md', 'a.pdf', 'b.txt', 'c.md~'];
  expect(listFiles(...names, 'nyu/_index.md', 'index.md')).toEqual([]);
});

it('lists all files of a bundle except Markdown and hidden files', () => {
  const names = ['index.md', 'b.PNG', 'a/b/c.zip', 'draft.Rmd', '.DS_Store', '.a/b.pdf', 'x.md'];
  const [talk] = listFiles(...names.map((name) => `nyu/${name}`));
  expect(talk?.files).toEqual(['a/b/c.zip', 'b.PNG']);
});

it('reads every ending of Markdown that Hugo and Jekyll read, in any case', () => {
  const endings = ['markdown', 'mdown', 'MD', 'mkdn', 'Markdown'];
  const names = endings.flatMap((end) => [`${end}/index.${end}`, `${end}/a.png`]);
  expect(listFiles(...names, 'flat.mkd', 'two.md', 'two.mdown').map(({ name }) => name)).toEqual([
    ...['MD/index.MD', 'Markdown/index.Markdown', 'flat.mkd', 'markdown/index.markdown'],
    ...['mdown/index.mdown', 'mkdn/index.mkdn', 'two.md'],
  ]);
  const [talk] = listFiles('x/index.mdown', 'x/a.png', 'x/notes.MD', 'x/b.mkd');
  expect(talk?.files).toEqual(['a.png']);
});

it('accepts a missing folder', () => {
  expect(listFiles()).toEqual([]);
});

it('says which file beside a page is the same page in another format', () => {
  const page = '---\ntitle: A talk\n---\n';
  const { talks, root } = createAuthorFolder({
    'content/talks/nyu/index.md': page,
    'content/talks/nyu/index.html': page,
    'content/talks/oslo/index.md': page,
    'content/talks/oslo/index.Rmd': page,
  });
  const { files, skipped } = listPageFiles(talks, root, 'en');
  expect(files.map(({ name }) => name)).toEqual([
    'content/talks/nyu/index.md',
    'content/talks/oslo/index.md',
  ]);
  expect(skipped).toEqual([
    { name: 'content/talks/nyu/index.html', reason: 'other-text' },
    { name: 'content/talks/oslo/index.Rmd', reason: 'source' },
  ]);
});
