import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createNativeModuleTest } from '../../../src/content/build/native-modules.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const files = {
  'plain.js': `import { z } from 'zod/v4';\nimport './comment.js';\nexport const x = z;`,
  'comment.js': `// import.meta.env\nexport const text = "import x from 'virtual:x' import.meta.env.DEV";`,
  'env.js': `import './plain.js';\nexport const dev = import.meta.env?.DEV;`,
  'virtual.js': `export const load = () => import('virtual:astro:pages');`,
  'internal.js': `import { manifest } from '#astro-internal/ambient-manifest';`,
  'computed.js': `export const load = (name) => import(name);`,
  'component.js': `export { default } from './Image.astro';`,
  'Image.astro': '',
  'missing.js': `import './none.js';`,
  'above.js': `import './plain.js';\nimport './env.js';`,
  // A cycle whose last module needs Vite.
  'one.js': `import './two.js';`,
  'two.js': `import './three.js';\nimport './env.js';`,
  'three.js': `import './one.js';`,
};

let root: string;
beforeEach(() => {
  ({ root } = createAuthorFolder(files));
});

test.each(['plain.js', 'comment.js'])('leaves %s to Node', (name) => {
  expect(createNativeModuleTest()(join(root, name))).toBe(true);
});

test.each([
  ...['env.js', 'virtual.js', 'internal.js', 'computed.js', 'component.js', 'Image.astro'],
  ...['missing.js', 'above.js', 'one.js', 'two.js', 'three.js'],
])('leaves %s to Vite', (name) => {
  expect(createNativeModuleTest()(join(root, name))).toBe(false);
});

test('gives the same answers in any order', () => {
  const names = ['plain.js', 'above.js', 'three.js', 'env.js', 'two.js', 'comment.js', 'one.js'];
  for (const order of [names, names.toReversed()]) {
    const isNative = createNativeModuleTest();
    const native = order.filter((name) => isNative(join(root, name)));
    expect(native.toSorted()).toEqual(['comment.js', 'plain.js']);
  }
});

test('knows which modules of Astro need Vite', () => {
  const isNative = createNativeModuleTest();
  const inAstro = (path: string) => resolve('node_modules/astro/dist', path);
  expect(isNative(inAstro('runtime/server/index.js'))).toBe(true);
  expect(isNative(inAstro('content/runtime.js'))).toBe(false);
  expect(isNative(inAstro('core/manifest/ambient.js'))).toBe(false);
});
