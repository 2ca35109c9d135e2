import { expect, test } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { createEngineDigest } from '../../../src/content/build/engine-digest.ts';

/** Returns the digest of a build with one bundle, of modules by their ids, and a style sheet. */
function digest(modules: Record<string, string>, style = 'a.css'): string {
  const engine = createEngineDigest(root);
  const entries = Object.entries(modules).map(([id, code]) => [id, { code }]);
  const bundle = {
    'entry.mjs': { type: 'chunk', modules: Object.fromEntries(entries) },
    [style]: { type: 'asset', fileName: style },
  };
  const { generateBundle } = engine.plugin as unknown as {
    generateBundle(options: unknown, bundle: Record<string, unknown>): void;
  };
  generateBundle(undefined, bundle);
  return engine.read();
}

const modules = {
  '\0virtual:astro:routes': 'routes',
  '\0virtual:astro:logger': 'export const level = "warn";\n',
  '\0astro:data-layer-content': 'entries',
  [`${root}/node_modules/astro/dist/a.js`]: 'a',
};

test.each([
  ['the level of messages', { '\0virtual:astro:logger': 'export const level = "info";\n' }],
  ['the entries of the content store', { '\0astro:data-layer-content': 'others' }],
  ['modules of packages', { [`${root}/node_modules/astro/dist/a.js`]: 'b' }],
])('does not depend on %s', (_, changed) => {
  expect(digest({ ...modules, ...changed })).toBe(digest(modules));
});

test('depends on other modules, and on the names of styles', () => {
  const changed = [
    digest({ ...modules, '\0virtual:astro:routes': 'other' }),
    digest({ ...modules, '/site/content/posts/a.mdx': 'An author’s module' }),
    digest(modules, 'b.css'),
  ];
  expect(new Set([digest(modules), ...changed]).size).toBe(4);
});
