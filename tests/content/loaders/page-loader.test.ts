import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { countCheckedTexts, renderTextsFor } from '../../../src/content/loaders/deferred-texts.ts';
import { listEntries, type StoredEntry } from '../../../src/content/loaders/entry-store.ts';
import type { Sync } from '../../../src/content/loaders/content-watch.ts';
import { pageLoader } from '../../../src/content/loaders/page-loader.ts';
import { readCacheEntry, writeCacheEntry } from '../../../src/content/assets/file-cache.ts';
import type { LoaderServices } from '../../../src/content/loaders/site-loaders.ts';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { pageEntry } from '../../../src/schema/entry.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { makeImage } from '../../helpers/make/images.ts';
import { makeLoaderContext } from '../../helpers/make/loader-context.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const keys = { title: 'T', date: '2021-09-22' };
const body = '[x](gone.pdf) <a href="ref gone.pdf">y</a> [t]({{< ref "next" >}}) ![A](a.png)';
const entry = pageEntry(z.any(), z.any());

/** Creates a folder with the talk `nyu`, and a function that loads it and returns whether it was rendered. */
async function createTalk() {
  const folder = createAuthorFolder({
    'content/talks/nyu/index.md': talkFile(keys, body),
    'content/talks/nyu/a.png': await makeImage('png'),
  });
  await load(folder);
  const cache = join(folder.root, 'cache', 'rendered-texts');
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' });
  const [name = ''] = names.filter((path) => path.endsWith('.json'));
  const cachedTexts = join(cache, name);
  const isRendered = async () => {
    const previous = statSync(cachedTexts).ino;
    await load(folder);
    return statSync(cachedTexts).ino !== previous;
  };
  return { folder, cachedTexts, isRendered };
}

const services: LoaderServices = {
  report: { publish: () => undefined, hold: () => undefined, release: () => undefined },
  watch: { add: () => undefined },
};

/** Loads the talks of a folder as a new process does, and returns their entries. @param dev As a dev server does. */
async function load(folder: SiteFolder, dev = {}): Promise<Map<string, StoredEntry>> {
  const context = makeLoaderContext({
    ...{ collection: 'talks', folder, schema: entry },
    ...{ cache: join(folder.root, 'cache'), url: 'https://ada.example.ac' },
  });
  await pageLoader(talkSection, folder, services).load({ ...context, ...dev });
  return new Map(listEntries('talks').map((stored) => [stored.id, stored]));
}

let talk: Awaited<ReturnType<typeof createTalk>>;

beforeEach(async () => {
  talk = await createTalk();
});

test('keeps the texts of a page if nothing that they refer to has changed', async () => {
  expect(await talk.isRendered()).toBe(false);
  writeFiles(talk.folder.root, { 'public/other.pdf': '' });
  expect(await talk.isRendered()).toBe(false);
});

test.each([
  ['a missing file is added', { 'public/gone.pdf': '' }],
  ['a missing file whose name starts with "ref" is added', { 'public/ref gone.pdf': '' }],
  ['a page that ref names is added', { 'content/talks/next.md': talkFile(keys) }],
  ['the page itself changes', { 'content/talks/nyu/index.md': talkFile(keys, 'New') }],
])('renders a page again when %s', async (_, files) => {
  writeFiles(talk.folder.root, files);
  expect(await talk.isRendered()).toBe(true);
  expect(await talk.isRendered()).toBe(false);
});

test('renders a page again when an image changes', async () => {
  const path = 'content/talks/nyu/a.png';
  writeFiles(talk.folder.root, { [path]: await makeImage('png', [40, 40]) });
  expect(await talk.isRendered()).toBe(true);
  rmSync(join(talk.folder.root, path));
  expect(await talk.isRendered()).toBe(true);
});

test('takes the texts of a page from the cache, which keeps no page that is gone', async () => {
  const { folder, cachedTexts: file } = talk;
  const stored = await load(folder);
  expect(await load(folder)).toEqual(stored);

  const { key, rendering } = readCacheEntry<{ key: string; rendering: object }>(file)!;
  writeCacheEntry(file, { key, rendering: { ...rendering, hasPlayer: true } });
  expect((await load(folder)).get('nyu')).toMatchObject({ data: { hasPlayer: true } });

  rmSync(join(folder.content, 'talks/nyu/index.md'));
  await load(folder);
  expect(existsSync(file)).toBe(false);
});

test('stores the same entries with any number of threads', async () => {
  const talks = Array.from({ length: 110 }, (_, i) => {
    const text = `[t]({{< ref "t${i + 1}" >}}) $x^{${i}}$ {{< nothing >}} [x](gone.pdf)`;
    return [`content/talks/t${i}.md`, talkFile(keys, text)];
  });
  const stores: unknown[] = [];
  for (const threads of ['1', '2', '3']) {
    vi.stubEnv('LECTERN_THREADS', threads);
    const folder = createAuthorFolder(Object.fromEntries(talks) as Record<string, string>);
    const entries = [...(await load(folder)).values()];
    stores.push(entries.map(({ digest: _, ...entry }) => entry));
  }
  vi.unstubAllEnvs();
  expect(stores[0]).toHaveLength(110);
  expect(stores[1]).toEqual(stores[0]);
  expect(stores[2]).toEqual(stores[0]);
});

test('a dev server renders the abstract and the body when a page asks for them', async () => {
  const featured = { ...keys, abstract: 'Shown.', featured: 'true' };
  const folder = createAuthorFolder({
    'content/talks/brest.md': talkFile({ ...keys, title: '$x$', abstract: 'Of *it*.' }, 'A body.'),
    'content/talks/lyon.md': talkFile(featured, '{{< nothing >}}'),
    'content/talks/metz.md': talkFile({ ...keys, summary: 'So.' }, '{{< nothing >}}'),
  });
  const reported: Problem[][] = [];
  services.report.publish = (_, problems) => reported.push(problems);
  onTestFinished(() => void (services.report.publish = () => undefined));
  const stored = () => Object.fromEntries(listEntries('talks').map((page) => [page.id, page]));

  await load(folder, { watcher: {} });
  const { brest, lyon, metz } = stored();
  expect(lyon).toMatchObject({ data: { texts: { abstract: { text: 'Shown.' } } } });
  expect(metz).toMatchObject({ data: { texts: { summary: { text: 'So.' } }, hasBody: true } });
  expect(brest).toMatchObject({ data: { hasMath: true }, rendered: { html: '' } });
  expect(brest?.data.texts).not.toHaveProperty('abstract');
  expect(countCheckedTexts()).toEqual({ checked: 1, total: 3 });

  await renderTextsFor('/talks/brest/');
  expect(stored().brest).toMatchObject({
    data: { texts: { abstract: { html: '<p>Of <em>it</em>.</p>' } } },
    rendered: { html: '<p>A body.</p>' },
  });
  expect(stored().metz).toBe(metz);
  await renderTextsFor('/talks/metz/');
  expect(countCheckedTexts()).toEqual({ checked: 3, total: 3 });
  const inFiles = reported.map((problems) => problems.map(({ file }) => file).toSorted());
  const [inLyon, inMetz] = ['content/talks/lyon.md', 'content/talks/metz.md'];
  expect(inFiles).toEqual([[inLyon], [inLyon], [inLyon, inMetz]]);

  const complete = stored();
  await load(folder, { watcher: {} });
  expect(countCheckedTexts()).toEqual({ checked: 3, total: 3 });
  expect(stored()).toEqual(complete);
  await load(folder);
  expect(stored()).toEqual(complete);
});

test('a dev server shows a change that is saved while the page is rendered', async () => {
  const name = 'content/talks/brest.md';
  const folder = createAuthorFolder({ [name]: talkFile(keys, 'First.') });
  const syncs: Sync[] = [];
  services.watch.add = (_, __, sync) => syncs.push(sync);
  onTestFinished(() => void (services.watch.add = () => undefined));
  await load(folder, { watcher: {} });

  const rendering = renderTextsFor('/talks/brest/');
  writeFiles(folder.root, { [name]: talkFile(keys, 'Second.') });
  const changes = { paths: [join(folder.root, name)], hasNewNames: false };
  await Promise.all([rendering, ...syncs.map((sync) => sync(changes))]);
  expect(listEntries('talks')).toMatchObject([{ rendered: { html: '<p>Second.</p>' } }]);
  expect(renderTextsFor('/talks/brest/')).toBeUndefined();
});
