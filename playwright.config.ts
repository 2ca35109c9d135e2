import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/serve/browser.ts';

/** Tests the built sample site in Chromium, served on 127.0.0.1. */
export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: 'tests/helpers/setup/browser-tests.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 180_000,
  // Other steps of the suite run at the same time.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: { launchOptions: await findBrowser() },
});
