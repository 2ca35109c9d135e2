import mdx from '@astrojs/mdx';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { devAddresses } from './src/content/build/dev-addresses.ts';
import { devProblems } from './src/content/build/dev-problems.ts';
import { devRecord } from './src/content/build/dev-record.ts';
import { devReload } from './src/content/build/dev-reload.ts';
import { devRestart } from './src/content/build/dev-restart.ts';
import { devServer } from './src/content/build/dev-server.ts';
import {
  buildOptions,
  contentSecurity,
  markdownImages,
  toolbarRemover,
} from './src/content/build/astro-options.ts';
import { devTexts } from './src/content/build/dev-texts.ts';
import { editorHints } from './src/content/build/editor-hints.ts';
import { fileAddresses } from './src/content/build/file-addresses.ts';
import { hostFiles, movedFiles } from './src/content/build/host-files.ts';
import { createMarkdownProcessor } from './src/content/build/markdown-processor.ts';
import { leaveNodeLayers } from './src/content/build/node-layers.ts';
import { readImage } from './src/content/assets/image-cache.ts';
import { readSite } from './src/content/site/read-site.ts';
import { createHighlightFilter } from './src/content/sections/sections.ts';
import { getAstroCacheFolder, resolveSiteFolder } from './src/content/assets/site-folder.ts';
import { searchIndexFiles } from './src/content/build/search-index-files.ts';
import { publishedImages } from './src/content/build/published-images.ts';
import { publicFolder } from './src/content/build/public-folder.ts';
import { phaseTimes } from './src/content/build/phase-times.ts';
import { pageSitemap } from './src/content/build/sitemap.ts';
import { toHostFiles } from './src/feeds/host/host-files.ts';
import { createMarkdownPlugins } from './src/markdown/render/plugins.ts';
import { placeholderOrigin } from './src/model/site/site.ts';
import { accentPlugin } from './src/styles/accent-plugin.ts';
import { katexFontsPlugin } from './src/styles/katex-fonts.ts';
import { printedAddressesPlugin } from './src/styles/printed-addresses.ts';
import { createSharedStylesGroup } from './src/styles/shared-styles.ts';
import { fontOptions } from './src/styles/typefaces.ts';

const folder = resolveSiteFolder();
const cacheDir = resolve(getAstroCacheFolder(folder));
const { settings } = readSite(folder);
// Most sites keep the colour of the theme, and do not need the code for colours.
const accent =
  settings.accent && (await import('./src/model/site/accent.ts')).toAccent(settings.accent);
const src = new URL('./src/', import.meta.url);

// `defineConfig` from astro/config would load SVGO and every font provider.
/** @satisfies {import('astro').AstroUserConfig} */
export default {
  site: settings.url ?? placeholderOrigin,
  base: settings.base,
  trailingSlash: 'always',
  compressHTML: true,
  publicDir: folder.public,
  outDir: resolve('dist'),
  cacheDir,
  // Our own plugin highlights code: the colours of a highlighter fit neither print nor dark pages.
  markdown: {
    syntaxHighlight: false,
    processor: createMarkdownProcessor(
      createMarkdownPlugins(settings.base, {
        origin: settings.url,
        macros: settings.macros,
        readImageFile: readImage,
        isHighlightedFile: createHighlightFilter(folder),
      }),
    ),
  },
  integrations: [
    mdx(),
    phaseTimes(),
    devRecord(folder),
    devRestart(folder, settings),
    devReload(),
    devTexts(),
    devProblems(folder.root),
    editorHints(folder),
    fileAddresses(folder),
    devAddresses(),
    publicFolder(folder),
    searchIndexFiles(),
    ...pageSitemap(settings.base),
    publishedImages(),
    movedFiles(),
    hostFiles(toHostFiles(settings)),
  ],
  // AVIF with the least effort is smaller than WebP and takes up to twice the time.
  image: {
    service: { entrypoint: 'astro/assets/services/sharp', config: { avif: { effort: 0 } } },
  },
  devToolbar: { enabled: false },
  // Astro does not hash inline styles of components that an MDX text imports.
  build: { inlineStylesheets: 'never' },
  security: { csp: contentSecurity },
  fonts: fontOptions(settings.typeface, new URL('styles/fonts/', src)),
  vite: {
    // Each site has its own, because several dev servers may run at once.
    cacheDir: resolve('node_modules', '.vite', basename(cacheDir)),
    plugins: [
      leaveNodeLayers(src),
      devServer(src),
      katexFontsPlugin(),
      accentPlugin(accent),
      printedAddressesPlugin(settings),
      toolbarRemover,
      markdownImages,
    ],
    server: {
      fs: { allow: [fileURLToPath(new URL('.', import.meta.url)), resolve('.'), folder.root] },
    },
    environments: {
      prerender: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: [createSharedStylesGroup(src)] } },
          },
        },
      },
    },
    build: buildOptions,
  },
};
