/**
 * Makes the pictures of the README from the sample site: `npm run screenshots`.
 * Builds the site, serves it on 127.0.0.1 and photographs pages in the Chromium at hand.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../tests/helpers/serve.ts';
import { launchOptions } from './chromium.ts';
import { projectNode, root } from './project-node.mjs';

interface Shot {
  name: string;
  path: string;
  width: number;
  height: number;
  scheme: 'light' | 'dark';
}

const shots: Shot[] = [
  { name: 'home', path: '/', width: 1120, height: 820, scheme: 'light' },
  { name: 'talk', path: '/talks/nyu-compression/', width: 1120, height: 1240, scheme: 'light' },
  { name: 'talks-dark', path: '/talks/', width: 1120, height: 820, scheme: 'dark' },
  {
    name: 'talk-phone',
    path: '/talks/bounds-that-survive/',
    width: 390,
    height: 820,
    scheme: 'light',
  },
];

const built = spawnSync(projectNode(), ['scripts/astro.mjs', 'build'], { cwd: root });
if (built.status !== 0) throw new Error(`The sample site did not build:\n${built.stderr}`);

const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const { server, origin } = await serve(join(root, 'dist'));
const browser = await chromium.launch(await launchOptions());
for (const { name, path, width, height, scheme } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(origin + path);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}
await browser.close();
server.close();
