import { expect, it } from 'vitest';
import { listPageFiles } from '../../src/content/assets/page-files.ts';
import { authorFolder } from '../helpers/author-folder.ts';

function filesOf(...names: string[]) {
  const files = names.map((name) => [`content/talks/${name}`, ''] as const);
  const folder = authorFolder(Object.fromEntries(files));
  return listPageFiles(folder.talks, folder.root, 'en').files.map(({ name, stem, bundle }) => ({
    name: name.replace('content/talks/', ''),
    stem,
    files: bundle?.files,
  }));
}

it('takes a folder with an index as one talk and every other file as one', () => {
  expect(filesOf('nyu/index.md', 'nyu/notes.md', 'flat.md', 'code.mdx', 'nyu/a.pdf')).toEqual([
    { name: 'code.mdx', stem: 'code', files: undefined },
    { name: 'flat.md', stem: 'flat', files: undefined },
    { name: 'nyu/index.md', stem: 'nyu', files: ['a.pdf'] },
  ]);
});

it('finds talks in folders of folders, of which only the last gives the name', () => {
  expect(filesOf('2021/spring/nyu/index.mdx', '2021/oxford.md')).toEqual([
    { name: '2021/oxford.md', stem: 'oxford', files: undefined },
    { name: '2021/spring/nyu/index.mdx', stem: 'nyu', files: [] },
  ]);
});

it('passes over pages of lists, hidden files and what is not Markdown', () => {
  const names = ['_index.md', '_drafts/a.md', '.hidden.md', '.git/a.md', 'a.pdf', 'b.txt', 'c.md~'];
  expect(filesOf(...names, 'nyu/_index.md', 'index.md')).toEqual([]);
});

it('counts all files of a bundle but Markdown and hidden ones', () => {
  const names = ['index.md', 'b.PNG', 'a/b/c.zip', 'draft.Rmd', '.DS_Store', '.a/b.pdf', 'x.md'];
  const [talk] = filesOf(...names.map((name) => `nyu/${name}`));
  expect(talk?.files).toEqual(['a/b/c.zip', 'b.PNG']);
});

it('is content with a folder that is not there', () => {
  expect(filesOf()).toEqual([]);
});
