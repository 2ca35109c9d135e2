import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFileList } from '../../../src/content/output/file-list.ts';
import { finishSwap, swapOutput, type KeepRule } from '../../../src/content/output/swap.ts';
import { keepUnlisted } from '../../../src/content/output/output-folder.ts';
import { runOnFailingDisk, type Fault } from '../../helpers/disk/failing-disk.ts';
import { createAuthorFolder, writeFiles } from '../../helpers/make/author-folder.ts';
import { listFiles } from '../../helpers/read/dist.ts';
import { registerWhere } from '../../helpers/skip.ts';

const lastSite = {
  'index.html': 'Old home',
  'talks/lyon/index.html': 'Lyon',
  'talks/gone/index.html': 'Gone',
  'talk/nyu.html/index.html': 'A folder that becomes a file',
  posts: 'A file that becomes a folder',
  '_astro/style.old.css': 'old',
};
const newSite = {
  'index.html': 'New home',
  'talks/lyon/index.html': 'Lyon',
  'talks/nice/index.html': 'Nice',
  'talk/nyu.html': 'A file',
  'posts/a/index.html': 'A post',
  '_astro/style.new.css': 'new',
};
const ownFiles = { CNAME: 'ada.example', '.git/HEAD': 'ref', 'talks/lyon/notes.txt': 'Mine' };

/** Writes the last site with files of the author in `dist`, and the new site in `work/next`. */
function prepare(root: string): void {
  writeFiles(join(root, 'dist'), lastSite);
  writeFileList(join(root, 'dist'));
  writeFiles(join(root, 'dist'), ownFiles);
  writeFiles(join(root, 'work/next'), newSite);
  writeFileList(join(root, 'work/next'));
}

function readSite(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

test('the new site replaces the last one, and files that no list names stay', () => {
  const { root } = createAuthorFolder();
  prepare(root);
  swapOutput(join(root, 'work/next'), join(root, 'dist'), keepUnlisted);
  expect(readSite(join(root, 'dist'))).toEqual({ ...newSite, ...ownFiles });
  expect(readdirSync(root).sort()).toEqual(['dist', 'work']);
  expect(readdirSync(join(root, 'work'))).toEqual([]);
});

test('the output folder may be missing, with folders above it', () => {
  const { root } = createAuthorFolder();
  prepare(root);
  swapOutput(join(root, 'work/next'), join(root, 'a/b'), keepUnlisted);
  expect(readSite(join(root, 'a/b'))).toEqual(newSite);
});

const places: [string, string | undefined, 'whole' | 'mixed'][] = [
  ['on one disk', undefined, 'whole'],
  ['from another file system', 'work', 'whole'],
  ['to a folder that cannot be renamed', 'dist', 'mixed'],
];

describe.each(places)('a publication %s', (_, mount, state) => {
  const swap = async (root: string, fault: Fault, run: (keepRule: KeepRule) => void) =>
    runOnFailingDisk(root, { ...fault, ...(mount && { mount: join(root, mount) }) }, () =>
      Promise.resolve(run(keepUnlisted)),
    );

  // Renaming folders needs no space.
  const kinds = mount ? (['crash', 'full'] as const) : (['crash'] as const);
  test.each(kinds)('that ends with %s at any step', async (kind) => {
    for (let step = 1; ; step += 1) {
      const { root } = createAuthorFolder();
      prepare(root);
      const dist = join(root, 'dist');
      const first = await swap(root, { kind, at: step }, (keepRule) =>
        swapOutput(join(root, 'work/next'), dist, keepRule),
      );
      if (!first.failed) {
        expect(first.error).toBeUndefined();
        expect(step).toBeGreaterThan(5);
        break;
      }
      if (state === 'whole' && existsSync(dist)) {
        const site = readSite(dist);
        expect([lastSite['index.html'], newSite['index.html']]).toContain(site['index.html']);
        const whole = site['index.html'] === newSite['index.html'] ? newSite : lastSite;
        expect(site, `step ${step}`).toMatchObject(whole);
      }
      // A second crash, during the repair of the first one, makes no difference.
      await swap(root, { kind: 'crash', at: 1 + (step % 9) }, (keepRule) =>
        finishSwap(dist, keepRule),
      );
      finishSwap(dist, keepUnlisted);
      const site = readSite(dist);
      const whole = site['index.html'] === newSite['index.html'] ? newSite : lastSite;
      expect(site, `step ${step}`).toEqual({ ...whole, ...ownFiles });
      expect(readdirSync(root).sort()).toEqual(['dist', 'work']);
    }
  });
});

test('a folder in which a program of Windows has a file open is filled file by file', async () => {
  const { root } = createAuthorFolder();
  prepare(root);
  const dist = join(root, 'dist');
  const fault: Fault = { kind: 'crash', at: Infinity, mount: dist, mountCode: 'EPERM' };
  const { error } = await runOnFailingDisk(root, fault, () =>
    Promise.resolve(swapOutput(join(root, 'work/next'), dist, keepUnlisted)),
  );
  expect(error).toBeUndefined();
  expect(readSite(dist)).toEqual({ ...newSite, ...ownFiles });
  expect(readdirSync(root).sort()).toEqual(['dist', 'work']);
});

const isRestricted = process.platform !== 'win32' && process.getuid?.() !== 0;
const title = 'a folder in a read-only one is filled file by file';
registerWhere(isRestricted, title, 'the user may write everywhere', () =>
  test(title, () => {
    const { root } = createAuthorFolder();
    prepare(root);
    const next = join(root, 'work/next');
    chmodSync(root, 0o555);
    try {
      swapOutput(next, join(root, 'dist'), keepUnlisted);
      expect(readSite(join(root, 'dist'))).toEqual({ ...newSite, ...ownFiles });
      expect(existsSync(next)).toBe(false);
    } finally {
      chmodSync(root, 0o755);
    }
  }),
);

test('a folder without an interrupted publication stays as it is', () => {
  const { root } = createAuthorFolder();
  finishSwap(join(root, 'dist'), keepUnlisted);
  expect(readdirSync(root)).toEqual([]);
  mkdirSync(join(root, 'dist'));
  finishSwap(join(root, 'dist'), keepUnlisted);
  expect(readdirSync(root)).toEqual(['dist']);
});
