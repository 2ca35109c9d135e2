/**
 * Prints the CV of the site to `public/cv.pdf`: `npm run cv`, or `npm run cv -- --paper letter`.
 * Builds the site, serves it on 127.0.0.1 and prints /cv/ with an installed Chromium. The next build
 * publishes the file, and the page links to it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { readSite } from '../src/content/site/read-site.ts';
import { siteFolder } from '../src/content/site-folder.ts';
import { addressesUnder } from '../src/model/site/url.ts';
import { serve } from '../src/serve/static-server.ts';
import { launchOptions } from '../src/serve/browser.ts';
import { isSamePdf, withPdfDate } from './pdf-dates.ts';
import { projectNode, root } from './project-node.mjs';
import { newRunFolder } from './run-folder.ts';

const { values } = parseArgs({ options: { paper: { type: 'string' } } });
const folder = siteFolder();
const { settings } = readSite(folder);
const file = join(folder.public, 'cv.pdf');

if (!existsSync(join(folder.content, 'cv.yaml'))) {
  console.error('There is no content/cv.yaml to print. docs/front-matter.md lists its keys.');
  process.exitCode = 1;
} else {
  const dist = newRunFolder();
  try {
    build(dist);
    save(await print(dist));
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

/** Builds the site for the root of a host, whatever `base` is. */
function build(outDir: string): void {
  const env = { ...process.env, BASE_PATH: '/' };
  const args = ['scripts/astro.mjs', 'build', '--outDir', outDir];
  const built = spawnSync(projectNode(), args, { cwd: root, env, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The site could not be built:\n${built.stderr}`);
}

async function print(dist: string): Promise<Buffer> {
  const { server, origin } = await serve(dist);
  const browser = await chromium.launch(await launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/cv/`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const home = settings.url && settings.url + addressesUnder(settings.base).home;
    await page.evaluate(leadToSite, home);
    return await page.pdf({ format: paper(), preferCSSPageSize: true, tagged: true });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page: makes links of the site absolute, or removes them if the site has no `url`. */
function leadToSite(home: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    const path = link.getAttribute('href') ?? '/';
    if (home === undefined) link.removeAttribute('href');
    else link.href = home + path.slice(1);
  }
}

/** Returns Letter for regions where it is the usual paper, else A4. */
function paper(): string {
  const usual = /-(US|CA|MX|PH)$/.test(settings.language) ? 'Letter' : 'A4';
  return values.paper ?? usual;
}

/** Writes the file, unless it has the same content already. */
function save(printed: Buffer): void {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const pdf = epoch ? withPdfDate(printed, Number(epoch)) : printed;
  if (existsSync(file) && !epoch && isSamePdf(readFileSync(file), pdf)) {
    console.log('public/cv.pdf is up to date.');
    return;
  }
  mkdirSync(folder.public, { recursive: true });
  writeFileSync(file, pdf);
  console.log('public/cv.pdf');
}
