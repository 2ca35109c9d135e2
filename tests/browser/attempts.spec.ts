import { expect, test, type Page } from '@playwright/test';
import { toHostHeaders } from '../../src/feeds/host/host-files.ts';
import { alarm, attackHost, attempts } from '../helpers/make/script-attempts.ts';

const { origin, pages } = JSON.parse(process.env.LECTERN_TEST_ATTEMPTS ?? '{}') as {
  origin: string;
  pages: string[];
};

/** The rules of `_headers`: a path, and the headers of the files there. */
const rules = toHostHeaders('/')
  .split('\n\n')
  .map((block) => {
    const [path = '', ...lines] = block.trim().split('\n');
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
    return { pattern, headers: lines.map((line) => line.trim().split(': ') as [string, string]) };
  });

/** Returns the headers that a host sends with a file. It joins the values of several rules. */
function listHeaders(url: string): Record<string, string> {
  const headers = new Headers();
  for (const rule of rules) {
    if (!rule.pattern.test(new URL(url).pathname)) continue;
    for (const [name, value] of rule.headers) headers.append(name, value);
  }
  headers.delete('content-type');
  return Object.fromEntries(headers);
}

interface Visit {
  /** Calls of the alarm. */
  alarms: string[];
  requests: string[];
  errors: string[];
}

/** Watches a page that is sent with the headers of a host. */
async function watch(page: Page): Promise<Visit> {
  const visit: Visit = { alarms: [], requests: [], errors: [] };
  await page.exposeFunction(alarm, () => void visit.alarms.push(page.url()));
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (!url.startsWith(origin)) {
      visit.requests.push(url);
      return route.abort();
    }
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, headers: { ...response.headers(), ...listHeaders(url) } });
  });
  page.on('console', (message) => {
    // The attempts name a file that does not exist.
    const isMissing = /\b404\b|\/no' because its MIME type/.test(message.text());
    if (message.type() === 'error' && !isMissing) visit.errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    visit.alarms.push(dialog.message());
    void dialog.dismiss();
  });
  return visit;
}

test('no attempt runs a script, sends a request or leaves the page', async ({ page }) => {
  expect(attempts.length).toBeGreaterThanOrEqual(196);
  expect(pages.length).toBeGreaterThan(15);
  const visit = await watch(page);
  for (const address of pages) {
    await page.goto(origin + address);
    const active = await page.evaluate(listActive, attackHost);
    await page.evaluate(startAll);
    expect.soft(active, address).toEqual([]);
    expect.soft(page.url()).toBe(origin + address);
    const { alarms, requests, errors } = visit;
    expect
      .soft({ alarms, requests, errors }, address)
      .toEqual({ alarms: [], requests: [], errors: [] });
    for (const list of Object.values(visit) as string[][]) list.length = 0;
  }
});

/** Returns what the browser has parsed, in the body, as something that runs or is loaded. */
function listActive(host: string): string[] {
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    const name = element.localName;
    // The scripts of the program itself call nothing of the window above.
    const isInline = name === 'script' && element.innerHTML.includes('top.');
    const isPlugin =
      /^(?:portal|applet|object|embed|frame)$/.test(name) &&
      element.matches('[src], [data], [code]');
    const isActive = isPlugin || /^(?:style|meta|base|plaintext)$/.test(name);
    if (isInline || (isActive && !element.hasAttribute('itemprop'))) found.push(`<${name}>`);
    for (const { name: attribute, value } of element.attributes) {
      const isFollowed = name === 'a' && attribute === 'href';
      const isText =
        /^(?:alt|title|aria-label|data-.*|value|placeholder|action|formaction|id|class)$/.test(
          attribute,
        );
      if (/^on/i.test(attribute)) found.push(`${attribute} of <${name}>`);
      if (/^\s*(?:javascript|vbscript)\s*:/i.test(value) && !isText) found.push(value);
      if (value.includes(host) && !isFollowed && !isText) found.push(value);
    }
  }
  return found;
}

/** Does what a reader may do: focuses, points at and opens elements. */
async function startAll(): Promise<void> {
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    element.focus?.();
    for (const type of ['pointerover', 'mouseover', 'mouseenter', 'toggle', 'scroll'])
      element.dispatchEvent(new Event(type));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}

test('own pages, HTML files and PDFs are shown in frames, and drawings run no scripts', async ({
  page,
}) => {
  const visit = await watch(page);
  await page.goto(`${origin}/talks/frames/`);
  for (const frame of await page.locator('main iframe').all()) await frame.scrollIntoViewIfNeeded();
  await expect(page.frameLocator('iframe[src="own.html"]').first().locator('h1')).toHaveText(
    'An own page',
  );
  await expect(page.frameLocator('iframe[src="/talks/block/"]').locator('h1')).toBeVisible();
  expect(await page.locator('main iframe').count()).toBe(4);
  expect(visit.errors.filter((error) => /frame|Content Security/i.test(error))).toEqual([]);
  await page.goto(`${origin}/talks/frames/active.svg`);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toMatch(
    /^<svg [^>]*><image\/?>/,
  );
  // A file in public/ is published unchanged, and the headers of the host stop its scripts.
  await page.goto(`${origin}/active.svg`);
  expect(await page.locator('svg').getAttribute('onload')).toContain(alarm);
  expect([visit.alarms, visit.requests]).toEqual([[], []]);
});
