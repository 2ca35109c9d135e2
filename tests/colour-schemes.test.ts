import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type Container, type Document } from 'postcss';
import { expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';

/** Properties that change neither what is on a page nor where it is. */
const harmless = ['color', 'background-color', 'color-scheme', 'filter'];

/** The rules for one of the two colour schemes alone, as `file: selector { property }`. */
function schemeDeclarations(): { place: string; property: string }[] {
  return globSync('src/**/*.{css,astro}', { cwd: root }).flatMap((file) =>
    styleSheetsIn(readFileSync(join(root, file), 'utf8'), file).flatMap((css) => {
      const found: { place: string; property: string }[] = [];
      postcss.parse(css, { from: file }).walkDecls(({ prop, parent }) => {
        const place = placeOf(parent);
        if (/prefers-color-scheme|data-scheme/.test(place))
          found.push({ place: `${file}: ${place}`, property: prop });
      });
      return found;
    }),
  );
}

function styleSheetsIn(text: string, file: string): string[] {
  if (file.endsWith('.css')) return [text];
  return [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
}

/** The selectors and conditions that a declaration is in. */
function placeOf(node: Container | Document | undefined): string {
  if (!node || node.type === 'root' || node.type === 'document') return '';
  const own = 'selector' in node ? String(node.selector) : 'params' in node ? `${node.params}` : '';
  return `${placeOf(node.parent)} ${own}`.trim();
}

// The browser tests rely on it: in dark colours they ask axe only about colours (helpers/accessibility.ts).
test('dark and light pages differ in nothing but colours', () => {
  const declarations = schemeDeclarations();
  expect(declarations.length).toBeGreaterThan(3);
  expect(declarations.filter(({ property }) => !harmless.includes(property))).toEqual([]);
});
