import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTrash } from '../../../scripts/bench/trash.ts';

test('createTrash moves files away and keeps their inodes in use', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const discard = createTrash(folder);
  const output = join(folder, 'dist');
  const write = () => {
    mkdirSync(output);
    writeFileSync(join(output, 'index.html'), 'page');
    return statSync(join(output, 'index.html')).ino;
  };
  const inodes = [write()];
  discard(output, join(folder, 'missing'));
  expect(existsSync(output)).toBe(false);
  inodes.push(write());
  discard(output);
  const trash = join(folder, 'trash');
  const kept = readdirSync(trash).map((name) => statSync(join(trash, name, 'index.html')).ino);
  expect(kept.sort()).toEqual(inodes.sort());
});
