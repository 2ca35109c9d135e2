import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { publishBuildEvent, type BuildPhase } from '../validate/channels.ts';
import { preferAuthorPaths, toAddressKey } from './author-addresses.ts';
import { createEngineDigest } from './engine-digest.ts';
import { openPageCache, type BuiltPage, type ImageSize, type PageCache } from './page-cache.ts';

/**
 * Controls which pages Astro builds: none that an author's page replaces, and none that is in the cache. A page is
 * in the cache if the last build has made it from the same content with the same program. Routes give each path
 * that may be kept a `cacheKey`, a digest of what its page shows.
 */
export function pagePrerenderer(): AstroIntegration {
  let base = '';
  let cacheFile = '';
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
        startPhase('read');
      },
      'astro:build:start': ({ setPrerenderer }) => {
        startPhase('bundle');
        setPrerenderer((prerenderer) =>
          addCache(prerenderer, base, () => openPageCache(cacheFile, engine.read())),
        );
      },
      'astro:build:generated': () => startPhase('finish'),
    },
  };
}

function addCache(
  prerenderer: AstroPrerenderer,
  base: string,
  openCache: () => PageCache,
): AstroPrerenderer {
  const keys = new Map<string, string>();
  const images: ImageList = new Map();
  let cache: PageCache | undefined;
  let total = 0;
  let done = 0;
  return {
    ...prerenderer,
    async setup() {
      startPhase('pages');
      await prerenderer.setup?.();
    },
    async getStaticPaths() {
      const paths = preferAuthorPaths(await prerenderer.getStaticPaths());
      for (const { pathname, cacheKey } of paths)
        if (cacheKey !== undefined)
          keys.set(toAddressKey({ pathname: encodeURI(pathname) }), cacheKey);
      cache = openCache();
      total = paths.length;
      return toBuildOrder(paths);
    },
    async render(request, options) {
      done += 1;
      publishBuildEvent({ kind: 'page', done, total, cached: cache?.found ?? 0 });
      const path = toAddressKey({ pathname: new URL(request.url).pathname.slice(base.length) });
      const key = keys.get(path);
      if (!cache || key === undefined) return prerenderer.render(request, options);
      const cached = cache.find(path, key);
      if (cached) {
        for (const image of cached.images) addImage(images, image);
        return toResponse(cached);
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
      return toResponse(page);
    },
    collectStaticImages: async () => {
      const others = (await prerenderer.collectStaticImages?.()) ?? [];
      return new Map([...images, ...others]);
    },
    async teardown() {
      await prerenderer.teardown?.();
      cache?.save();
      startPhase('images');
    },
  };
}

/** Puts share images last: another thread draws them while the pages are rendered. */
function toBuildOrder<P extends { pathname: string }>(paths: readonly P[]): P[] {
  const isImage = ({ pathname }: P) => pathname.endsWith('.png');
  return [...paths.filter((path) => !isImage(path)), ...paths.filter(isImage)];
}

function startPhase(phase: BuildPhase): void {
  publishBuildEvent({ kind: 'phase', phase, start: performance.now() });
}

function toResponse({ body, contentType }: BuiltPage): Response {
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
