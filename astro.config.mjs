import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { resolve } from 'node:path';
import { devOverlay } from './src/content/build/dev-overlay.ts';
import { bundlerBuild, withoutToolbar } from './src/content/build/bundler-options.ts';
import { contentSecurity } from './src/content/build/content-security.ts';
import { authorAddresses } from './src/content/build/author-addresses.ts';
import { editorHints } from './src/content/build/editor-hints.ts';
import { fileAddresses } from './src/content/build/file-addresses.ts';
import { writeHostHeaders } from './src/content/build/host-headers.ts';
import { movedFiles } from './src/content/build/moved-files.ts';
import { readPicture } from './src/content/assets/image-cache.ts';
import { readSite } from './src/content/site/read-site.ts';
import { createHighlightFilter } from './src/content/sections/sections.ts';
import { cacheFolder, siteFolder } from './src/content/assets/site-folder.ts';
import { sitemapOfPages } from './src/content/build/sitemap.ts';
import { toHostHeaders } from './src/feeds/host/host-files.ts';
import { markdownPlugins } from './src/markdown/render/plugins.ts';
import { toAccent } from './src/model/site/accent.ts';
import { placeholderOrigin } from './src/model/site/site.ts';
import { accentPlugin } from './src/styles/accent-plugin.ts';
import { katexFonts } from './src/styles/katex-fonts.ts';
import { printedAddresses } from './src/styles/printed-addresses.ts';
import { sharedStyles } from './src/styles/shared-styles.ts';
import { fontOptions } from './src/styles/typefaces.ts';

const folder = siteFolder();
const { settings } = readSite(folder);
const src = new URL('./src/', import.meta.url);

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
        highlightsIn: createHighlightFilter(folder),
      }),
    ),
  },
  integrations: [
    mdx(),
    devOverlay(folder.root),
    editorHints(folder),
    authorAddresses(),
    fileAddresses(folder),
    ...sitemapOfPages(settings.base),
    movedFiles(),
    writeHostHeaders(toHostHeaders(settings.base)),
  ],
  // AVIF made with the least effort takes up to twice the time of WebP, and is smaller.
  image: {
    service: { entrypoint: 'astro/assets/services/sharp', config: { avif: { effort: 0 } } },
  },
  devToolbar: { enabled: false },
  // Astro does not hash the styles of components that a text in MDX brings along.
  build: { inlineStylesheets: 'never' },
  security: { csp: contentSecurity },
  fonts: fontOptions(settings.typeface, new URL('styles/fonts/', src)),
  vite: {
    plugins: [
      katexFonts(),
      accentPlugin(settings.accent && toAccent(settings.accent)),
      printedAddresses(settings),
      withoutToolbar,
    ],
    server: { fs: { allow: [resolve('.'), folder.root] } },
    environments: {
      prerender: {
        build: { rolldownOptions: { output: { codeSplitting: { groups: [sharedStyles(src)] } } } },
      },
    },
    build: bundlerBuild,
  },
});
