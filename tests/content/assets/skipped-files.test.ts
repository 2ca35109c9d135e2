import { describe, expect, it } from 'vitest';
import { formatNotes, formatReport } from '../../../src/content/validate/format-report.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { listPageFiles } from '../../../src/content/assets/page-files.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

function listTalks(language: string, ...names: string[]) {
  const folder = createAuthorFolder(
    Object.fromEntries(names.map((name) => [`content/talks/${name}`, ''])),
  );
  const { files, skipped } = listPageFiles(folder.talks, folder.root, language);
  const shorten = (name: string) => name.replace('content/talks/', '');
  return {
    talks: files.map(({ name, stem }) => `${shorten(name)} ${stem}`),
    skipped: skipped.map(({ name, reason }) => `${shorten(name)} ${reason}`),
  };
}

describe('a talk in several languages', () => {
  const bundle = ['nyu/index.en.md', 'nyu/index.fr.md', 'nyu/index.pt-br.md'];

  it.each([
    ['en-GB', 'index.en.md'],
    ['fr', 'index.fr.md'],
    ['pt-BR', 'index.pt-br.md'],
    ['pt-PT', 'index.pt-br.md'],
    ['ja', 'index.en.md'],
  ])('is read in the language of the site: %s', (language, name) => {
    const { talks, skipped } = listTalks(language, ...bundle);
    expect(talks).toEqual([`nyu/${name} nyu`]);
    expect(skipped).toHaveLength(2);
    expect(skipped.every((one) => one.endsWith(' language'))).toBe(true);
  });

  it.each([
    ['en', ['x.md x'], ['x.ja.md language']],
    ['ja', ['x.ja.md x'], ['x.md language']],
    ['fr', ['x.md x'], ['x.ja.md language']],
  ])('may have a file without a language: %s', (language, talks, skipped) => {
    expect(listTalks(language, 'x.md', 'x.ja.md')).toEqual({ talks, skipped });
  });

  it('is read in another language if there is no other file', () => {
    expect(listTalks('en', 'x.ja.md')).toEqual({ talks: ['x.ja.md x'], skipped: [] });
  });

  it('is not assumed for a name with a dot', () => {
    const names = ['v1.2.md', 'node.js.md', 'a.zz.md'];
    expect(listTalks('en', ...names)).toEqual({
      talks: ['a.zz.md a.zz', 'node.js.md node.js', 'v1.2.md v1.2'],
      skipped: [],
    });
  });
});

it('recognises list pages and source documents', () => {
  const names = [
    'index.md',
    '_index.md',
    'a/index.md',
    'a/index.Rmd',
    'a/index.markdown',
    'b.Rmarkdown',
  ];
  expect(listTalks('en', ...names, 'c.markdown', '2021/_index.md', '_draft.md')).toEqual({
    talks: ['a/index.md a', 'c.markdown c'],
    skipped: [
      '2021/_index.md list',
      '_index.md list',
      'a/index.Rmd source',
      'a/index.markdown source',
      'b.Rmarkdown source',
      'index.md list',
    ],
  });
});

it.each([
  ['a widget', { widget: 'pages', title: 'T', date: '2021-09-22' }, true],
  ['a headless page', { headless: true, title: 'T' }, true],
  ['a landing page', { title: 'Talks', type: 'landing', sections: [{ block: 'x' }] }, true],
  ['a page without title and date', { view: 'list' }, true],
  ['a page of another collection', { title: 'T', collection: 'projects' }, true],
  [
    'a talk of another collection',
    { title: 'T', collection: 'projects', date: '2021-09-22' },
    false,
  ],
  ['a talk without a date', { title: 'T', collection: 'talks' }, false],
  ['a talk with headless: false', { title: 'T', headless: false, date: '2021-09-22' }, false],
])('skips, or reads, %s: %#', (_, keys, isSkipped) => {
  const folder = createAuthorFolder({ 'content/talks/x.md': talkFile(keys) });
  const { problems } = readPages(talkSection, folder, createAddresses('/'));
  const notes = problems.filter(({ code }) => code === 'talk/skipped');
  expect(notes.map(({ file, severity }) => `${file} ${severity}`)).toEqual(
    isSkipped ? ['content/talks/x.md note'] : [],
  );
});

describe('notes in a report', () => {
  const note = (file: string, message: string) => ({
    ...{ file, message, line: 3, column: 1, severity: 'note' as const },
    ...{ code: 'talk/placeholder' as const, remedy: 'Take it out.' },
  });

  it('are grouped if they are equal, with a limited number of files', () => {
    const names = Array.from({ length: 8 }, (_, i) => `${i}.md`);
    const notes = [...names.map((name) => note(name, 'a')), note('0.md', 'a'), note('z.md', 'b')];
    expect(formatNotes(notes)).toEqual([
      {
        text: 'note a. Take it out. (0.md, 1.md, 2.md, 3.md, 4.md and 3 more)',
        code: 'talk/placeholder',
      },
      { text: 'note b. Take it out. (z.md)', code: 'talk/placeholder' },
    ]);
  });

  it('are not counted as problems', () => {
    expect(formatReport([note('a.md', 'a')], { color: false })).toBe(
      'note a. Take it out. (a.md)\n    talk/placeholder\n\nNo problems.',
    );
  });
});
