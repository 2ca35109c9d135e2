import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/**
 * The sitemap of a built site, by its pages' own word: those that are not to be found, or have
 * moved, are left out, and where a page says when it was changed, the sitemap says so too.
 * @param base The site's base path.
 */
export function sitemapOfPages(base: string): AstroIntegration[] {
  const root = base.replace(/\/*$/, '/');
  let folder: URL | undefined;
  const pageAt = (address: string): BuiltPage => {
    const path = new URL(address).pathname.slice(root.length);
    const file = new URL(`./${path}index.html`, folder);
    return existsSync(file) ? readPage(readFileSync(file, 'utf8')) : { listed: false };
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
    sitemap({
      filter: (address) => pageAt(address).listed,
      serialize: (item): SitemapItem => {
        const { changed } = pageAt(item.url);
        return { ...item, ...(changed && { lastmod: changed }) };
      },
      namespaces: { news: false, xhtml: false, image: false, video: false },
    }),
    ownSitemap(),
  ];
}

/** Puts the author's sitemap back, if `public/` has one: the generated one was written over it. */
function ownSitemap(): AstroIntegration {
  let publicFolder: URL | undefined;
  return {
    name: 'lectern-own-sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        publicFolder = config.publicDir;
      },
      'astro:build:done': ({ dir }) => {
        for (const name of ['sitemap-index.xml', 'sitemap-0.xml']) {
          const own = new URL(name, publicFolder);
          if (existsSync(own)) copyFileSync(own, new URL(name, dir));
        }
      },
    },
  };
}

interface BuiltPage {
  listed: boolean;
  /** ISO 8601. */
  changed?: string | undefined;
}

/** What the head of a page says of it to search engines. */
function readPage(html: string): BuiltPage {
  const head = html.slice(0, html.indexOf('</head>'));
  const meta = [...head.matchAll(/<meta\s[^>]*>/g)].map(([tag]) => tag);
  const time = (name: string) => {
    const tag = meta.find((one) => one.includes(`"article:${name}_time"`));
    return /content="([^"]*)"/.exec(tag ?? '')?.[1];
  };
  const away = meta.some((tag) => /name="robots".*noindex|http-equiv="refresh"/.test(tag));
  return { listed: !away, changed: time('modified') ?? time('published') };
}
