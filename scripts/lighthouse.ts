/**
 * Runs Lighthouse for mobile on three pages of the built sample site: `npm run lighthouse`. Prints the
 * four scores of each page and ends with exit code 1 if one is below 100. Other work on the machine can
 * make a page seem slower but never faster, so a page below 100 is measured again, at most twice.
 *
 * Lighthouse is not a dependency of the project: it would be a third of `node_modules` for one command
 * that is rarely run. npm downloads it into its own cache the first time.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildSampleSite } from '../tests/helpers/build/sample-site.ts';
import { serve } from '../src/serve/static-server.ts';
import { findBrowser } from '../src/serve/browser.ts';
import { newRunFolder } from './run-folder.ts';

const lighthouse = 'lighthouse@13.5.0';
const pages = ['/', '/talks/', '/talks/certified-information/'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

const folder = (process.env.LECTERN_TEST_RUN = newRunFolder());
const site = await buildSampleSite('root');
if (site.code !== 0) throw new Error(`The sample site did not build:\n${site.output}`);
const { server, origin } = await serve(site.dist, { asHost: true });
const port = await findFreePort();
const options = await findBrowser();
const browser = await chromium.launch({
  ...options,
  args: [...options.args, `--remote-debugging-port=${port}`],
});
try {
  for (const path of pages) {
    let isPerfect = printScores(path, await runLighthouse(origin + path));
    for (let again = 0; again < 2 && !isPerfect; again++) {
      isPerfect = printScores(path, await runLighthouse(origin + path));
    }
    if (!isPerfect) process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
}

async function runLighthouse(url: string): Promise<Report> {
  const output = join(folder, 'lighthouse.json');
  const flags = [`--port=${port}`, '--output=json', `--output-path=${output}`, '--quiet'];
  const npmArguments = [
    'exec',
    '--yes',
    '--ignore-scripts',
    `--package=${lighthouse}`,
    '--',
    'lighthouse',
  ];
  const only = `--only-categories=${categories.join(',')}`;
  const args = [...npmArguments, url, ...flags, only, '--no-enable-error-reporting'];
  const child = spawn('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`Lighthouse ended with exit code ${String(code)}.`);
  return JSON.parse(readFileSync(output, 'utf8')) as Report;
}

/** Prints the scores and the failed audits. Returns whether all scores are 100. */
function printScores(path: string, { categories: results, audits }: Report): boolean {
  const scores = categories.map((name) => ({
    name,
    score: Math.round((results[name]?.score ?? 0) * 100),
  }));
  console.log(`${path}  ${scores.map(({ name, score }) => `${name} ${score}`).join(', ')}`);
  const imperfect = scores.filter(({ score }) => score < 100);
  for (const { name } of imperfect) {
    for (const { id, weight } of results[name]?.auditRefs ?? []) {
      const { title = id, score = null, displayValue = '' } = audits[id] ?? {};
      if (weight > 0 && score !== null && score < 1) console.log(`  ${title} ${displayValue}`);
    }
  }
  return imperfect.length === 0;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
