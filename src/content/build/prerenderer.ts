import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { openLastOutput, type LastOutput } from '../output/last-output.ts';
import { publishBuildEvent, publishKeptPages, type BuildPhase } from '../validate/channels.ts';
import { omitUnwritablePaths, preferAuthorPaths, toAddressKey } from './author-addresses.ts';
import { createEngineDigest } from './engine-digest.ts';
import {
  digestBody,
  openPageCache,
  type BuiltPage,
  type ImageSize,
  type PageCache,
} from './page-cache.ts';

/**
 * Controls which pages Astro builds: none that an author's page replaces, and none that the last build has made from
 * the same content with the same program. Routes give each path that may be kept a `cacheKey`, a digest of what its page
 * shows. A page that is unchanged in the last output stays as it is, and its path is hidden from Astro;
 * another page comes from the cache. It writes such a page itself, in one step: Astro would copy it three times, and wait
 * for another thread four times.
 * @param lastOutput The folder of the last build's output, which may be missing.
 * @param astroWrites Whether Astro writes all pages, so that its log shows which files it created.
 */
export function pagePrerenderer(
  lastOutput: string,
  { astroWrites = false } = {},
): AstroIntegration {
  let base = '';
  let cacheFile = '';
  let output = '';
  let engine = createEngineDigest('.');
  return {
    name: 'lectern-prerenderer',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        engine = createEngineDigest(fileURLToPath(config.root));
        updateConfig({ vite: { plugins: [engine.plugin] } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '');
        cacheFile = fileURLToPath(new URL('pages.cache', config.cacheDir));
        output = fileURLToPath(config.outDir);
        startPhase('read');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        startPhase('bundle');
        setPrerenderer((prerenderer) =>
          addCache(prerenderer, base, () => {
            const files = openLastOutput(lastOutput, output);
            return {
              cache: openPageCache(cacheFile, engine.read()),
              files: astroWrites ? { ...files, create: () => false } : files,
            };
          }),
        );
      },
      'astro:build:generated': () => startPhase('finish'),
    },
  };
}

interface LastBuild {
  cache: PageCache;
  files: LastOutput;
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

function addCache(
  prerenderer: AstroPrerenderer,
  base: string,
  openLastBuild: () => LastBuild,
): AstroPrerenderer {
  /** The paths with a key, by their names in the cache. */
  const keptPaths = new Map<string, { key: string; file: string | undefined }>();
  const images: ImageList = new Map();
  let last: LastBuild | undefined;
  let total = 0;
  let done = 0;
  let cached = 0;
  const keepRecord = (pages: PageCache, name: string, record: { images: ImageSize[] }) => {
    pages.keepAgain(name);
    for (const image of record.images) addImage(images, image);
  };
  /** Returns whether the file of a path could be taken from the last output. */
  const keepFile = (path: Path, last: LastBuild): boolean => {
    if (path.cacheKey === undefined) return false;
    const name = toAddressKey({ pathname: encodeURI(path.pathname) });
    const file = toOutputFile(path);
    keptPaths.set(name, { key: path.cacheKey, file });
    const record = last.cache.find(name, path.cacheKey);
    if (!record || file === undefined) return false;
    const isKept = last.files.reuse(file, (bytes) => digestBody(bytes) === record.digest);
    if (isKept) keepRecord(last.cache, name, record);
    return isKept;
  };
  return {
    ...prerenderer,
    async setup() {
      startPhase('pages');
      await prerenderer.setup?.();
    },
    async getStaticPaths() {
      const all = await prerenderer.getStaticPaths();
      const paths = withoutDuplicates(preferAuthorPaths(omitUnwritablePaths(all)));
      const lastBuild = openLastBuild();
      last = lastBuild;
      const kept = paths.filter((path) => keepFile(path, lastBuild));
      publishKeptPages(kept.filter(({ route }) => route.type === 'page').map(toPageName));
      total = paths.length;
      done = kept.length;
      cached = kept.length;
      const isKept = new Set(kept);
      return toBuildOrder(paths.filter((path) => !isKept.has(path)));
    },
    async render(request, options) {
      done += 1;
      publishBuildEvent({ kind: 'page', done, total, cached });
      const path = toAddressKey({ pathname: new URL(request.url).pathname.slice(base.length) });
      const keptPath = keptPaths.get(path);
      if (!last || !keptPath) return prerenderer.render(request, options);
      const { cache, files } = last;
      const { key, file } = keptPath;
      const finish = (page: Pick<BuiltPage, 'body' | 'contentType'>) =>
        file !== undefined && files.create(file, page.body)
          ? createEmptyResponse()
          : toResponse(page);
      const record = cache.find(path, key);
      const body = record && cache.readBody(path);
      if (body) {
        cached += 1;
        keepRecord(cache, path, record);
        return finish({ ...record, body });
      }
      const rendered = await prerenderer.render(request, { ...options, collectMetadata: true });
      if (rendered instanceof Response) return rendered;
      const { response, metadata } = rendered;
      // An image that a page shows as it is cannot be registered again without rendering the page.
      if (response.status !== 200 || !metadata || metadata.referencedImages?.length)
        return response;
      const page: BuiltPage = {
        body: Buffer.from(await response.arrayBuffer()),
        contentType: response.headers.get('content-type') ?? '',
        images: metadata.staticImages ?? [],
      };
      cache.keep(path, key, page);
      return finish(page);
    },
    collectStaticImages: async () => {
      const others = (await prerenderer.collectStaticImages?.()) ?? [];
      return new Map([...images, ...others]);
    },
    async teardown() {
      await prerenderer.teardown?.();
      publishBuildEvent({ kind: 'page', done, total, cached });
      last?.cache.save();
      startPhase('images');
    },
  };
}

/** Returns the paths without those at the address of an earlier one, which Astro does not build either. */
function withoutDuplicates<P extends { pathname: string }>(paths: readonly P[]): P[] {
  const byAddress = new Map<string, P>();
  for (const path of paths) {
    const address = path.pathname.replace(/\/$/, '');
    if (!byAddress.has(address)) byAddress.set(address, path);
  }
  return [...byAddress.values()];
}

/**
 * Returns the file of a path in the output folder, as Astro names it; undefined for a path with a character that Astro
 * may name in another way.
 */
function toOutputFile({ pathname, route }: Path): string | undefined {
  if (/[?#%\\]/.test(pathname)) return undefined;
  const path = pathname.replace(/^\//, '');
  return route.type === 'page' ? `${path.replace(/\/$/, '')}/index.html` : path;
}

/** Returns the path of a page as Astro passes it to integrations: `talks/lyon/`. */
function toPageName({ pathname }: Path): string {
  return pathname.replace(/\/?$/, '/').replace(/^\//, '');
}

/** Puts share images last: another thread draws them while the pages are rendered. */
function toBuildOrder<P extends { pathname: string }>(paths: readonly P[]): P[] {
  const isImage = ({ pathname }: P) => pathname.endsWith('.png');
  return [...paths.filter((path) => !isImage(path)), ...paths.filter(isImage)];
}

function startPhase(phase: BuildPhase): void {
  publishBuildEvent({ kind: 'phase', phase, start: performance.now() });
}

/** Returns a response without a body, of which Astro writes no file. */
function createEmptyResponse(): Response {
  return new Response(null);
}

function toResponse({ body, contentType }: Pick<BuiltPage, 'body' | 'contentType'>): Response {
  return new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
}

/** The sizes of images that Astro makes after all pages are built, by the path of the original. */
type ImageList = Awaited<ReturnType<NonNullable<AstroPrerenderer['collectStaticImages']>>>;

function addImage(list: ImageList, image: ImageSize): void {
  const { originalPath, originalSrcPath, hash, finalPath, transform } = image;
  const sizes = list.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
  sizes.transforms.set(hash, { finalPath, transform });
  list.set(originalPath, sizes);
}
