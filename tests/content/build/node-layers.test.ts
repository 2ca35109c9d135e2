import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { leaveNodeLayers } from '../../../src/content/build/node-layers.ts';

const src = new URL('../../../src/', import.meta.url);

function resolveImport(specifier: string, importer: string): unknown {
  const { resolveId } = leaveNodeLayers(src);
  if (typeof resolveId !== 'object') throw new Error('resolveId has no options.');
  const handler = resolveId.handler as (id: string, importer: string) => unknown;
  return handler(specifier, resolve(importer));
}

test.each([
  ['../../model/talk/talk.ts', 'src/pages/talks/index.astro', 'src/model/talk/talk.ts'],
  ['../feeds/head/head.ts', 'src/layouts/Base.astro?astro&type=script', 'src/feeds/head/head.ts'],
  ['../content/assets/pdf-cache.ts', 'src/data/site.ts', 'src/content/assets/pdf-cache.ts'],
])('leaves %s in %s to Node', (specifier, importer, file) => {
  const { href } = pathToFileURL(resolve(file));
  expect(resolveImport(specifier, importer)).toEqual({ id: href, external: true });
});

test.each([
  ['../data/collections.ts', 'src/pages/index.astro'],
  ['./talk-items.ts', 'src/components/talk/TalkList.astro'],
  ['./model/talk.ts', 'content/posts/numbers/index.mdx'],
])('bundles %s in %s', (specifier, importer) => {
  expect(resolveImport(specifier, importer)).toBeUndefined();
});
