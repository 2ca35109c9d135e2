import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { getAstroCacheFolder } from '../../../src/content/assets/site-folder.ts';
import { findRunningServer, writeServerRecord } from '../../../src/content/build/dev-record.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

/** Starts a web server. Returns its address, and a function that stops it. */
async function startServer() {
  const server = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/`, stop };
}

test('finds the dev server of a site only while it runs', async () => {
  const site = createAuthorFolder();
  onTestFinished(() => rmSync(getAstroCacheFolder(site), { recursive: true, force: true }));
  expect(dirname(getAstroCacheFolder(site))).toContain('.astro');
  expect(await findRunningServer(site)).toBeUndefined();
  const { url, stop } = await startServer();
  writeServerRecord(site, { pid: process.pid, url });
  expect(await findRunningServer(site)).toEqual({ pid: process.pid, url });
  expect(await findRunningServer(createAuthorFolder())).toBeUndefined();
  await stop();
  expect(await findRunningServer(site)).toBeUndefined();
});

test('ignores the record of a process that has ended', async () => {
  const site = createAuthorFolder();
  onTestFinished(() => rmSync(getAstroCacheFolder(site), { recursive: true, force: true }));
  const { url, stop } = await startServer();
  writeServerRecord(site, { pid: 2 ** 30, url });
  expect(await findRunningServer(site)).toBeUndefined();
  await stop();
});
