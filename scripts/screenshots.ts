/**
 * Takes the screenshots for the README from the sample site: `npm run screenshots`.
 * Builds the site as of a fixed day, serves it on 127.0.0.1 and opens its pages in a local Chromium.
 * Printed pages are rendered with the print styles at 96 dpi.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { serve } from '../src/serve/static-server.ts';
import { findBrowser } from '../src/serve/browser.ts';
import { projectNode, root } from './project-node.mjs';

interface Shot {
  name: string;
  path: string;
  width: number;
  height: number;
  colorScheme?: 'light' | 'dark';
  media?: 'screen' | 'print';
  /** A selector of an element to wait for, which a script adds to the page. */
  ready?: string;
}

const screen = { width: 1120, height: 840 };
const phone = { width: 390, height: 840 };
const a4 = { width: 794, height: 1123 };
const talk = '/talks/nyu-compression/';
const deck = '/slides/compression-after-the-fact/';
const shots: Shot[] = [
  { name: 'home', path: '/', ...screen },
  { name: 'home-phone', path: '/', ...phone },
  { name: 'publications', path: '/publications/', ...screen },
  { name: 'cv', path: '/cv/', ...screen },
  { name: 'talks', path: '/talks/', ...screen },
  { name: 'slides', path: `${deck}#/4`, ...screen, ready: '.slide.present' },
  { name: 'talk', path: talk, width: 1120, height: 1240 },
  { name: 'talk-dark', path: talk, width: 1120, height: 1240, colorScheme: 'dark' },
  { name: 'talk-phone', path: '/talks/bounds-that-survive/', ...phone },
  { name: 'talk-print', path: talk, ...a4, media: 'print' },
  { name: 'cv-print', path: '/cv/', ...a4, media: 'print' },
];

const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse('2026-11-24T08:00Z') / 1000) };
const built = spawnSync(projectNode(), ['scripts/run.mjs', 'src/cli/main.ts', 'build'], {
  cwd: root,
  env,
});
if (built.status !== 0) throw new Error(`The sample site could not be built:\n${built.stderr}`);

const folder = join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const { server, origin } = await serve(join(root, 'dist'));
const browser = await chromium.launch(await findBrowser());
for (const { name, path, width, height, colorScheme = 'light', media = 'screen', ready } of shots) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.emulateMedia({ media });
  await page.goto(origin + path);
  if (ready) await page.waitForSelector(ready);
  // The margins of the paper.
  if (media === 'print') await page.evaluate(() => (document.body.style.padding = '13mm 18mm'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  const image = sharp(await page.screenshot());
  // A palette makes the files a third of the size.
  await image.png({ palette: true, effort: 10 }).toFile(join(folder, `${name}.png`));
  console.log(`docs/images/${name}.png`);
  await page.close();
}
await browser.close();
server.close();
server.closeAllConnections();
