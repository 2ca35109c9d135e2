import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { createSharedStylesGroup } from '../../src/styles/shared-styles.ts';

const src = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-styles-'));
afterAll(() => rmSync(src, { recursive: true }));

const url = pathToFileURL(`${src}/`);

const files = {
  'layouts/Base.astro':
    "---\nimport '../styles/base.css';\nimport Top from '../components/site/Top.astro';\n---\n",
  'components/site/Top.astro': "---\nimport Switch from './Switch.astro';\n---\n",
  'components/site/Switch.astro': '',
  'components/site/Other.astro': '',
  'components/talk/Card.astro': '',
  'components/ui/small/Icon.astro': "---\nimport '../../../styles/icon.css';\n---\n",
  'components/cv/Cv.astro': '',
};
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(src, path)), { recursive: true });
  writeFileSync(join(src, path), text);
}

const style = '?astro&type=style&index=0&lang.css';

test.each([
  ['layouts/Base.astro', true],
  ['components/site/Top.astro', true],
  ['components/site/Switch.astro', true],
  ['components/site/Other.astro', false],
  ['components/talk/Card.astro', true],
  ['components/ui/small/Icon.astro', true],
  ['components/cv/Cv.astro', false],
])('the styles of %s are shared: %s', (path, isShared) => {
  const { test: isInGroup } = createSharedStylesGroup(url);
  const id = join(src, path).replaceAll('\\', '/');
  expect(isInGroup(id + style)).toBe(isShared);
  expect(isInGroup(id)).toBe(false);
});

test.each([
  ['styles/base.css', true],
  ['styles/icon.css', true],
  ['styles/base.css?url', false],
  ['styles/code.css', false],
])('%s is shared: %s', (path, isShared) => {
  expect(createSharedStylesGroup(url).test(join(src, path).replaceAll('\\', '/'))).toBe(isShared);
});

test('the shared sheet has the styles of the base layout', () => {
  const { test: isInGroup } = createSharedStylesGroup(pathToFileURL(join(root, 'src/')));
  expect(isInGroup(join(root, 'src/layouts/Base.astro') + style)).toBe(true);
  expect(isInGroup(join(root, 'src/styles/tokens.css'))).toBe(true);
});

test('a folder of shared components that was renamed is an error', () => {
  rmSync(join(src, 'components/talk'), { recursive: true });
  expect(() => createSharedStylesGroup(url)).toThrow(
    /components.talk does not exist\. Correct the list/,
  );
});
