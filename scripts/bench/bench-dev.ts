import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from '../../src/serve/browser.ts';
import { findFreePort } from '../free-port.ts';
import { startDevServer } from './dev-server.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

export interface DevResult {
  /** The number of generated talks, or the sample of the tests. */
  talks: number | 'sample';
  /** Milliseconds by what was measured; undefined for a change that was not seen within a minute. */
  figures: Record<string, number | undefined>;
}

/** Milliseconds after which a change is not awaited any more. */
const LIMIT = 60_000;
/** Milliseconds between two requests of someone who looks at other pages. */
const REQUEST_INTERVAL = 500;

/** Measures the dev server from outside, with a browser that has a page of the site open. */
export async function benchDev(project: string, sizes: DevResult['talks'][]): Promise<DevResult[]> {
  const browser = await chromium.launch(await findBrowser());
  const results: DevResult[] = [];
  const used: Workspace[] = [];
  try {
    for (const talks of sizes) {
      const workspace = createWorkspace(project, talks);
      used.push(workspace);
      results.push({ talks, figures: await measureWorkspace(workspace, browser) });
    }
  } finally {
    await browser.close();
    // After the last start: see `createTrash`.
    for (const workspace of used) workspace.remove();
  }
  return results;
}

async function measureWorkspace(workspace: Workspace, browser: Browser) {
  const figures = createFigures();
  const [port, otherPort] = [await findFreePort(), await findFreePort()];
  for (const [name, startPort] of [
    ['first page, cold', port],
    ['first page, second start', port],
  ] as const) {
    const server = await startDevServer(workspace, startPort);
    figures[name] = server.firstPage;
    await server.stop();
  }
  const server = await startDevServer(workspace, otherPort);
  figures['first page, other port'] = server.firstPage;
  const page = await browser.newPage();
  try {
    const session = { page, origin: server.origin, workspace, figures };
    await measurePages(session);
    await measureChanges(session);
  } finally {
    await page.close();
    await server.stop();
  }
  return figures;
}

/** Creates an object that prints each figure as soon as it is known. */
function createFigures(): DevResult['figures'] {
  return new Proxy<DevResult['figures']>(
    {},
    {
      set(figures, name: string, ms: number | undefined) {
        console.error(
          `${name}: ${ms === undefined ? 'not within a minute' : `${Math.round(ms)} ms`}`,
        );
        figures[name] = ms;
        return true;
      },
    },
  );
}

/** A running dev server with a page of its site open, and the figures to add to. */
interface Session {
  page: Page;
  origin: string;
  workspace: Workspace;
  figures: DevResult['figures'];
}

async function measurePages({ page, origin, workspace, figures }: Session): Promise<void> {
  const talk = findMiddleTalk(workspace);
  const pages = { 'home page': '/', 'list of talks': '/talks/', talk: talk.address };
  for (const [name, address] of Object.entries(pages)) {
    for (const load of [`${name}, first load`, `${name}, again`]) {
      const start = performance.now();
      await page.goto(origin + address, { timeout: LIMIT });
      figures[load] = performance.now() - start;
    }
  }
}

async function measureChanges({ page, origin, workspace, figures }: Session): Promise<void> {
  const talk = findMiddleTalk(workspace);
  const text = readFileSync(talk.file, 'utf8');
  const save = (word: string) =>
    timeUntilSeen(page, word, true, () => writeFileSync(talk.file, `${text}\n${word}\n`));
  await page.goto(origin + talk.address, { timeout: LIMIT });
  const saved = [await save('firstsave'), await save('secondsave'), await save('thirdsave')];
  figures['saved talk, median of 3'] = saved.toSorted((a = LIMIT, b = LIMIT) => a - b)[1];

  const requests = new AbortController();
  const requesting = requestRepeatedly(`${origin}/talks/`, requests.signal);
  figures['saved talk, with requests'] = await save('fourthsave');
  requests.abort();
  await requesting;

  const title = 'A generated announcement';
  const folder = join(workspace.site, 'content', 'talks', 'announcement');
  const announcement = `---\ntitle: ${title}\ndate: 2026-01-16T10:00:00Z\n---\n\nSoon.\n`;
  await page.goto(`${origin}/talks/`, { timeout: LIMIT });
  figures['new talk, in the list'] = await timeUntilSeen(page, title, true, () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.md'), announcement);
  });
  // If the page did not reload by itself, the next figure must not depend on it.
  await page.goto(`${origin}/talks/`, { timeout: LIMIT });
  figures['deleted talk, gone from the list'] = await timeUntilSeen(page, title, false, () =>
    rmSync(folder, { recursive: true }),
  );
}

/**
 * Changes a file and returns the milliseconds until the open page shows a text, or no longer shows it. The
 * page is looked at in every frame of the browser and through reloads; nothing is requested.
 */
async function timeUntilSeen(
  page: Page,
  text: string,
  isShown: boolean,
  change: () => void,
): Promise<number | undefined> {
  const start = performance.now();
  change();
  try {
    await page.waitForFunction(
      (expected) => document.body?.textContent.includes(expected.text) === expected.isShown,
      { text, isShown },
      { timeout: LIMIT, polling: 'raf' },
    );
    return performance.now() - start;
  } catch {
    return undefined;
  }
}

async function requestRepeatedly(address: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await fetch(address).then(
      (response) => response.text(),
      () => '',
    );
    await wait(REQUEST_INTERVAL);
  }
}

function findMiddleTalk({ site }: Workspace): { file: string; address: string } {
  const folder = join(site, 'content', 'talks');
  const bundles = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'index.md')))
    .sort();
  const slug = bundles[bundles.length >> 1] ?? '';
  return { file: join(folder, slug, 'index.md'), address: `/talks/${slug}/` };
}
