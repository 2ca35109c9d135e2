import { closeSync, copyFileSync, existsSync, openSync, readSync } from 'node:fs';
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
      pages.get(address) ?? (existsSync(file) ? readPageMeta(file) : { isListed: false });
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

/** Passes to an integration also the pages that stay as they are in the last output. */
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

/** Reads the metadata for search engines in the head of a built page. */
export function readPageMeta(file: URL): PageMeta {
  return toPageMeta(readHead(file));
}

/** Finds the metadata for search engines in the HTML of a page. */
export function toPageMeta(html: string): PageMeta {
  const meta = [...html.matchAll(/<meta\s[^>]*>/g)].map(([tag]) => tag);
  const time = (name: string) => {
    const tag = meta.find((element) => element.includes(`"article:${name}_time"`));
    const value = /content="([^"]*)"/.exec(tag ?? '')?.[1];
    // A part of a string keeps the whole string in memory. This is a copy.
    return value && Buffer.from(value).toString();
  };
  const isHidden = meta.some((tag) => /name="robots".*noindex|http-equiv="refresh"/.test(tag));
  return { isListed: !isHidden, changed: time('modified') ?? time('published') };
}

/** How many bytes of a page are read at a time: more than most heads have. */
const chunkSize = 32 * 1024;

/** Reads a page to the end of its head. Characters outside of ASCII, which the metadata lacks, are not decoded. */
function readHead(path: URL): string {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(chunkSize);
    let head = '';
    for (;;) {
      const size = readSync(file, chunk);
      head += chunk.toString('latin1', 0, size);
      const end = head.indexOf('</head>');
      if (end !== -1) return head.slice(0, end);
      if (size === 0) return head;
    }
  } finally {
    closeSync(file);
  }
}
