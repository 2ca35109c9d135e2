import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { hostFiles } from '../../../src/content/build/host-files.ts';

test('writes files for hosts, and keeps those of the author', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'lectern-host-files-'));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  writeFileSync(join(dist, '.htaccess'), 'The file of the author.');
  const hook = hostFiles({ '.htaccess': 'Ours.', _headers: 'Headers.' }).hooks['astro:build:done'];
  await hook?.({ dir: pathToFileURL(`${dist}/`) } as Parameters<typeof hook>[0]);
  expect(readFileSync(join(dist, '.htaccess'), 'utf8')).toBe('The file of the author.');
  expect(readFileSync(join(dist, '_headers'), 'utf8')).toBe('Headers.');
});
