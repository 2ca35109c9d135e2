import type { Page } from '@playwright/test';

/** A built site that the global setup serves. */
export interface ServedSite {
  origin: string;
  /** Addresses below the host, such as `/talks/`; first those that strain a page most. */
  pages: string[];
}

/** The served sites by name; `sample` is always among them. */
export function servedSites(): Record<string, ServedSite> {
  return JSON.parse(process.env.LECTERN_TEST_SITES ?? '{}') as Record<string, ServedSite>;
}

/** Why a site is not served on this machine, by its name. */
export function absentSites(): Record<string, string> {
  return JSON.parse(process.env.LECTERN_TEST_ABSENT ?? '{}') as Record<string, string>;
}

/** The address of the home page of a served site, without the last slash. */
export function originOf(site: string): string {
  const origin = servedSites()[site]?.origin;
  if (origin === undefined) throw new Error(`No site "${site}" is served.`);
  return origin;
}

export interface Visit {
  /** The hosts besides the site's own that the page asked, which were refused. */
  foreign: string[];
  /** Errors that the page threw or wrote to the console. */
  errors: string[];
}

/** Opens a page and waits until it no longer changes by itself. */
export async function visit(page: Page, url: string): Promise<Visit> {
  const foreign: string[] = [];
  const errors: string[] = [];
  const { origin } = new URL(url);
  await page.route(
    (asked) => /^(https?|wss?):$/.test(asked.protocol) && asked.origin !== origin,
    async (route) => {
      foreign.push(route.request().url());
      await route.abort();
    },
  );
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  await settle(page);
  return { foreign, errors };
}

/** Waits for the fonts, and for a deck, which becomes slides or stays a text after its page has loaded. */
async function settle(page: Page): Promise<void> {
  const still = 'html:not(:has(.deck)), html.reading, html.presenting .bar .count:not(:empty)';
  await page.locator(still).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Of pages at one place, such as `/talks/…/`, the `count` that strain a page most. */
export function someOfEachKind(pages: string[], count: number): string[] {
  const kinds = Map.groupBy(pages, (address) => address.replace(/(?<=^\/.+\/)[^/]+\/$/, '…/'));
  return [...kinds.values()].flatMap((alike) => alike.slice(0, count));
}
