import type { Page } from '@playwright/test';

/** A built site that the global setup serves. */
export interface ServedSite {
  origin: string;
  /** Addresses below the host, such as `/talks/`; the most demanding pages first. */
  pages: string[];
}

/** Returns the served sites by name; `sample` is always among them. */
export function getServedSites(): Record<string, ServedSite> {
  return JSON.parse(process.env.LECTERN_TEST_SITES ?? '{}') as Record<string, ServedSite>;
}

/** Returns the reasons why sites are not served on this machine, by name. */
export function getAbsentSites(): Record<string, string> {
  return JSON.parse(process.env.LECTERN_TEST_ABSENT ?? '{}') as Record<string, string>;
}

/** Returns the address of the home page of a served site, without the last slash. */
export function getOrigin(site: string): string {
  const origin = getServedSites()[site]?.origin;
  if (origin === undefined) throw new Error(`No site "${site}" is served.`);
  return origin;
}

export interface Visit {
  /** The blocked requests to other hosts. */
  foreignRequests: string[];
  /** Errors that the page threw or wrote to the console. */
  errors: string[];
}

/** Opens a page and waits until it is stable. */
export async function visit(page: Page, url: string): Promise<Visit> {
  const foreignRequests: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(url);
  await page.route(
    (requested) => /^(https?|wss?):$/.test(requested.protocol) && requested.origin !== origin,
    async (route) => {
      foreignRequests.push(route.request().url());
      await route.abort();
    },
  );
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await waitUntilStable(page);
  return { foreignRequests, errors };
}

/** Waits for the fonts, and for a deck to show slides or text, which it decides after the page has loaded. */
async function waitUntilStable(page: Page): Promise<void> {
  const stable = 'html:not(:has(.deck)), html.reading, html.presenting .bar .count:not(:empty)';
  await page.locator(stable).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Returns at most `count` pages of each kind, such as `/talks/…/`, the most demanding first. */
export function sampleEachKind(pages: string[], count: number): string[] {
  const kinds = Map.groupBy(pages, (address) => address.replace(/(?<=^\/.+\/)[^/]+\/$/, '…/'));
  return [...kinds.values()].flatMap((group) => group.slice(0, count));
}
