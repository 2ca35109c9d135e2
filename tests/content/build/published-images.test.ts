import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanAssets } from '../../../src/content/build/published-images.ts';
import { hasPosition, makePhotograph } from '../../helpers/make/images.ts';

test('the original of an image stays only if it is shown, without its position', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-assets-'));
  const sources = mkdtempSync(join(tmpdir(), 'lectern-sources-'));
  const [shown, other] = [await makePhotograph('webp'), await makePhotograph('webp', [80, 40])];
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>';
  const files = {
    'shown.AbCdEf_1.webp': shown,
    'other.AbCdEf-2.webp': other,
    'other.AbCdEf-2_Z1abc.webp': shown,
    'plot.AbCdEfgh.svg': drawing,
    'plot.AbCdEfgh_Z1abc.svg': drawing,
    'page.AbCdEfgh.css': 'a{}',
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(sources, 'featured.webp'), shown);
  cleanAssets(folder, new Set([join(sources, 'featured.webp'), join(sources, 'missing.webp')]));
  const names = Object.keys(files).filter((name) => name !== 'other.AbCdEf-2.webp');
  expect(readdirSync(folder).sort()).toEqual(names.sort());
  const read = (name: string) => readFileSync(join(folder, name));
  expect(hasPosition(read('shown.AbCdEf_1.webp'))).toBe(false);
  // Astro has converted this one, without metadata.
  expect(read('other.AbCdEf-2_Z1abc.webp').equals(shown)).toBe(true);
  for (const name of ['plot.AbCdEfgh.svg', 'plot.AbCdEfgh_Z1abc.svg'])
    expect(read(name).toString()).toBe('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  expect(() => cleanAssets(join(folder, 'missing'), new Set())).not.toThrow();
});
