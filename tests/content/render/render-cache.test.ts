import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createJobRenderer } from '../../../src/content/render/job-renderer.ts';
import { createPageFinder } from '../../../src/content/assets/page-finder.ts';
import { createRenderSettings, openRenderCache } from '../../../src/content/render/render-cache.ts';
import { toRenderJob } from '../../../src/content/render/render-job.ts';
import { fromStoredRendering } from '../../../src/content/render/rendering-json.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { makeImage } from '../../helpers/make/images.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const keys = { title: 'T $x$', date: '2021-09-22', abstract: 'A' };
const body = '[x](gone.pdf) [t]({{< ref "next" >}}) ![A](a.png) ![B](bad.png) {{< nothing >}}';
const nyu = 'content/talks/nyu/index.md';

async function createSite(): Promise<SiteFolder> {
  return createAuthorFolder({
    [nyu]: talkFile(keys, body),
    'content/talks/nyu/a.png': await makeImage('png'),
    'content/talks/nyu/bad.png': 'no image',
    'content/talks/other.md': talkFile({ ...keys, title: 'Other' }),
  });
}

/** Returns functions that render a talk, and that read it from the cache in the folder of the site. */
function openTalk(site: SiteFolder, slug = 'nyu', options: { base: string } = { base: '/' }) {
  const { pages } = readPages(talkSection, site, createAddresses(options.base));
  const settings = createRenderSettings(site, join(site.root, 'cache'), options);
  const cache = openRenderCache(settings, 'talks');
  const { locate, ...page } = pages.find((talk) => talk.slug === slug)!;
  const job = toRenderJob(talkSection, { ...page, locate });
  return {
    ...{ cache, pages },
    file: join(site.root, 'cache', settings.version, 'talks'),
    read: () => cache.read(job, { locate, findPage: createPageFinder('talks', pages, site) }),
    async render() {
      const json = await createJobRenderer(settings)({ section: 'talks', pages }, job);
      return fromStoredRendering(JSON.parse(json) as never);
    },
  };
}

test('returns a rendering as it was written', async () => {
  const talk = openTalk(await createSite());
  expect(await talk.read()).toBeUndefined();
  const rendering = await talk.render();
  expect(rendering.findings.map(({ code }) => code)).toContain('text/unreadable-picture');
  expect(rendering.lookedUp.images.size).toBe(2);
  expect(await talk.read()).toEqual(rendering);
  expect(talk.cache.countPages()).toBe(1);
});

test.each([
  ['its text changes', { [nyu]: talkFile(keys, `${body}\n\nNew`) }],
  ['a text in its front matter changes', { [nyu]: talkFile({ ...keys, abstract: 'B' }, body) }],
  ['its body moves down a line', { [nyu]: talkFile({ ...keys, tags: ['a'] }, body) }],
  ['a missing file is added', { 'public/gone.pdf': '' }],
  ['a page that ref names is added', { 'content/talks/next.md': talkFile(keys) }],
  ['an image becomes damaged', { 'content/talks/nyu/a.png': 'no image' }],
])('does not return a rendering if %s', async (_, files) => {
  const site = await createSite();
  await openTalk(site).render();
  writeFiles(site.root, files);
  expect(await openTalk(site).read()).toBeUndefined();
});

test('does not return a rendering if an image has another size or is removed', async () => {
  const site = await createSite();
  const [talk, image] = [openTalk(site), join(site.content, 'talks/nyu/a.png')];
  await talk.render();
  writeFileSync(image, await makeImage('png', [40, 40]));
  expect(await talk.read()).toBeUndefined();
  rmSync(image);
  expect(await talk.read()).toBeUndefined();
});

test('does not return a rendering with another base path', async () => {
  const site = await createSite();
  await openTalk(site).render();
  expect(await openTalk(site, 'nyu', { base: '/lab' }).read()).toBeUndefined();
});

test('returns a rendering if only the date of the page changes', async () => {
  const site = await createSite();
  await openTalk(site).render();
  writeFiles(site.root, { [nyu]: talkFile({ ...keys, date: '2022-10-01' }, body) });
  expect(await openTalk(site).read()).toBeDefined();
});

test('returns a rendering in a copy of the site with other times', async () => {
  const site = await createSite();
  await openTalk(site).render();
  const copy = createAuthorFolder();
  cpSync(site.root, copy.root, { recursive: true });
  rmSync(site.root, { recursive: true });
  utimesSync(join(copy.content, 'talks/nyu/a.png'), 1, 1);
  const talk = openTalk(copy);
  const cached = await talk.read();
  rmSync(join(copy.root, 'cache'), { recursive: true });
  expect(cached).toEqual(await talk.render());
  expect(cached?.findings.map(({ code }) => code)).toContain('text/unreadable-picture');
});

test('contains no path of the site', async () => {
  const site = await createSite();
  const talk = openTalk(site);
  await talk.render();
  const names = readdirSync(talk.file);
  expect(names).toHaveLength(1);
  for (const name of names) {
    expect(readFileSync(join(talk.file, name), 'utf8')).not.toContain(site.root);
  }
});

test('does not return a damaged rendering', async () => {
  const talk = openTalk(await createSite());
  await talk.render();
  const [name] = readdirSync(talk.file);
  const file = join(talk.file, name!);
  writeFileSync(file, readFileSync(file, 'utf8').replace('gone', 'here'));
  expect(await talk.read()).toBeUndefined();
});

test('removes the renderings of removed pages and of other versions', async () => {
  const site = await createSite();
  const [nyuTalk, other] = [openTalk(site), openTalk(site, 'other')];
  await nyuTalk.render();
  await other.render();
  await openTalk(site, 'nyu', { base: '/lab' }).render();
  expect(readdirSync(join(site.root, 'cache'))).toHaveLength(2);
  nyuTalk.cache.keepOnly(nyuTalk.pages.filter(({ slug }) => slug === 'nyu'));
  expect(readdirSync(join(site.root, 'cache'))).toHaveLength(1);
  expect(await nyuTalk.read()).toBeDefined();
  expect(await other.read()).toBeUndefined();
  nyuTalk.cache.keepOnly([]);
  expect(nyuTalk.cache.countPages()).toBe(0);
});
