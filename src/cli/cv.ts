import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectNode, root } from '../../scripts/project-node.mjs';
import { runChild } from '../../scripts/run-child.mjs';
import { newRunFolder } from '../../scripts/run-folder.ts';
import { readSite } from '../content/site/read-site.ts';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import { createAddresses } from '../model/page/addresses.ts';
import { quote } from '../schema/describe.ts';
import { suggest } from '../schema/suggest.ts';
import { BrowserError, findBrowser, type LaunchOptions } from '../serve/browser.ts';
import { serve } from '../serve/static-server.ts';
import { readOptions, UsageError } from './options.ts';
import { isSamePdf, withPdfDate } from './pdf-dates.ts';

const help = `Prints the CV of the site to public/cv.pdf, with the Chrome, Chromium or Edge of your machine.
The next build publishes the file, and the CV page links to it.

  npm run cv                      prints on A4, or on Letter where that is the usual paper
  npm run cv -- --paper letter    prints on Letter
  CHROME_PATH=/path/to/chrome npm run cv    uses another browser
`;

const options = {
  paper: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The formats that Chromium knows by name, in lower case. */
const papers = [
  ...['a4', 'letter', 'legal', 'tabloid', 'ledger'],
  ...['a0', 'a1', 'a2', 'a3', 'a5', 'a6'],
];

/** Runs `npm run cv`: builds the site, serves it on 127.0.0.1 and prints /cv/. Returns the exit code. */
export async function printCv(args: string[]): Promise<number> {
  const { values } = readOptions(args, options);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const folder = resolveSiteFolder();
  const { settings } = readSite(folder);
  const format =
    values.paper === undefined ? defaultPaper(settings.language) : parsePaper(values.paper);
  if (!existsSync(join(folder.content, 'cv.yaml'))) {
    return printError('There is no content/cv.yaml to print. docs/front-matter.md lists its keys.');
  }
  const home = settings.url && settings.url + createAddresses(settings.base).home;
  const dist = newRunFolder();
  try {
    const browser = await findBrowser();
    const { code, output } = await buildSite(dist);
    if (code !== 0) return printError(`The site could not be built:\n${output}`);
    savePdf(join(folder.public, 'cv.pdf'), await printPdf(dist, browser, format, home));
    return 0;
  } catch (error) {
    if (error instanceof BrowserError) return printError(error.message);
    throw error;
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

function printError(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

/** Returns Letter for regions where it is the usual paper, else A4. */
function defaultPaper(language: string): string {
  return /-(US|CA|MX|PH)$/.test(language) ? 'letter' : 'a4';
}

function parsePaper(word: string): string {
  const paper = word.toLowerCase();
  if (papers.includes(paper)) return paper;
  const near = suggest(paper, papers);
  const remedy = near ? `Did you mean ${near}?` : `The formats are ${papers.join(', ')}.`;
  throw new UsageError(`Unknown paper ${quote(word)}. ${remedy}`);
}

/** Builds the site for the root of a host, whatever `base` is. */
function buildSite(outDir: string): Promise<{ code: number; output: string }> {
  const args = [join(root, 'scripts/lectern.mjs'), 'build', '--silent', '--outDir', outDir];
  return runChild(projectNode(), args, {
    env: { ...process.env, BASE_PATH: '/' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function printPdf(
  dist: string,
  launch: LaunchOptions,
  format: string,
  home: string | undefined,
): Promise<Buffer> {
  const { server, origin } = await serve(dist);
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    await page.goto(`${origin}/cv/`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(linkToSite, home);
    return await page.pdf({ format, preferCSSPageSize: true, tagged: true });
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page: makes links of the site absolute, or removes them if the site has no `url`. */
function linkToSite(home: string | undefined): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    const path = link.getAttribute('href') ?? '/';
    if (home === undefined) link.removeAttribute('href');
    else link.href = home + path.slice(1);
  }
}

/** Writes the file, unless it has the same content already. */
function savePdf(file: string, printed: Buffer): void {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const pdf = epoch ? withPdfDate(printed, Number(epoch)) : printed;
  if (existsSync(file) && !epoch && isSamePdf(readFileSync(file), pdf)) {
    process.stdout.write('public/cv.pdf is up to date.\n');
    return;
  }
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, pdf);
  process.stdout.write('public/cv.pdf\n');
}
