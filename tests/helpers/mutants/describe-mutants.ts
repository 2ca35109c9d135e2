import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createRandom, pickItem } from '../../../scripts/workload/random.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { importSite, ImportError } from '../../../src/import/import-site.ts';
import { writeFiles } from '../make/author-folder.ts';
import { binaryReaders } from './binary-readers.ts';
import { compareReadings } from './compare-readings.ts';
import { findRawMessages, formatProblem, isRawMessage } from './messages.ts';
import { mutate } from './mutate.ts';
import { oldSiteReaders } from './old-site-readers.ts';
import { siteReaders, surroundings } from './site-readers.ts';

/** The processor time in seconds that reading a mutant may take, on a slow machine. Most take milliseconds. */
const maxSeconds = 20;

/**
 * Registers a test for each reader, which reads randomly changed files. No reader may throw, hang, show an error of a library
 * or write outside its folder, and `check` and a build must report the same.
 */
export function describeMutants(count: number, seed: number): void {
  describe(`${count} changed files of each kind, seed ${seed}`, () => {
    let sandbox = '';
    beforeAll(() => {
      sandbox = mkdtempSync(join(tmpdir(), 'lectern-mutants-'));
      vi.stubEnv('LECTERN_THREADS', '1');
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    });
    afterAll(() => {
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
      rmSync(sandbox, { recursive: true, force: true });
    });

    test.each(siteReaders)('$name', async ({ name, path, samples }) => {
      const root = createFolder({ ...surroundings, [path]: '' });
      const folder = resolveSiteFolder({ LECTERN_SITE: root });
      const before = listTree(root);
      await readMutants(name, samples, async (bytes) => {
        writeFileSync(join(root, path), bytes);
        await compareReadings(folder, join(sandbox, 'cache'));
      });
      expect(listTree(root)).toEqual(before);
      expect(readdirSync(sandbox).toSorted()).toEqual(['cache', 'site']);
    });

    test.each(oldSiteReaders)('$name', async ({ name, path, files }) => {
      const root = createFolder(files);
      const into = join(sandbox, 'into');
      const before = listTree(root);
      await readMutants(name, [Buffer.from(files[path]!)], async (bytes) => {
        writeFileSync(join(root, path), bytes);
        rmSync(into, { recursive: true, force: true });
        await checkImport(root, into);
        expect(
          readdirSync(sandbox).filter((entry) => !/^(?:cache|into|site)$/.test(entry)),
        ).toEqual([]);
      });
      expect(listTree(root)).toEqual(before);
    });

    test.each(binaryReaders)('$name', async ({ name, samples, open }) => {
      const root = createFolder({});
      await readMutants(name, await samples(), async (bytes, number) => {
        const file = join(root, `${number}.bin`);
        writeFileSync(file, bytes);
        const { error } = (await open(file)) as { error?: string };
        expect(error ?? 'opened').toMatch(/^[a-z-]+$/);
        expect(error).not.toBe('stuck');
      });
      expect(
        listTree(root).filter((path) => !/^(?:\d+\.bin(?:\.png)?|README\.md)$/.test(path)),
      ).toEqual([]);
    });

    /** Creates a folder in the sandbox with these files. */
    function createFolder(files: Readonly<Record<string, string | Buffer>>): string {
      const root = join(sandbox, 'site');
      rmSync(root, { recursive: true, force: true });
      writeFiles(root, { ...files, 'README.md': 'A folder of a test.\n' });
      return root;
    }

    /** Calls a function for each mutant. Its errors name the mutant. */
    async function readMutants(
      name: string,
      samples: readonly Buffer[],
      read: (bytes: Buffer, number: number) => Promise<void>,
    ): Promise<void> {
      expect(samples.length).toBeGreaterThan(0);
      for (let number = 0; number < count; number += 1) {
        const random = createRandom(seed, number);
        const { bytes, changes } = mutate(pickItem(random, samples), random);
        const start = process.cpuUsage();
        try {
          await read(bytes, number);
          const { user, system } = process.cpuUsage(start);
          expect((user + system) / 1e6, 'seconds').toBeLessThan(maxSeconds);
        } catch (cause) {
          const label = `mutant ${number} of seed ${seed} for ${name}: ${changes.join(', ')}`;
          throw new Error(label, { cause });
        }
      }
    }
  });
}

/** Imports an old site. The import ends with a message for the author, or gives a site that can be built. */
async function checkImport(root: string, into: string): Promise<void> {
  const options = { into, dryRun: false, force: [], command: 'npm run import', onEvent: () => {} };
  try {
    const { summary } = await importSite(root, options);
    expect(summary.filter(isRawMessage)).toEqual([]);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(isRawMessage(error.message), error.message).toBe(false);
    expect(existsSync(into)).toBe(false);
    return;
  }
  for (const path of ['import-report.md', 'content/site.yaml']) {
    expect(readFileSync(join(into, path), 'utf8')).not.toContain('\uFFFD');
  }
  const { problems } = await checkSite(resolveSiteFolder({ LECTERN_SITE: into }));
  expect(findRawMessages(problems)).toEqual([]);
  expect(problems.filter(({ severity }) => severity === 'error').map(formatProblem)).toEqual([]);
}

function listTree(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted();
}
