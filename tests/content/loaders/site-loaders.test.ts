import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { expect, test } from 'vitest';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import type { FileChanges, Sync } from '../../../src/content/loaders/content-watch.ts';
import { listEntries } from '../../../src/content/loaders/entry-store.ts';
import {
  aboutLoader,
  cvLoader,
  homeTextLoader,
  type LoaderServices,
  redirectsLoader,
  siteLoader,
} from '../../../src/content/loaders/site-loaders.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { makeLoaderContext } from '../../helpers/make/loader-context.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const loaders = { site: siteLoader, about: aboutLoader, cv: cvLoader, redirects: redirectsLoader };

/** Loads a collection as a dev server does. Returns functions that change a file and that read the entries as JSON. */
async function startLoader(createLoader: typeof siteLoader, folder: SiteFolder) {
  let watched: { isRelevant: (path: string) => boolean; sync: Sync } | undefined;
  const services: LoaderServices = {
    report: { publish: () => undefined, hold: () => undefined, release: () => undefined },
    watch: { add: (_, isRelevant, sync) => void (watched = { isRelevant, sync }) },
  };
  const context = makeLoaderContext({ collection: 'tested', folder, url: 'https://ada.example' });
  const watcher = {} as NonNullable<LoaderContext['watcher']>;
  await createLoader(folder, services).load({ ...context, watcher });
  const change = async (name: string, text?: string) => {
    const path = join(folder.root, name);
    if (text === undefined) rmSync(path);
    else writeFiles(folder.root, { [name]: text });
    const changes: FileChanges = { paths: [path], hasNewNames: true };
    if (watched!.isRelevant(path)) await watched!.sync(changes);
  };
  return { change, read: () => JSON.stringify(listEntries('tested')) };
}

const files = {
  'content/site.yaml': 'name: Ada Example\nhome:\n  - text: press\n',
  'content/about.md': 'Word one.',
  'content/home/press.md': 'Word one.',
  'content/cv.yaml': 'basics:\n  summary: Word one.\n',
  'content/redirects.yaml': '/one/: /talks/\n',
};

test.each([
  ['site', 'content/site.yaml', 'name: Bob Example\n', 'name: [Bob\n'],
  ['about', 'content/about.md', 'Word two.', '---\ntitle: [A\n---\n'],
  ['cv', 'content/cv.yaml', 'basics:\n  summary: Word two.\n', 'basics: [x\n'],
  ['redirects', 'content/redirects.yaml', '/two/: /talks/\n', '/two/: [x\n'],
] as const)(
  'a dev server keeps the entry of %s until an error is fixed',
  async (name, file, valid, broken) => {
    const { change, read } = await startLoader(loaders[name], createAuthorFolder(files));
    const first = read();
    expect(first).not.toBe('[]');
    await change(file, broken);
    expect(read()).toBe(first);
    await change(file, valid);
    expect(read()).not.toBe(first);
  },
);

test('a dev server keeps a text of the home page until an error is fixed, unless it is deleted', async () => {
  const { change, read } = await startLoader(homeTextLoader, createAuthorFolder(files));
  const first = read();
  expect(first).toContain('Word one');
  await change('content/home/press.md', '---\ntitle: [A\n---\n');
  expect(read()).toBe(first);
  await change('content/home/press.md');
  expect(read()).toBe('[]');
});

test('a dev server finds a page that about.md refers to when its file is added', async () => {
  const text = 'See [it]({{< ref "lyon" >}}).';
  const folder = createAuthorFolder({ ...files, 'content/about.md': text });
  const { change, read } = await startLoader(aboutLoader, folder);
  expect(read()).not.toContain('/talks/lyon/');
  await change('content/talks/lyon.md', talkFile({ title: 'In Lyon', date: '2024-05-06' }));
  expect(read()).toContain('/talks/lyon/');
  await change('content/talks/lyon.md');
  expect(read()).not.toContain('/talks/lyon/');
});
