import { defineConfig } from 'vitest/config';
import { SlowFirst } from './tests/helpers/setup/slow-first.ts';

const minutes = 60_000;

/**
 * `unit` runs in seconds on data; `site` builds fixture sites with Astro; `full` takes minutes: it builds
 * hundreds of talks, imports and builds old sites, and builds the sample again; `long` takes hours and
 * runs nightly.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{site,full,long,browser}/**'],
          setupFiles: 'tests/helpers/setup/fixed-seed.ts',
          // Seconds are enough, except on a busy machine.
          testTimeout: minutes,
          maxWorkers: 2,
          // Test files share modules: none may leave a module or the process changed.
          isolate: false,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/helpers/setup/site-tests.ts',
          testTimeout: 4 * minutes,
          hookTimeout: 8 * minutes,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'full',
          include: ['tests/full/**/*.test.ts'],
          globalSetup: 'tests/helpers/setup/run-folder.ts',
          testTimeout: 8 * minutes,
          hookTimeout: 8 * minutes,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/helpers/setup/run-folder.ts',
          testTimeout: 30 * minutes,
          hookTimeout: 30 * minutes,
          maxWorkers: 2,
        },
      },
    ],
  },
});
