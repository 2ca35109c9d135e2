import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findUnsupportedCommand } from '../../../src/markdown/math/unsupported-commands.ts';

const katex = readFileSync(fileURLToPath(import.meta.resolve('katex')), 'utf8');
/** The commands for which KaTeX asks whether it may trust the author. */
const commands = [
  ...new Set([...katex.matchAll(/command: "\\(\\\w+)"/g)].map(([, name = '']) => name)),
];

test('KaTeX has seven commands for trusted authors', () => {
  expect(commands.toSorted()).toEqual(
    ['href', 'htmlClass', 'htmlData', 'htmlId', 'htmlStyle', 'includegraphics', 'url'].map(
      (name) => `\\${name}`,
    ),
  );
});

test.each(commands)('%s is found', (name) => {
  expect(findUnsupportedCommand(`x + ${name}{a=b}{c}`)?.name).toBe(name);
  expect(findUnsupportedCommand(`\\text{a\\\\${name}{a}}`)?.name).toBe(name);
});

test.each(['x', 'href', '\\urlx', '\\\\url', '\\hrefs{a}', '\\html@mathml{a}{b}'])(
  '%s has no such command',
  (tex) => {
    expect(findUnsupportedCommand(tex)).toBeUndefined();
  },
);
