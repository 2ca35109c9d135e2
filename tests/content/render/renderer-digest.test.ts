import { expect, test } from 'vitest';
import { getRendererDigest, hashRenderer } from '../../../src/content/render/renderer-digest.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';

const project = {
  'package-lock.json': '{}',
  'src/schema/a.ts': '1',
  'src/model/page/a.ts': '1',
  'src/markdown/a.ts': '1',
  'src/content/render/a.ts': '1',
  'src/pages/index.ts': '1',
};

test.each([
  ['package-lock.json', true],
  ['src/schema/a.ts', true],
  ['src/model/page/a.ts', true],
  ['src/markdown/new.ts', true],
  ['src/content/render/a.ts', true],
  ['src/pages/index.ts', false],
  ['README.md', false],
])('a change of %s changes the digest: %s', (path, changes) => {
  const { root } = createAuthorFolder(project);
  const before = hashRenderer(root);
  expect(hashRenderer(root)).toBe(before);
  writeFiles(root, { [path]: '2' });
  expect(hashRenderer(root) !== before).toBe(changes);
});

test('the digest of this project is computed once', () => {
  expect(getRendererDigest()).toMatch(/^[0-9a-f]{32}$/);
  expect(getRendererDigest()).toBe(getRendererDigest());
});
