import type { AstroUserConfig } from 'astro';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { isHtmlFile, isMarkdownFile } from '../../model/page/markdown-files.ts';
import { playerHosts } from '../../model/page/playable-video.ts';

/** Stops Astro from bundling its toolbar before each build, which it does even if the toolbar is turned off. */
export const toolbarRemover: Plugin = {
  name: 'lectern-without-toolbar',
  enforce: 'post',
  configEnvironment(_, { optimizeDeps }) {
    if (optimizeDeps) optimizeDeps.include = [];
  },
};

/** Resolves images next to `.markdown`, `.mdown` and `.html` files, which Astro does only for `.md`. */
export const markdownImages: Plugin = {
  name: 'lectern-markdown-images',
  resolveId: {
    filter: { id: /^[^./]/ },
    handler(source, importer, options) {
      const isText = importer && (isMarkdownFile(importer) || isHtmlFile(importer));
      return isText && !/\.mdx?$/.test(importer)
        ? this.resolve(`./${source}`, importer, options)
        : null;
    },
  },
};

/** The options of Vite for bundles. */
export const buildOptions: BuildEnvironmentOptions = {
  // A font inside a style sheet is also fetched by visitors who never need it.
  assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  rollupOptions: {
    // Astro marks MDX modules with a directive that the bundler does not know. Ignore its warning.
    onwarn(warning, warn) {
      if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
    },
  },
};

/** The Content-Security-Policy of every page (`security.csp` of Astro): allows the site itself and video players. */
export const contentSecurity: NonNullable<NonNullable<AstroUserConfig['security']>['csp']> = {
  directives: [
    "default-src 'self'",
    "img-src 'self' data:",
    "base-uri 'self'",
    "form-action 'self'",
    // pruneUnusedAssets removes 'self' from pages without a frame.
    `frame-src 'self' ${playerHosts.map((host) => `https://${host}`).join(' ')}`,
    "object-src 'none'",
  ],
  // KaTeX positions the parts of a formula with style attributes.
  styleDirective: { resources: [{ resource: "'unsafe-inline'", kind: 'attribute' }] },
};
