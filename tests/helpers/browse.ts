import { test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

export interface Visit {
  page: Page;
  /** The address below the host, such as `/talks/`. */
  address: string;
  /** The hosts besides the site's own that the page asked, which were refused. */
  foreign: string[];
  /** Errors that the page threw or wrote to the console. */
  errors: string[];
}

/** Opens every page of the served site in turn, each as a fresh visitor would meet it. */
export async function visitAll(
  browser: Browser,
  options: BrowserContextOptions,
  look: (visit: Visit) => Promise<void>,
): Promise<void> {
  for (const address of addresses()) {
    await test.step(address, async () => {
      const context = await browser.newContext({ ...options, baseURL: origin() });
      try {
        await look(await visit(await context.newPage(), address));
      } finally {
        await context.close();
      }
    });
  }
}

async function visit(page: Page, address: string): Promise<Visit> {
  const foreign: string[] = [];
  const errors: string[] = [];
  await page.route(
    (url) => /^(https?|wss?):$/.test(url.protocol) && url.origin !== origin(),
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

function origin(): string {
  return process.env.LECTERN_TEST_ORIGIN ?? '';
}

function addresses(): string[] {
  return JSON.parse(process.env.LECTERN_TEST_PAGES ?? '[]') as string[];
}
