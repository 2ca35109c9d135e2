import { defineConfig } from 'vitest/config';

const minutes = 60_000;

/**
 * `unit` runs in seconds on plain data; `site` builds fixture sites with the real Astro; `full`
 * takes minutes: hundreds of talks, whole old sites imported and built, the sample built again;
 * `long` takes hours and runs nightly.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{site,full,long,browser}/**'],
          // Seconds suffice, but for a machine that does much else.
          testTimeout: minutes,
          maxWorkers: 2,
          // Files share what they import: none may leave a module or the process changed.
          isolate: false,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          globalSetup: 'tests/helpers/build-samples.ts',
          testTimeout: 4 * minutes,
          hookTimeout: 8 * minutes,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'full',
          include: ['tests/full/**/*.test.ts'],
          globalSetup: 'tests/helpers/run-folder-setup.ts',
          testTimeout: 8 * minutes,
          hookTimeout: 8 * minutes,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          globalSetup: 'tests/helpers/run-folder-setup.ts',
          testTimeout: 30 * minutes,
          hookTimeout: 30 * minutes,
          maxWorkers: 2,
        },
      },
    ],
  },
});
