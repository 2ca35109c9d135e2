import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type Container, type Document } from 'postcss';
import { expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';

/** Properties that change neither the contents nor the layout of a page. */
const colourProperties = ['color', 'background-color', 'color-scheme', 'filter'];

/** Returns the declarations that apply to only one colour scheme. */
function findSchemeDeclarations(): { place: string; property: string }[] {
  return globSync('src/**/*.{css,astro}', { cwd: root }).flatMap((file) =>
    extractStyleSheets(readFileSync(join(root, file), 'utf8'), file).flatMap((css) => {
      const declarations: { place: string; property: string }[] = [];
      postcss.parse(css, { from: file }).walkDecls(({ prop, parent }) => {
        const place = formatPath(parent);
        if (/prefers-color-scheme|data-scheme/.test(place))
          declarations.push({ place: `${file}: ${place}`, property: prop });
      });
      return declarations;
    }),
  );
}

function extractStyleSheets(text: string, file: string): string[] {
  if (file.endsWith('.css')) return [text];
  return [...text.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(([, css = '']) => css);
}

/** Returns the selectors and conditions around a declaration. */
function formatPath(node: Container | Document | undefined): string {
  if (!node || node.type === 'root' || node.type === 'document') return '';
  const current =
    'selector' in node ? String(node.selector) : 'params' in node ? `${node.params}` : '';
  return `${formatPath(node.parent)} ${current}`.trim();
}

// The browser tests rely on this: in dark colours they check only the colour rules of axe (tests/helpers/browser/accessibility.ts).
test('dark and light pages differ only in colours', () => {
  const declarations = findSchemeDeclarations();
  expect(declarations.length).toBeGreaterThan(3);
  expect(declarations.filter(({ property }) => !colourProperties.includes(property))).toEqual([]);
});
