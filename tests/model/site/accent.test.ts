import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';
import { toAccent } from '../../../src/model/site/accent.ts';

const papers = ['#f9f5ed', '#1a1714'];

test('the paper colours are those of the style sheet', () => {
  const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  expect(tokens).toContain(`--paper: light-dark(${papers.join(', ')})`);
});

it('keeps a readable colour', () => {
  expect(toAccent('#7b1e2c').light).toBe('#7b1e2c');
  expect(toAccent('#eaa697').dark).toBe('#eaa697');
});

it('is readable on both paper colours for any colour', () => {
  const channel = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(channel, channel, channel, (...rgb) => {
      const hex = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const { light, dark } = toAccent(hex);
      expect(wcagContrast(light, papers[0]!)).toBeGreaterThanOrEqual(6);
      expect(wcagContrast(dark, papers[1]!)).toBeGreaterThanOrEqual(6);
    }),
  );
});
