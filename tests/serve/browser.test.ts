import { afterEach, expect, test, vi } from 'vitest';
import { BrowserError, findBrowser } from '../../src/serve/browser.ts';

afterEach(() => vi.unstubAllEnvs());

test('CHROME_PATH names the browser', async () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(await findBrowser()).toMatchObject({ executablePath: process.execPath });
});

test('a CHROME_PATH that does not exist is an error, not another browser', async () => {
  vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
  await expect(findBrowser()).rejects.toThrow(
    new BrowserError('CHROME_PATH is not a file: /nowhere/chrome'),
  );
});
