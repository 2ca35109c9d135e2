import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getAstroCacheFolder, resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';

const caches = join('node_modules', '.astro');
const site = (root: string) => resolveSiteFolder({ LECTERN_SITE: root });

test('the cache of a site in the project has the same folder on every machine', () => {
  for (const project of ['/home/ada/site', '/build/repo']) {
    expect(getAstroCacheFolder(site(project), project)).toBe(join(caches, 'site'));
  }
});

test('each other site has a cache of its own', () => {
  const [a, b] = ['/home/ada/a', '/home/ada/b'].map((root) => getAstroCacheFolder(site(root)));
  expect(a).toMatch(/[0-9a-f]{12}$/);
  expect(b).not.toBe(a);
});
