import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LockEntry, selectAuthorPackages } from '../../../scripts/package/author-packages.ts';
import { root } from '../../../scripts/project-node.mjs';

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockEntry>;
};
const selected = selectAuthorPackages(packages);

test('an author gets no development package', () => {
  expect(
    selectAuthorPackages({ '': {}, a: {}, b: { dev: true }, c: { devOptional: true } }),
  ).toEqual({ a: {}, c: { optional: true } });
  expect(selected['node_modules/vitest']).toBeUndefined();
  expect(selected['node_modules/astro']).toEqual(packages['node_modules/astro']);
});

test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'])(
  'an author on %s gets its native programs',
  (platform) => {
    const compiled = platform
      .replace('win32', '(?:win32|windows|win)')
      .replace('x64', '(?:x64|x86_64)');
    const names = Object.keys(selected).filter((path) => new RegExp(compiled).test(path));
    for (const name of [
      'node-',
      '@astrojs/compiler-binding-',
      '@rolldown/',
      '@img/sharp-',
      '@napi-rs/canvas-',
      '@pagefind/',
    ])
      expect(
        names.some((path) => path.includes(name)),
        `${name} for ${platform}`,
      ).toBe(true);
  },
);
