import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compareBuilds } from '../../scripts/compare/compare-files.ts';
import { printReport } from '../../scripts/compare/report.ts';
import { projectNode, root } from '../../scripts/project-node.mjs';

type Files = Record<string, string | Buffer>;

function toBuild(files: Files) {
  return new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
}

/** Compares two builds and returns each difference without its position. */
function compare(before: Files, after: Files) {
  return compareBuilds(toBuild(before), toBuild(after)).map(
    ({ group, file, label, before: a, after: b }) => [group, file, label, a, b],
  );
}

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`;
const record = (url: string, content: string) =>
  gzipSync(`pagefind_dcd${JSON.stringify({ url, content, meta: { title: 'Knots' } })}`);

test('finds changed words on a page', () => {
  const before = { 'index.html': page('<h2 id="next">To come</h2><p>Two talks</p>') };
  const after = { 'index.html': page('<h2 id="next">Upcoming</h2><p>Two talks</p>') };
  expect(compare(before, after)).toEqual([
    ['pages', 'index.html', 'h2#next', 'To come', 'Upcoming'],
  ]);
});

test('reports only the part of a long text that changed', () => {
  const words = (word: string) =>
    page(`<p>One two three four five six ${word} seven eight nine ten eleven twelve.</p>`);
  expect(compare({ 'a.html': words('and') }, { 'a.html': words('or') })).toEqual([
    ['pages', 'a.html', 'p', 'and', 'or'],
  ]);
});

test('finds changed, added and removed attributes', () => {
  const before = { 'a.html': page('<a href="/x/" title="X">x</a><p>y</p>') };
  const after = { 'a.html': page('<a href="/y/">x</a><p hidden>y</p>') };
  expect(compare(before, after)).toEqual([
    ['pages', 'a.html', 'a[href]', '/x/', '/y/'],
    ['pages', 'a.html', 'a[title]', 'X', ''],
    ['pages', 'a.html', 'p[hidden]', '', '""'],
  ]);
});

test('names attributes as in HTML', () => {
  const before = { 'a.html': page('<img srcset="a.png 1x" tabindex="0" aria-label="A">') };
  const after = { 'a.html': page('<img srcset="b.png 1x" tabindex="1" aria-label="B">') };
  const labels = compare(before, after).map(([, , label]) => label);
  expect(labels).toEqual(['img[srcset]', 'img[tabindex]', 'img[aria-label]']);
});

test('finds added, removed and moved elements', () => {
  const before = { 'a.html': page('<ul><li>One</li><li>Two</li></ul>') };
  expect(compare(before, { 'a.html': page('<ul><li>Two</li></ul>') })).toEqual([
    ['pages', 'a.html', 'li', '<li>One</li>', ''],
  ]);
  expect(compare(before, { 'a.html': page('<ul><li>One</li><li>Two</li></ul><hr>') })).toEqual([
    ['pages', 'a.html', 'hr', '', '<hr>'],
  ]);
  const moved = { 'a.html': page('<ul><li>Two</li><li>One</li></ul>') };
  expect(compare(before, moved)).toHaveLength(2);
});

test('finds white space between elements', () => {
  const before = { 'a.html': page('<i>a</i> <i>b</i>') };
  expect(compare(before, { 'a.html': page('<i>a</i><i>b</i>') })).toEqual([
    ['pages', 'a.html', 'text', ' ', ''],
  ]);
});

test('finds files that only one build has', () => {
  expect(compare({ 'a.txt': 'a', 'b.txt': 'b' }, { 'b.txt': 'b', 'c.png': 'c' })).toEqual([
    ['only before', 'a.txt', 'a.txt', '', ''],
    ['only after', 'c.png', 'c.png', '', ''],
  ]);
});

test('finds changed lines of feeds, calendars and other texts', () => {
  const before = {
    'rss.xml': '<rss><title>A</title><link>x</link></rss>',
    'feed.json': '{"title":"A","items":[]}',
    'talks.ics': 'BEGIN:VEVENT\r\nSUMMARY:A very lo\r\n ng title\r\nEND:VEVENT\r\n',
    'llms.txt': 'One\nTwo\nThree\n',
  };
  const after = {
    'rss.xml': '<rss><title>B</title><link>x</link></rss>',
    'feed.json': '{"title":"B","items":[]}',
    'talks.ics': 'BEGIN:VEVENT\r\nSUMMARY:A very lo\r\n ng talk\r\nEND:VEVENT\r\n',
    'llms.txt': 'One\nThree\n',
  };
  expect(compare(before, after)).toEqual([
    ['texts', 'feed.json', 'line', 'A', 'B'],
    ['texts', 'llms.txt', 'line', 'Two', ''],
    ['texts', 'rss.xml', 'line', 'A', 'B'],
    ['texts', 'talks.ics', 'line', 'title', 'talk'],
  ]);
});

test('finds white space changes that the format ignores', () => {
  expect(compare({ 'a.json': '{"a":1}' }, { 'a.json': '{ "a": 1 }' })).not.toEqual([]);
  expect(compare({ 'a.ics': 'A:\r\n b' }, { 'a.ics': 'A:b' })).not.toEqual([]);
});

test('finds images and documents with different bytes', () => {
  const [png, pdf] = [Buffer.from([0x89, 0x50, 1]), Buffer.from('%PDF-1.4 a')];
  expect(compare({ 'a.png': png, 'a.pdf': pdf }, { 'a.png': png, 'a.pdf': '%PDF-1.4 b' })).toEqual([
    ['bytes', 'a.pdf', 'a.pdf', '', ''],
  ]);
  // Neither is valid UTF-8; decoded with replacement characters, both would be equal.
  expect(compare({ 'a.txt': Buffer.from([0xff]) }, { 'a.txt': Buffer.from([0xfe]) })).toEqual([
    ['bytes', 'a.txt', 'a.txt', '', ''],
  ]);
});

test('ignores the ids of scoped styles', () => {
  const build = (id: string) => ({
    'a.html': page(`<p data-astro-cid-${id}>x</p>`),
    [`_astro/Card.${id}.css`]: `p[data-astro-cid-${id}]{color:red}`,
  });
  expect(compare(build('k4hxz2'), build('q7rt9b'))).toEqual([]);
});

test('ignores hashes in a Content-Security-Policy', () => {
  const build = (hash: string) => {
    const policy = `script-src 'self' 'sha256-${hash}='; style-src 'self'`;
    return {
      'a.html': page('', `<meta http-equiv="content-security-policy" content="${policy}">`),
      _headers: `/*\n  Content-Security-Policy: ${policy}\n`,
    };
  };
  expect(compare(build('abc+/1'), build('xyz+/2'))).toEqual([]);
  const other = JSON.parse(JSON.stringify(build('abc+/1')).replaceAll("style-src 'self'", ''));
  expect(compare(build('abc+/1'), other as Files)).toHaveLength(2);
});

test('ignores names below _astro of files with the same content, and follows references', () => {
  const build = (stem: string, hash: string) => ({
    'a.html': page('', `<script src="/_astro/${stem}.${hash}.js"></script>`),
    [`_astro/${stem}.${hash}.js`]: `import"./part-${stem}.${hash}.js";`,
    [`_astro/part-${stem}.${hash}.js`]: 'console.log(1)',
    [`_astro/${stem}.${hash}.css`]: `@font-face{src:url(/_astro/fonts/${hash}.woff2)}`,
    [`_astro/fonts/${hash}.woff2`]: Buffer.from([0, 1, 2]),
  });
  expect(compare(build('search', 'B4x'), build('find', 'Dq_9'))).toEqual([]);
});

test('reports a changed file below _astro once, and not on the pages that refer to it', () => {
  const build = (hash: string, colour: string) => ({
    'a.html': page('', `<link rel="stylesheet" href="/_astro/base.${hash}.css">`),
    [`_astro/base.${hash}.css`]: `p{margin:0;color:${colour}}`,
  });
  expect(compare(build('A1', 'red'), build('B2', 'blue'))).toEqual([
    ['texts', '_astro/base.css', 'line', 'color:red', 'color:blue'],
  ]);
});

test('reports a reference to another file below _astro', () => {
  const build = (name: string) => ({
    'a.html': page(`<img src="/_astro/${name}">`),
    '_astro/one.A1.png': Buffer.from([0, 1]),
    '_astro/two.B2.png': Buffer.from([0, 2]),
  });
  const differences = compare(build('one.A1.png'), build('two.B2.png'));
  expect(differences.map(([, , label]) => label)).toEqual(['img[src]']);
});

test('compares search records by their URLs', () => {
  const before = {
    'pagefind/fragment/en_1.pf_fragment': record('/talks/a/', 'Knots and braids'),
    'pagefind/fragment/en_2.pf_fragment': record('/talks/b/', 'Links'),
    'pagefind/pagefind.en_1.pf_meta': 'one',
    'pagefind/pagefind-entry.json': '{"hash":"en_1"}',
  };
  const after = {
    'pagefind/fragment/en_3.pf_fragment': record('/talks/a/', 'Knots or braids'),
    'pagefind/fragment/en_4.pf_fragment': record('/talks/b/', 'Links'),
    'pagefind/fragment/en_5.pf_fragment': record('/talks/c/', 'Tangles'),
    'pagefind/pagefind.en_2.pf_meta': 'two',
    'pagefind/pagefind-entry.json': '{"hash":"en_2"}',
  };
  expect(compare(before, after)).toEqual([
    ['search', '/talks/a/', 'line', 'and', 'or'],
    ['only after', '/talks/c/', '/talks/c/', '', ''],
  ]);
});

test('prints the same change on many pages once', () => {
  const pages = (text: string) =>
    toBuild({ 'a.html': page(`<h2>${text}</h2>`), 'b.html': page(`<p>1</p><h2>${text}</h2>`) });
  const report = printReport(compareBuilds(pages('To come'), pages('Upcoming')));
  expect(report).toBe(
    'Pages (1)\n  h2: "To come" → "Upcoming"\n    2 times, first in a.html, html > body > main > h2',
  );
});

test('ends with exit code 0, 1 or 2', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-compare-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('one/a.txt', 'a');
  write('same/a.txt', 'a');
  write('other/a.txt', 'b');
  const run = (...args: string[]) => {
    const script = join(root, 'scripts', 'compare-builds.ts');
    const env = { ...process.env, INIT_CWD: folder };
    return spawnSync(projectNode(), [script, ...args], { env, encoding: 'utf8' });
  };
  expect(run('one', 'same')).toMatchObject({ status: 0, stdout: 'No differences.\n' });
  expect(run('one', 'other')).toMatchObject({ status: 1 });
  expect(run('one', 'absent')).toMatchObject({ status: 2 });
  expect(run('one')).toMatchObject({ status: 2 });
});
