import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { ImportError } from '../../src/import/plan/plan.ts';
import type { ImportReportJson } from '../../src/import/report/format-report.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import {
  importOldSite,
  createFolderPath,
  makePageText,
  hashTree,
} from '../helpers/old-sites/import-old-site.ts';
import {
  academic2,
  academic4,
  academicpages,
  hugoblox,
  wowchemy,
} from '../helpers/old-sites/old-sites.ts';

vi.setConfig({ testTimeout: 60_000 });

const odd = {
  'config.toml': 'theme = "academic"\ntitle = "Ada Example"\n',
  'content/talk/Séminaire à Lyon.md': makePageText('Lyon'),
  'content/talk/a.b.c/index.md': makePageText('Dots', 'url_slides: slides 1.pdf\n'),
  'content/talk/a.b.c/slides 1.pdf': '%PDF-1.4',
  'content/post/Upper.md': makePageText('Upper', 'share: true\n'),
  'content/post/upper.md': makePageText('Lower', 'typo_key: 1\n'),
  'content/post/links.md': `${makePageText('Links')}\n[gone](/nowhere/), [here](/files/R%C3%A9sum%C3%A9.pdf)\n\n{{< youtube abc >}} {{< oddity >}}\n`,
  'static/files/Résumé.pdf': '%PDF-1.4',
  'static/img/a.png': 'x',
  'static/img/A.png': 'y',
  'layouts/index.html': '<html>',
  'public/index.html': 'made',
};

describe.each([
  ['Academic 2', academic2],
  ['Academic 4', academic4],
  ['Wowchemy', wowchemy],
  ['HugoBlox', hugoblox],
  ['academicpages', academicpages],
  ['odd names', odd],
])('a site of %s', (_, files) => {
  test('the import report lists every file with its outcome', async () => {
    const { root } = createAuthorFolder(files);
    const before = hashTree(root);
    const { into, read } = await importOldSite(root);
    expect(hashTree(root)).toEqual(before);

    const report = JSON.parse(read('import-report.json')) as ImportReportJson;
    const counted = Object.keys(before).filter((path) => !path.startsWith('public/'));
    expect(report.files.map(({ path }) => path)).toEqual(counted.sort());
    const { files: all, copied, quarantined, converted, skipped } = report.counts;
    expect(copied + quarantined + converted + skipped).toBe(all);
    expect(all).toBe(counted.length);
    expect(all).toBeGreaterThan(5);

    const after = hashTree(into);
    for (const { path, outcome, to, reason } of report.files) {
      if (outcome === 'copied') expect(to.map((one) => after[one])).toContain(before[path]);
      if (outcome === 'converted') expect(to.filter((one) => after[one]).length).toBeGreaterThan(0);
      if (outcome === 'quarantined' || outcome === 'skipped') expect(reason).not.toBe('');
    }
    const accounted = [...report.files.flatMap(({ to }) => to), ...report.written];
    const reports = ['import-report.json', 'import-report.md'];
    expect(Object.keys(after).sort()).toEqual([...new Set([...accounted, ...reports])].sort());
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const path of counted) expect(read('import-report.md')).toContain(path);
    expect(read('import-report.md')).not.toContain(root);
  });

  test('a second import changes nothing', async () => {
    const first = await importOldSite(files);
    expect(first.moved).toBeGreaterThan(0);
    const tree = hashTree(first.into);
    const second = await importOldSite(first.root, { into: first.into });
    expect(second.moved).toBe(0);
    expect(hashTree(first.into)).toEqual(tree);
  });

  test('a dry run writes nothing and returns the same report', async () => {
    const looked = await importOldSite(files, { dryRun: true });
    expect(existsSync(looked.into)).toBe(false);
    const done = await importOldSite(looked.root);
    expect(looked.report).toEqual(done.report);
  });
});

test('reports a broken relative link', async () => {
  const { report } = await importOldSite({
    ...wowchemy,
    'content/authors/admin/_index.md': `${makePageText('Ada', 'superuser: true\n')}\n[mine](./post/a), [none](./post/none)\n`,
    'content/post/a.md': `${makePageText('A')}\n[b](../b/), [near](b), [web](mailto:a@b.example), \`[x](y)\`\n`,
    'content/post/b.md': `${makePageText('B')}\n{{< cta cta_text="Begin" cta_link="chapter" >}}\n`,
  });
  expect(report.brokenLinks).toEqual([
    { file: 'content/authors/admin/_index.md', link: './post/none' },
    { file: 'content/posts/a.md', link: 'b' },
    { file: 'content/posts/b.md', link: 'chapter' },
  ]);
});

test.each(['file:///home/ada/', 'urn:x', 'http://[', 'constructor'])(
  'reads the site of %s',
  async (url) => {
    const page = 'content/post/a/index.md';
    const { summary } = await importOldSite(
      {
        'config.json': JSON.stringify({ baseURL: url, theme: 'academic' }),
        [page]: makePageText('A'),
      },
      { dryRun: true },
    );
    expect(summary.join('\n')).toContain('1');
  },
);

test('the import report lists keys, shortcodes, links and pages', async () => {
  const { report, read, root } = await importOldSite(odd);
  expect(report.pages).toContainEqual({ section: 'talks', count: 2, drafts: 0 });
  expect(report.pages).toContainEqual({ section: 'posts', count: 3, drafts: 0 });
  const keys = report.keys.map(({ key, ofOldTheme }) => [key, ofOldTheme]);
  expect(keys).toEqual([
    ['share', true],
    ['typo_key', false],
  ]);
  expect(report.shortcodes).toMatchObject([
    { name: 'oddity', understood: false, uses: 1 },
    { name: 'youtube', understood: true, uses: 1 },
  ]);
  expect(report.brokenLinks).toEqual([{ file: 'content/posts/links.md', link: '/nowhere/' }]);
  expect(report.unreadFolders).toEqual([{ path: 'public', reason: 'Output of the old generator' }]);
  expect(read('import-report.md').replace(basename(root), 'old-site')).toMatchSnapshot();
});

describe('existing files', () => {
  const mine = { 'content/site.yaml': 'name: Me\n', 'content/talks/a.b.c/index.md': 'Mine.' };

  test('stops the import before anything is written, file by file', async () => {
    const { root: into } = createAuthorFolder(mine);
    const before = hashTree(into);
    const stopped = importOldSite(odd, { into });
    await expect(stopped).rejects.toThrow(ImportError);
    await expect(stopped).rejects.toThrow(
      /content\/talks\/a\.b\.c\/index\.md\n {2}content\/site\.yaml\n\n.*--into \.\.\/my-site/s,
    );
    expect(hashTree(into)).toEqual(before);
    expect((await importOldSite(odd, { into, dryRun: true })).conflicts).toContain(
      'content/site.yaml',
    );
  });

  test('is replaced with --force, all or by name, after a backup', async () => {
    const { root: into } = createAuthorFolder(mine);
    const { root: old } = createAuthorFolder(odd);
    const { backup, read } = await importOldSite(old, { into, force: 'all' });
    expect(backup).toBe('import-backup');
    expect(read('import-backup/content/site.yaml')).toBe('name: Me\n');
    expect(read('import-backup/content/talks/a.b.c/index.md')).toBe('Mine.');
    expect(read('content/site.yaml')).toContain('Ada Example');

    writeFileSync(join(into, 'content/site.yaml'), 'name: Again\n');
    const again = await importOldSite(old, { into, force: ['content/site.yaml'] });
    expect(again).toMatchObject({ backup: 'import-backup-2', moved: 1 });
    expect(again.read('import-backup-2/content/site.yaml')).toBe('name: Again\n');
  });

  test('does not replace another name, or a folder, a link or a file with the same name', async () => {
    const { root: into } = createAuthorFolder({ ...mine, public: 'a file' });
    const stopped = importOldSite(odd, { into, force: ['content/site.yaml'] });
    await expect(stopped).rejects.toThrow(/^These files.*index\.md\n.*public\/img\/a\.png/s);
    await expect(importOldSite(odd, { into, force: 'all' })).rejects.toThrow(
      'a folder, a link or a file has the same name',
    );
    await expect(importOldSite(odd, { force: ['content/none.md'] })).rejects.toThrow(
      'content/none.md is not a file of this import',
    );
  });

  test('keeps other files of the folder', async () => {
    const { root: into } = createAuthorFolder({
      'content/talks/mine.md': makePageText('Mine'),
      'a.txt': 'a',
    });
    const { read } = await importOldSite(odd, { into });
    expect(read('content/talks/mine.md')).toBe(makePageText('Mine'));
    expect(readdirSync(into).sort()).toEqual([
      'a.txt',
      'content',
      'import-report.json',
      'import-report.md',
      'public',
    ]);
  });
});

test('reports links out of the old site, and does not follow them', async () => {
  const outside = createAuthorFolder({ 'secret.pdf': 'secret' }).root;
  const { root } = createAuthorFolder(odd);
  mkdirSync(join(root, 'static/more'));
  symlinkSync(join(outside, 'secret.pdf'), join(root, 'static/more/secret.pdf'));
  const { report, read, into } = await importOldSite(root);
  expect(report.files.find(({ path }) => path === 'static/more/secret.pdf')).toMatchObject({
    outcome: 'skipped',
    reason: 'Symbolic link to a place outside the folder. Replace it with the file itself',
  });
  expect(read('import-report.md')).toMatch(
    /### Files that could not be read: 1\n.*static\/more\/secret/s,
  );
  expect(Object.keys(hashTree(into)).filter((path) => /secret/.test(path))).toEqual([]);
});

test('does not import into the old site itself', async () => {
  const { root } = createAuthorFolder(odd);
  const before = hashTree(root);
  for (const into of [root, join(root, 'new'), join(root, 'static', 'deep', 'er')]) {
    await expect(importOldSite(root, { into })).rejects.toThrow('is inside the old site');
  }
  expect(hashTree(root)).toEqual(before);
});

test('removes everything if it is stopped', async () => {
  const stop = new AbortController();
  const into = createFolderPath();
  const onEvent = () => stop.abort();
  await expect(importOldSite(odd, { into, onEvent, signal: stop.signal })).rejects.toThrow(
    'Stopped.',
  );
  expect(existsSync(into)).toBe(false);
});

test('quarantines a page that would stop a build, with the error, and no other', async () => {
  const { report, read } = await importOldSite({
    ...odd,
    'content/talk/undated/index.md': '---\ntitle: Undated\n---\n',
    'content/talk/undated/slides.pdf': '%PDF-1.4',
    'content/talk/torn/index.md': makePageText('Torn'),
    'content/talk/torn/featured.png': Buffer.from('89504e470d0a1a0a', 'hex'),
    'content/post/formula.md': `${makePageText('Formula')}\n$\\frac{1}$\n`,
  });
  expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report.pages).toContainEqual({ section: 'talks', count: 3, drafts: 0 });
  const quarantined = report.files
    .filter(({ outcome }) => outcome === 'quarantined')
    .map(({ path }) => path);
  expect(quarantined).toEqual(['content/talk/undated/index.md', 'content/talk/undated/slides.pdf']);
  expect(report.problems.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['text/formula', 'talk/unreadable-picture']),
  );
  expect(read('quarantine/errors/content/talks/undated/index.md')).toContain('Undated');
  expect(read('import-report.md')).toContain('- Line 1: date is missing or empty. Add the day');
});

test('quarantines a static file with the address of a page', async () => {
  const { into, read, report } = await importOldSite({
    ...odd,
    'content/talk/lyon/index.md': makePageText('Lyon'),
    'static/talks/lyon/index.html': 'An old page.',
  });
  const quarantined = report.files.filter(({ outcome }) => outcome === 'quarantined');
  expect(quarantined.map(({ path }) => path)).toEqual(['static/talks/lyon/index.html']);
  expect(quarantined[0]?.reason).toContain('content/talks/lyon/index.md');
  expect(read('content/talks/lyon/index.md')).toContain('Lyon');
  expect(existsSync(join(into, 'public/talks'))).toBe(false);
});

test('finds files that an earlier version quarantined in kept-aside/', async () => {
  const undated = { 'content/talk/undated/index.md': '---\ntitle: Undated\n---\n' };
  const { root, into } = await importOldSite({ ...odd, ...undated });
  const inQuarantine = 'errors/content/talks/undated/index.md';
  renameSync(join(into, 'quarantine'), join(into, 'kept-aside'));
  const before = hashTree(into);
  expect(before).toHaveProperty([`kept-aside/${inQuarantine}`]);
  expect((await importOldSite(root, { into })).moved).toBe(0);
  expect(hashTree(into)).toEqual(before);

  writeFileSync(join(into, 'kept-aside', inQuarantine), 'Edited.');
  const { moved, read } = await importOldSite(root, { into });
  expect(moved).toBe(1);
  expect(read(`quarantine/${inQuarantine}`)).toContain('Undated');
  expect(read(`kept-aside/${inQuarantine}`)).toBe('Edited.');
});

test('reports problems without a source line', async () => {
  const { report } = await importOldSite({
    ...odd,
    'content/talk/torn/index.md': `${makePageText('Torn')}\n![Plot](gone.png)\n`,
  });
  expect(report.problems.length).toBeGreaterThan(0);
  const printed = ['file', 'line', 'column', 'severity', 'code', 'message', 'remedy'];
  for (const problem of report.problems) expect(Object.keys(problem)).toEqual(printed);
});
