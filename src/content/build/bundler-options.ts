import type { BuildEnvironmentOptions, Plugin } from 'vite';

/** Astro bundles the parts of its toolbar before each build, even if the toolbar is turned off. */
export const withoutToolbar: Plugin = {
  name: 'lectern-without-toolbar',
  enforce: 'post',
  configEnvironment(_, { optimizeDeps }) {
    if (optimizeDeps) optimizeDeps.include = [];
  },
};

/** How Vite bundles what pages need. */
export const bundlerBuild: BuildEnvironmentOptions = {
  // A font inside a style sheet is also fetched by visitors who never need it.
  assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
  rollupOptions: {
    // Astro marks MDX modules with a directive that the bundler does not know; nobody can act on it.
    onwarn(warning, warn) {
      if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
    },
  },
};
