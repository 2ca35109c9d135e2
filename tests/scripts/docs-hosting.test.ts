import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecipe, recipes, type RecipeName } from '../../scripts/docs-hosting.ts';
import { root } from '../../scripts/project-node.mjs';

const document = readFileSync(join(root, 'docs/hosting.md'), 'utf8');

describe.each(Object.keys(recipes) as RecipeName[])('the recipe for %s', (name) => {
  test.each(['/', '/sub'])('is right for the base path %s after the replacement', (base) => {
    expect(readRecipe(document, name, base)).toBe(recipes[name].print(base));
  });
});

test('every command that publishes a build runs only if the build succeeds', () => {
  const blocks = [...document.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const publishing = blocks.filter((block) => /rsync|ssh/.test(block) && /run build/.test(block));
  expect(publishing.length).toBeGreaterThan(1);
  for (const block of publishing) {
    const lines = block.trim().split('\n');
    expect(lines.slice(0, -1).every((line) => line.endsWith(' &&'))).toBe(true);
  }
});
