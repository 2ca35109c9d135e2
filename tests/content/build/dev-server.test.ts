import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normalizePath } from 'vite';
import { expect, test } from 'vitest';
import { createNodeModuleFinder } from '../../../src/content/build/dev-server.ts';

const find = createNodeModuleFinder(new URL('../../../src/', import.meta.url));
const astroRuntime = 'node_modules/astro/dist/runtime/server/index.js';

test.each([
  ['/src/model/talk/talk.ts', 'src/model/talk/talk.ts'],
  ['/src/content/site/now.ts?t=1796052112345', 'src/content/site/now.ts'],
  [normalizePath(resolve('src/model/talk/talk.ts')), 'src/model/talk/talk.ts'],
  [`/${astroRuntime}`, astroRuntime],
  [normalizePath(resolve(astroRuntime)), astroRuntime],
])('Node loads %s', (address, file) => {
  expect(find(address)).toBe(pathToFileURL(resolve(file)).href);
});

test('Node loads packages outside the project', () => {
  const file = '/home/ada/packages/node_modules/astro/dist/core/none.js';
  expect(find(`/@fs${file}`)).toBeUndefined();
  const path = normalizePath(resolve(astroRuntime)).replace(/^\//, '');
  expect(find(`/@fs/${path}`)).toBe(pathToFileURL(resolve(astroRuntime)).href);
});

test.each([
  '/src/data/collections.ts',
  '/src/pages/index.astro',
  '/src/styles/base.css',
  '/node_modules/astro/dist/content/runtime.js',
  '/node_modules/astro/components/Image.astro?astro&type=style&index=0&lang.css',
  '/node_modules/katex/dist/katex.js',
  'virtual:astro:manifest',
  'zod',
])('Vite compiles %s', (address) => {
  expect(find(address)).toBeUndefined();
});
