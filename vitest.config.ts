import { defineConfig } from 'vitest/config';

const minutes = 60_000;

/** `unit` runs in seconds on plain data; `site` builds fixture sites with the real Astro. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
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
    ],
  },
});
