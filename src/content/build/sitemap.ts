import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { subscribeToKeptPages } from '../validate/channels.ts';

/**
 * Writes the sitemap of a built site from the metadata in its pages: omits pages with `noindex` and redirects, and
 * adds the time of the last change of a page.
 * @param base The base path of the site.
 */
export function pageSitemap(base: string): AstroIntegration[] {
  const root = base.replace(/\/*$/, '/');
  let folder: URL | undefined;
  const pages = new Map<string, PageMeta>();
  const readPageAt = (address: string): PageMeta => {
    const path = new URL(address).pathname.slice(root.length);
    const file = new URL(`./${path}index.html`, folder);
    const page =
      pages.get(address) ??
      (existsSync(file) ? readPageMeta(readFileSync(file, 'utf8')) : { isListed: false });
    pages.set(address, page);
    return page;
  };
  return [
    {
      name: 'lectern-built-pages',
      hooks: {
        'astro:build:done': ({ dir }) => {
          folder = dir;
        },
      },
    },
    withKeptPages(
      sitemap({
        filter: (address) => readPageAt(address).isListed,
        serialize: (item): SitemapItem => {
          const { changed } = readPageAt(item.url);
          return { ...item, ...(changed && { lastmod: changed }) };
        },
        namespaces: { news: false, xhtml: false, image: false, video: false },
      }),
    ),
    restoreAuthorSitemap(),
  ];
}

/** Tells an integration also of the pages that stay as they are in the last output. */
function withKeptPages(integration: AstroIntegration): AstroIntegration {
  let keptPages: readonly string[] = [];
  subscribeToKeptPages((paths) => (keptPages = paths));
  const { hooks } = integration;
  return {
    ...integration,
    hooks: {
      ...hooks,
      'astro:build:done': (options) => {
        const pages = [...options.pages, ...keptPages.map((pathname) => ({ pathname }))];
        return hooks['astro:build:done']?.({ ...options, pages });
      },
    },
  };
}

/** Restores the author's sitemap in `public/`, which the generated one has overwritten. */
function restoreAuthorSitemap(): AstroIntegration {
  let publicFolder: URL | undefined;
  return {
    name: 'lectern-author-sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicFolder = config.publicDir;
      },
      'astro:build:done': ({ dir }) => {
        for (const name of ['sitemap-index.xml', 'sitemap-0.xml']) {
          const original = new URL(name, publicFolder);
          if (existsSync(original)) copyFileSync(original, new URL(name, dir));
        }
      },
    },
  };
}

interface PageMeta {
  isListed: boolean;
  /** ISO 8601. */
  changed?: string | undefined;
}

/** Reads the metadata for search engines in the head of a page. */
function readPageMeta(html: string): PageMeta {
  const head = html.slice(0, html.indexOf('</head>'));
  const meta = [...head.matchAll(/<meta\s[^>]*>/g)].map(([tag]) => tag);
  const time = (name: string) => {
    const tag = meta.find((element) => element.includes(`"article:${name}_time"`));
    return /content="([^"]*)"/.exec(tag ?? '')?.[1];
  };
  const isHidden = meta.some((tag) => /name="robots".*noindex|http-equiv="refresh"/.test(tag));
  return { isListed: !isHidden, changed: time('modified') ?? time('published') };
}
