import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { join, resolve, sep } from 'node:path';
import { devOverlay } from './src/content/problems/dev-overlay.ts';
import { editorHints } from './src/content/build/editor-hints.ts';
import { fileAddresses } from './src/content/build/file-addresses.ts';
import { writeHostHeaders } from './src/content/build/host-headers.ts';
import { movedFiles } from './src/content/build/moved-files.ts';
import { readPicture } from './src/content/pictures/picture-store.ts';
import { readSite } from './src/content/site/read-site.ts';
import { sections } from './src/content/sections/sections.ts';
import { cacheFolder, siteFolder } from './src/content/site-folder.ts';
import { sitemapOfPages } from './src/content/build/sitemap.ts';
import { toHostHeaders } from './src/feeds/host/host-files.ts';
import { markdownPlugins } from './src/markdown/render/plugins.ts';
import { toAccent } from './src/model/site/accent.ts';
import { playerHosts } from './src/model/talk/playable-video.ts';
import { placeholderOrigin } from './src/model/site/site.ts';
import { accentPlugin } from './src/styles/accent-plugin.ts';
import { katexFonts } from './src/styles/katex-fonts.ts';
import { printedAddresses } from './src/styles/printed-addresses.ts';
import { sliceProvider, typefaces } from './src/styles/typefaces.ts';

const folder = siteFolder();
const { settings } = readSite(folder);
const highlighted = sections
  .filter((section) => section.highlights)
  .map(({ name }) => join(folder.content, name) + sep);
const typeface = typefaces[settings.typeface];
const sharedStyles = {
  name: 'lectern',
  test: (id) =>
    /\.css$|[?&]type=style\b/.test(id) &&
    /\/src\/(styles\/(base|math|print(-entry|-links)?|prose|tokens)\.|layouts\/|components\/(page|talk|ui|site\/(Footer|Masthead))\b)/.test(
      id.replaceAll('\\', '/'),
    ),
};

/** Astro bundles the parts of its toolbar before each build, even where the toolbar is turned off. */
const withoutToolbar = {
  name: 'lectern-without-toolbar',
  enforce: 'post',
  configEnvironment(_, { optimizeDeps }) {
    if (optimizeDeps) optimizeDeps.include = [];
  },
};

export default defineConfig({
  site: settings.url ?? placeholderOrigin,
  base: settings.base,
  trailingSlash: 'always',
  compressHTML: true,
  publicDir: folder.public,
  cacheDir: cacheFolder(folder),
  // Code is coloured by a plugin of ours: the colours of a highlighter fit neither paper nor dark pages.
  markdown: {
    syntaxHighlight: false,
    processor: unified(
      markdownPlugins(settings.base, {
        origin: settings.url,
        readBeside: readPicture,
        highlightsIn: (file) => highlighted.some((name) => file.startsWith(name)),
      }),
    ),
  },
  integrations: [
    mdx(),
    devOverlay(folder.root),
    editorHints(folder),
    fileAddresses(),
    ...sitemapOfPages(settings.base),
    movedFiles(folder),
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
      withoutToolbar,
    ],
    server: { fs: { allow: [resolve('.'), folder.root] } },
    // What most pages share is one sheet: fewer requests, and less in all than in a dozen of pieces.
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedStyles] } } } },
      },
    },
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
