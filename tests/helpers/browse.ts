import { test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

/** A built site that the global setup serves. */
export interface ServedSite {
  origin: string;
  /** Addresses below the host, such as `/talks/`. */
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

/** Opens every page of a served site in turn, each as a fresh visitor would meet it. */
export async function visitAll(
  browser: Browser,
  options: BrowserContextOptions,
  look: (visit: Visit) => Promise<void>,
  name = 'sample',
): Promise<void> {
  const site = servedSites()[name];
  test.skip(!site, `The site "${name}" is not on this machine.`);
  const { origin = '', pages = [] } = site ?? {};
  for (const address of pages) {
    await test.step(address, async () => {
      const context = await browser.newContext({ ...options, baseURL: origin });
      try {
        await look(await visit(await context.newPage(), origin, address));
      } finally {
        await context.close();
      }
    });
  }
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
