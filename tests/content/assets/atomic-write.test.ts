import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { writeAtomically, writeInBackground } from '../../../src/content/assets/atomic-write.ts';
import { projectNode } from '../../../scripts/project-node.mjs';

const folder = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'lectern-write-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function newFolder(): string {
  return fs.mkdtempSync(join(folder, 'one-'));
}

/** Replaces `fs.writeSync` until the test is over. */
function replaceWrite(write: (file: number, bytes: Uint8Array) => number): void {
  const real = fs.writeSync;
  const replace = (write: unknown) => {
    fs.writeSync = write as typeof fs.writeSync;
    syncBuiltinESMExports();
  };
  replace((file: number, bytes: Uint8Array) => write(file, bytes));
  onTestFinished(() => replace(real));
}

const realWrite = fs.writeSync;
const text = 'On Growth and Form, in München';

test('replaces a file in the background and leaves no other file', async () => {
  const home = newFolder();
  const file = join(home, 'a.txt');
  await Promise.all(['before', text].map((data) => writeInBackground(file, Buffer.from(data))));
  expect(['before', text]).toContain(fs.readFileSync(file, 'utf8'));
  await expect(writeInBackground(join(home, 'no', 'a.txt'), Buffer.alloc(1))).rejects.toThrow();
  await expect(writeInBackground(home, Buffer.alloc(1))).rejects.toThrow();
  expect(fs.readdirSync(home)).toEqual(['a.txt']);
  expect(fs.readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([true, false])('replaces a file and leaves no other file (durable: %s)', (durable) => {
  const home = newFolder();
  const file = join(home, 'a.txt');
  for (const data of ['before', text, Buffer.from(text), '']) {
    writeAtomically(file, data, { durable });
    expect(fs.readFileSync(file, 'utf8')).toBe(String(data));
  }
  expect(fs.readdirSync(home)).toEqual(['a.txt']);
});

test('writes the rest if the disk writes only a part', () => {
  const file = join(newFolder(), 'a.txt');
  replaceWrite((opened, bytes) => realWrite(opened, bytes.subarray(0, 4)));
  writeAtomically(file, text);
  expect(fs.readFileSync(file, 'utf8')).toBe(text);
});

test('leaves the previous file, and no temporary file, when the disk is full', () => {
  const home = newFolder();
  const file = join(home, 'a.txt');
  fs.writeFileSync(file, 'before');
  let taken = 0;
  replaceWrite((opened, bytes) => {
    if (taken++ > 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    return realWrite(opened, bytes.subarray(0, 4));
  });
  expect(() => writeAtomically(file, text)).toThrow('ENOSPC');
  expect(fs.readFileSync(file, 'utf8')).toBe('before');
  expect(fs.readdirSync(home)).toEqual(['a.txt']);
});

test('throws if the folder does not exist', () => {
  expect(() => writeAtomically(join(folder, 'nowhere', 'a.txt'), text)).toThrow('ENOENT');
});

test('two processes that write the same file never leave a mixture', async () => {
  const home = newFolder();
  const file = join(home, 'a.txt');
  const module = new URL('../../../src/content/assets/atomic-write.ts', import.meta.url).href;
  const program = `import { writeAtomically, writeInBackground } from ${JSON.stringify(module)};
    const text = process.argv[1].repeat(200_000);
    for (let n = 0; n < 40; n++) writeAtomically(${JSON.stringify(file)}, text);`;
  const writers = ['a', 'b'].map((letter) => {
    const child = spawn(projectNode(), ['--input-type=module', '-e', program, letter]);
    return new Promise<number | null>((resolve) => child.on('close', resolve));
  });
  let isOver = false;
  const codes = Promise.all(writers).finally(() => (isOver = true));
  const seen = new Set<string>();
  while (!isOver) {
    await new Promise(setImmediate);
    if (!fs.existsSync(file)) continue;
    const found = fs.readFileSync(file, 'utf8');
    seen.add(`${found.length} ${[...new Set(found)].join('')}`);
  }
  expect(await codes).toEqual([0, 0]);
  expect(seen.size).toBeGreaterThan(0);
  for (const content of seen) expect(content).toMatch(/^200000 [ab]$/);
  expect(fs.readdirSync(home)).toEqual(['a.txt']);
});
