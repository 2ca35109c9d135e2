import { expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const talk = { title: 'T', date: '2021-09-22' };

async function check(files: Record<string, string>) {
  const folder = createAuthorFolder({
    'content/site.yaml': 'name: Ada\nurl: https://ada.example\n',
    ...files,
  });
  const { problems } = await checkSite(folder);
  return problems.map(({ file, line, column, severity, code, remedy }) => ({
    problem: `${file.replace('content/', '')}:${line}:${column} ${severity} ${code}`,
    remedy,
  }));
}

it('reports each reference to a missing page at its position, and suggests the most similar name', async () => {
  const reported = await check({
    'content/talks/a.md': talkFile({
      ...talk,
      projects: ['shelv', 'shelf'],
      publications: ['doe2024'],
    }),
    'content/publications/p.md': talkFile({
      title: 'P',
      date: '2020-01-01',
      talks: ['elsewhere'],
      publication: 'In *X*',
    }),
    'content/posts/n.md': talkFile({
      title: 'N',
      date: '2020-01-01',
      project: 'shelf',
      talks: ['A'],
    }),
    'content/projects/shelf.md': talkFile({ title: 'S', draft: true }),
    'content/x.bib': '@misc{Doe2025, title = {D}, year = 2024}',
  });
  expect(reported).toEqual([
    { problem: 'talks/a.md:5:16 warning talk/unknown-page', remedy: 'Did you mean Doe2025?' },
    { problem: 'talks/a.md:4:12 warning talk/unknown-page', remedy: 'Did you mean shelf?' },
    expect.objectContaining({ problem: 'publications/p.md:4:9 warning publication/unknown-page' }),
  ]);
});

it('finds a publication by all its identifiers, including the key of a merged entry', async () => {
  const names = [
    'paper',
    'old',
    'inBundle',
    '10.1000/1',
    'https://doi.org/10.1000/1',
    'inFile',
    'alone',
  ];
  const reported = await check({
    'content/talks/a.md': talkFile({ ...talk, publications: names }),
    'content/publications/old/index.md': talkFile({
      title: 'P',
      slug: 'paper',
      date: '2020-01-01',
    }),
    'content/publications/old/cite.bib': '@misc{inBundle, title = {Other}, year = 2020}',
    'content/x.bib':
      '@misc{inFile, title = {P}, year = 2020, doi = {10.1000/1}}\n@misc{alone, title = {A}, year = 2021}',
  });
  expect(reported).toEqual([]);
});

it('reports a placeholder of a template once', async () => {
  const placeholder = { projects: ['internal-project'] };
  const reported = await check({
    'content/talks/a.md': talkFile({ ...talk, ...placeholder }),
    'content/publications/p.md': talkFile({ title: 'P', date: '2020-01-01', ...placeholder }),
  });
  expect(reported.map(({ problem }) => problem)).toEqual([
    'talks/a.md:4:12 note talk/placeholder',
    'publications/p.md:4:12 note publication/placeholder',
  ]);
});
