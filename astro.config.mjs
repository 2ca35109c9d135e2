import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { devOverlay } from './src/content/dev-overlay.ts';
import { editorHints } from './src/content/editor-hints.ts';
import { writeHostHeaders } from './src/content/host-headers.ts';
import { readPicture } from './src/content/picture-store.ts';
import { readSite } from './src/content/read-site.ts';
import { siteFolder } from './src/content/site-folder.ts';
import { sitemapOfPages } from './src/content/sitemap.ts';
import { toHostHeaders } from './src/feeds/host-headers.ts';
import { markdownPlugins } from './src/markdown/plugins.ts';
import { toAccent } from './src/model/accent.ts';
import { playerHosts } from './src/model/playable-video.ts';
import { placeholderOrigin } from './src/model/site.ts';
import { accentPlugin } from './src/styles/accent-plugin.ts';
import { katexFonts } from './src/styles/katex-fonts.ts';
import { printedAddresses } from './src/styles/printed-addresses.ts';
import { sliceProvider, typefaces } from './src/styles/typefaces.ts';

const folder = siteFolder();
const { settings } = readSite(folder);
const typeface = typefaces[settings.typeface];

export default defineConfig({
  site: settings.url ?? placeholderOrigin,
  base: settings.base,
  trailingSlash: 'always',
  compressHTML: true,
  publicDir: folder.public,
  // Two author's folders never share a store of content.
  cacheDir: join(
    'node_modules',
    '.astro',
    createHash('sha256').update(folder.root).digest('hex').slice(0, 12),
  ),
  // Code is set in one ink: colours of a highlighter fit neither paper nor dark pages.
  markdown: {
    syntaxHighlight: false,
    processor: unified(markdownPlugins(settings.base, { readBeside: readPicture })),
  },
  integrations: [
    mdx(),
    devOverlay(folder.root),
    editorHints(folder),
    ...sitemapOfPages(settings.base),
    writeHostHeaders(toHostHeaders(settings.base)),
  ],
  // AVIF made with the least effort takes up to twice the time of WebP, and is smaller.
  image: {
    service: { entrypoint: 'astro/assets/services/sharp', config: { avif: { effort: 0 } } },
  },
  devToolbar: { enabled: false },
  // Astro does not hash the styles of components that a text in MDX brings along.
  build: { inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "base-uri 'self'",
        "form-action 'self'",
        `frame-src ${playerHosts.map((host) => `https://${host}`).join(' ')}`,
        "object-src 'none'",
      ],
      styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
    },
  },
  fonts: [
    {
      provider: sliceProvider(typeface.id, new URL('./src/styles/fonts/', import.meta.url)),
      name: typeface.name,
      cssVariable: '--font-text',
      fallbacks: [typeface.fallback, 'serif'],
      styles: ['normal', 'italic'],
      weights: [400, 600],
    },
  ],
  vite: {
    plugins: [
      katexFonts(),
      accentPlugin(settings.accent && toAccent(settings.accent)),
      printedAddresses(settings),
    ],
    server: { fs: { allow: [resolve('.'), folder.root] } },
    // A font inside a style sheet is fetched by those, too, who never need it.
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
      rollupOptions: { onwarn: ignoreDirectives },
    },
  },
});

/** Astro marks MDX modules by a directive that the bundler does not know; nobody can act on it. */
function ignoreDirectives(warning, warn) {
  if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
}
