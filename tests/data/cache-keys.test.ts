import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const routes = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
  .map((path) => ({ path, text: readFileIfRoute(join('src/pages', path)) }))
  .filter(({ text }) => /add(?:Cache|List)Keys\(/.test(text));

function readFileIfRoute(path: string): string {
  return /\.(astro|ts)$/.test(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * What a page with a key may read: a key covers the site, the stored entry of the page, its related pages and its
 * slides, or those of the pages in a list. See `addCacheKeys` and `addListKeys`.
 */
const coveredFunctions = [
  ...['getSite', 'now', 'getRelatedPages', 'getTableOfContents', 'getDeckOpening'],
  ...['getTalkBody', 'getTalkHtml', 'getPageBody', 'getTalkMarkdown', 'getImageAddress'],
];

test('the pages of talks, publications, posts, projects and courses, and lists of talks, have keys', () => {
  const names = routes.map(({ path }) => path.split('/')[0]);
  expect([...new Set(names)].sort()).toEqual(
    ['posts', 'projects', 'publications', 'talks', 'teaching'].sort(),
  );
  expect(routes).toHaveLength(12);
});

test.each(routes.map(({ path, text }) => [path, text]))(
  '%s reads nothing that its key does not cover',
  (_, text) => {
    const [paths = ''] =
      /export (?:async function|const) getStaticPaths[^]*?\n}.*\n/.exec(text) ?? [];
    const page = text.replace(paths, '').replace(/^import .*$/gm, '');
    const imported = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '[^']*\/data\//gm)];
    const names = imported.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
    const used = names.filter((name) => name && new RegExp(`\\b${name}\\b`).test(page));
    expect(paths).toMatch(/return add(?:Cache|List)Keys\(/);
    expect(used.filter((name) => !coveredFunctions.includes(name))).toEqual([]);
    expect(page).not.toMatch(/getCollection|getEntry|readFile|process\.env|Date\.now/);
  },
);
