import { test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

/** A built site that the global setup serves. */
export interface ServedSite {
  origin: string;
  /** Addresses below the host, such as `/talks/`; first those that strain a page most. */
  pages: string[];
}

/** Those that this machine can build, by name; `sample` is always among them. */
export function servedSites(): Record<string, ServedSite> {
  return JSON.parse(process.env.LECTERN_TEST_SITES ?? '{}') as Record<string, ServedSite>;
}

export interface Visit {
  page: Page;
  /** The address below the host, such as `/talks/`. */
  address: string;
  /** The hosts besides the site's own that the page asked, which were refused. */
  foreign: string[];
  /** Errors that the page threw or wrote to the console. */
  errors: string[];
}

/**
 * Opens every page of a served site in turn, each in a page of its own.
 * @param choose Leaves some of the pages out.
 */
export async function visitAll(
  browser: Browser,
  options: BrowserContextOptions,
  look: (visit: Visit) => Promise<void>,
  name = 'sample',
  choose = (pages: string[]) => pages,
): Promise<void> {
  const site = servedSites()[name];
  test.skip(!site, `The site "${name}" is not on this machine.`);
  const { origin = '', pages = [] } = site ?? {};
  const context = await browser.newContext({ ...options, baseURL: origin });
  for (const address of choose(pages)) {
    await test.step(address, async () => {
      const page = await context.newPage();
      try {
        const found = await visit(page, origin, address);
        if (options.javaScriptEnabled !== false) await settle(page);
        await look(found);
      } finally {
        await page.close();
      }
    });
  }
  await context.close();
}

async function visit(page: Page, origin: string, address: string): Promise<Visit> {
  const foreign: string[] = [];
  const errors: string[] = [];
  await page.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin,
    async (route) => {
      foreign.push(route.request().url());
      await route.abort();
    },
  );
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(address);
  return { page, address, foreign, errors };
}

/** A deck becomes slides, or stays a text, some time after its page has loaded. */
async function settle(page: Page): Promise<void> {
  const still = 'html:not(:has(.deck)), html.reading, html.presenting .bar .count:not(:empty)';
  await page.locator(still).first().waitFor({ state: 'attached' });
}

/** Of pages at one place, such as `/talks/…/`, the two that strain a page most. */
export function twoOfEachKind(pages: string[]): string[] {
  const kinds = Map.groupBy(pages, (address) => address.replace(/(?<=^\/.+\/)[^/]+\/$/, '…/'));
  return [...kinds.values()].flatMap((alike) => alike.slice(0, 2));
}

/** How much of a site a test visits, in words and as what `visitAll` is told. */
export type Extent = [words: string, choose?: (pages: string[]) => string[]];

/** Every page takes minutes, and is left to `npm run test:full`. */
export const everyPage: Extent = ['every page, @full'];
export const someOfEachKind: Extent = ['two pages of each kind', twoOfEachKind];
