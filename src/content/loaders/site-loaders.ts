import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { containsPlayer } from '../../markdown/html/rehype-embeds.ts';
import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import { toRelativePath } from '../assets/file-stats.ts';
import { readRedirects } from '../assets/read-redirects.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Problem } from '../parse/problem.ts';
import { readAbout } from '../site/read-about.ts';
import { readCv } from '../site/read-cv.ts';
import { readHomeTexts } from '../site/read-home-texts.ts';
import { readSite } from '../site/read-site.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { type ContentWatch, isBelow, isSiteFile, type Sync } from './content-watch.ts';
import { openStore } from './entry-store.ts';

/** What the loaders of all collections share. */
export interface LoaderServices {
  report: ProblemReport;
  watch: ContentWatch;
}

/** Loads `content/site.yaml` as the entry `site`. */
export function siteLoader(folder: SiteFolder, { report, watch }: LoaderServices): Loader {
  return {
    name: 'lectern-site',
    async load({ generateDigest, watcher, ...context }) {
      const store = openStore(context);
      const sync = () => {
        const { settings, problems } = readSite(folder);
        store.set({ id: 'site', data: { ...settings }, digest: generateDigest({ ...settings }) });
        report.publish('site', problems, watcher !== undefined);
        return Promise.resolve();
      };
      watchSiteFiles(watch, watcher, folder, sync);
      await sync();
    },
  };
}

/** Loads `content/redirects.yaml`, which is optional, as the entry `redirects`. */
export function redirectsLoader(folder: SiteFolder, { report, watch }: LoaderServices): Loader {
  return {
    name: 'lectern-redirects',
    async load({ generateDigest, watcher, ...context }) {
      const store = openStore(context);
      const sync = () => {
        const { redirects, problems } = readRedirects(folder);
        const data = { redirects };
        if (!store.has('redirects') || !problems.some(isError)) {
          store.set({ id: 'redirects', data, digest: generateDigest(data) });
        }
        report.publish('redirects', problems, watcher !== undefined);
        return Promise.resolve();
      };
      watchSiteFiles(watch, watcher, folder, sync);
      await sync();
    },
  };
}

/** Loads `content/cv.yaml`, which is optional, as the entry `cv`. */
export function cvLoader(folder: SiteFolder, { report, watch }: LoaderServices): Loader {
  return {
    name: 'lectern-cv',
    async load({ config, generateDigest, watcher, ...context }) {
      const store = openStore(context);
      const sync = async () => {
        const renderer = createSiteRenderer(folder, config);
        const { cv, problems } = readCv(folder, renderer);
        if (!problems.some(isError)) store.clear();
        if (cv) {
          const hasMath = Object.values(cv.texts).some((text) => text.hasMath);
          const hasPdf = existsSync(join(folder.public, 'cv.pdf'));
          const data = { written: cv.raw, texts: cv.texts, hasMath, hasPdf };
          store.set({ id: 'cv', data, digest: generateDigest(data) });
        }
        report.publish('cv', problems, watcher !== undefined);
        return Promise.resolve();
      };
      watchSiteFiles(watch, watcher, folder, sync);
      await sync();
    },
  };
}

/** Loads `content/about.md`, which is optional, as the entry `about`. */
export function aboutLoader(folder: SiteFolder, { report, watch }: LoaderServices): Loader {
  return {
    name: 'lectern-about',
    async load(loaderContext) {
      const context = { ...loaderContext, store: openStore(loaderContext) };
      const sync = async () => {
        const problems = await syncAbout(folder, context);
        report.publish('about', problems, context.watcher !== undefined);
      };
      watchTexts(watch, context.watcher, folder, sync);
      await sync();
    },
  };
}

async function syncAbout(folder: SiteFolder, { config, parseData, store }: LoaderContext) {
  const { about, problems } = await readAbout(folder, createSiteRenderer(folder, config));
  if (!about) {
    if (!problems.some(isError)) store.clear();
    return problems;
  }
  const { animated, body, frontMatter, path } = about;
  const { title, portrait, portrait_alt: portraitAlt } = frontMatter;
  const data = await parseData({
    id: 'about',
    data: {
      ...(title && { title }),
      ...(portrait && { portrait: `./${portrait}` }),
      ...(portraitAlt && { portraitAlt }),
      animated,
      hasMath: body.hasMath,
      hasPlayer: containsPlayer(body.html),
    },
    filePath: path,
  });
  store.clear();
  store.set({
    id: 'about',
    data,
    filePath: toRelativePath(fileURLToPath(config.root), path),
    rendered: {
      html: body.html,
      metadata: { headings: body.headings, imagePaths: body.imagePaths },
    },
    assetImports: body.imagePaths,
  });
  return problems;
}

/** Loads the texts in `content/home/` that the home page shows, each as the entry with its name. */
export function homeTextLoader(folder: SiteFolder, { report, watch }: LoaderServices): Loader {
  return {
    name: 'lectern-home-texts',
    async load(loaderContext) {
      const context = { ...loaderContext, store: openStore(loaderContext) };
      const sync = async () => {
        const problems = await syncHomeTexts(folder, context);
        report.publish('homeTexts', problems, context.watcher !== undefined);
      };
      watchTexts(watch, context.watcher, folder, sync);
      await sync();
    },
  };
}

async function syncHomeTexts(folder: SiteFolder, context: LoaderContext) {
  const { config, parseData, store } = context;
  const { home } = readSite(folder).settings;
  const renderer = createSiteRenderer(folder, config);
  const { texts, problems } = await readHomeTexts({ folder, renderer, home });
  const parsed = texts.map(async ({ name: id, path, title, subtitle, body }) => {
    const { html, headings, imagePaths } = body;
    const data = {
      ...(title && { title }),
      ...(subtitle && { subtitle }),
      hasMath: body.hasMath || (subtitle?.hasMath ?? false),
      hasPlayer: containsPlayer(html),
    };
    return {
      id,
      data: await parseData({ id, data, filePath: path }),
      filePath: toRelativePath(fileURLToPath(config.root), path),
      rendered: { html, metadata: { headings, imagePaths } },
      assetImports: imagePaths,
    };
  });
  const entries = await Promise.all(parsed);
  const unreadable = new Set(problems.filter(isError).map(({ file }) => file));
  const stale = store.keys().filter((name) => !unreadable.has(`content/home/${name}.md`));
  for (const name of stale) store.delete(name);
  for (const entry of entries) store.set(entry);
  return problems;
}

/** Returns whether a problem is an error. A dev server goes on showing what a file with an error was before. */
function isError({ severity }: Problem): boolean {
  return severity === 'error';
}

/** Creates the renderer of texts in files that belong to no section. */
function createSiteRenderer(
  folder: SiteFolder,
  { base, site: origin }: Pick<LoaderContext['config'], 'base' | 'site'>,
): TextRenderer {
  return createTextRenderer(base, origin, readSite(folder).settings.macros);
}

/** Calls `sync` after changes of the author's files, except those in the folders of sections. */
function watchSiteFiles(
  watch: ContentWatch,
  watcher: LoaderContext['watcher'],
  folder: SiteFolder,
  sync: Sync,
): void {
  watch.add(watcher, (path) => isSiteFile(path, folder), sync);
}

/** Calls `sync` as `watchSiteFiles` does, and when pages of sections are added or deleted, to which texts may refer. */
function watchTexts(
  watch: ContentWatch,
  watcher: LoaderContext['watcher'],
  folder: SiteFolder,
  sync: Sync,
): void {
  const isRelevant = (path: string) => isSiteFile(path, folder) || isBelow(path, folder.content);
  watch.add(watcher, isRelevant, async (changes) => {
    const isNeeded = changes.hasNewNames || changes.paths.some((path) => isSiteFile(path, folder));
    if (isNeeded) await sync(changes);
  });
}
