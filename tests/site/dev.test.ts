import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ProblemList, problemsEvent } from '../../src/model/site/problem-list.ts';
import { startDevServer, type DevSite } from '../helpers/build/dev-site.ts';
import { devSettings, findLostChanges } from '../helpers/build/dev-changes.ts';
import { makeImage } from '../helpers/make/images.ts';
import { makePdf } from '../helpers/make/pdf.ts';
import { talkFile } from '../helpers/make/talk-file.ts';
import { waitUntil } from '../helpers/process/wait-until.ts';

const lyon = 'content/talks/lyon.md';
const validTalk = talkFile({ title: 'In Lyon', date: '2024-05-06' }, 'The text.');
const invalidTalk = talkFile({ title: 'In Lyon', date: '2024-22-05' }, 'The text.');
const metz = talkFile({ title: 'In Metz', date: '2023-05-06' });
const brest = talkFile({
  ...{ title: 'In Brest', date: '2022-05-06' },
  ...{ url_dataset: 'data.csv', url_slides: 'slides.pdf' },
});
const data = 'n,bits\n1,2\n';

let site: DevSite;
beforeAll(async () => {
  const brestFiles = {
    'content/talks/brest/index.md': brest,
    'content/talks/brest/data.csv': data,
    'content/talks/brest/slides.pdf': makePdf(),
  };
  const authorPage = { 'public/own/index.html': 'A page of the author.' };
  site = await startDevServer({
    files: {
      'content/site.yaml': devSettings,
      [lyon]: validTalk,
      'content/talks/metz.md': metz,
      ...brestFiles,
      ...authorPage,
    },
  });
});
afterAll(() => site.stop());

/** Waits until the terminal shows a text, which may be later than the browser. */
function waitForOutput(text: string): Promise<void> {
  return waitUntil(
    () => site.output().includes(text),
    `the terminal showed "${text}"`,
    site.output,
  );
}

test('the first page of slides that were never opened is shown', async () => {
  const isShown = async () =>
    (await site.fetchPage('/talks/brest/')).html.includes('First page of the slides');
  expect((await site.fetchPage('/talks/brest/')).status).toBe(200);
  await waitUntil(isShown, 'the first page was shown', site.output);
});

test('an error in a file is shown in terminal and browser, and disappears when the file is fixed', async () => {
  expect((await site.fetchPage('/talks/lyon/')).html).toContain('In Lyon');
  const browser = await site.connect();
  expect(await browser.listProblems('/talks/metz/')).toMatchObject({ problems: [], total: 0 });

  site.write(lyon, invalidTalk);
  const getLastList = () =>
    browser.messages.findLast(({ event }) => event === problemsEvent)?.data as ProblemList;
  const waitForTotal = (total: number) =>
    waitUntil(
      () => getLastList().total === total,
      `the browser knew of ${total} problems`,
      site.output,
    );
  await waitForTotal(1);
  const text =
    'date "2024-22-05" is not a valid date: there is no month 22. Did you mean 2024-05-22?';
  const problem = { place: `${lyon}:3:7`, isError: true, code: 'talk/date-unreadable', text };
  expect(getLastList()).toMatchObject({
    problems: [{ ...problem, location: expect.stringMatching(/lyon\.md:3:7$/) as unknown }],
    total: 1,
    isPageBroken: false,
  });
  await waitForOutput(`${lyon}:3:7 error date "2024-22-05" is not a valid date`);
  expect(await browser.listProblems('/talks/lyon/')).toMatchObject({ isPageBroken: true });

  const otherPage = await site.fetchPage('/talks/metz/');
  expect(otherPage.status).toBe(200);
  expect(otherPage.html).toContain('In Metz');
  for (const path of ['/talks/lyon/', '/talks/']) {
    const lastPage = await site.fetchPage(path);
    expect(lastPage.status).toBe(200);
    expect(lastPage.html).toContain('In Lyon');
  }

  const countBefore = browser.messages.length;
  site.write(lyon, validTalk.replace('In Lyon', 'Again in Lyon'));
  await waitUntil(
    () => browser.messages.slice(countBefore).some(({ type }) => type === 'full-reload'),
    'the browser was told to reload',
    site.output,
  );
  await waitUntil(
    async () => (await site.fetchPage('/talks/lyon/')).html.includes('Again in Lyon'),
    'the page was back',
    site.output,
  );
  await waitForOutput('All problems are fixed.');
  expect((await site.fetchPage('/talks/')).html).toContain('Again in Lyon');
  await waitForTotal(0);
  browser.close();
});

test('files have the addresses of the built site and the MIME type of their extension', async () => {
  expect((await site.fetchPage('/talks/brest/')).html).toContain('href="/talks/brest/data.csv"');
  const dataFile = await site.fetchPage('/talks/brest/data.csv');
  expect(dataFile).toEqual({ status: 200, type: 'text/csv', html: data });

  expect((await site.fetchPage('/own/')).html).toBe('A page of the author.');

  for (const [path, type] of [
    ['/pagefind/pagefind.js', 'text/javascript'],
    ['/talks.ics', 'text/calendar'],
    ['/talks/brest.md', 'text/markdown; charset=utf-8'],
    ['/share.png', 'image/png'],
  ] as const) {
    expect(await site.fetchPage(path), path).toMatchObject({ status: 200, type });
  }
});

test('the image of a talk is shown, also one that is added later', async () => {
  const showsImage = async (path: string) => {
    const { status, html } = await site.fetchPage(path);
    return status === 200 && /<img [^>]*src="[^"]*featured\.png/.test(html);
  };
  expect(await showsImage('/talks/brest/')).toBe(false);
  site.write('content/talks/brest/featured.png', await makeImage('png'));
  await waitUntil(() => showsImage('/talks/brest/'), 'the image was shown', site.output);
  site.write('content/talks/brest/index.md', brest.replace('In Brest', 'Again in Brest'));
  await waitUntil(
    async () => (await site.fetchPage('/talks/brest/')).html.includes('Again in Brest'),
    'the title was new',
    site.output,
  );
  expect(await showsImage('/talks/brest/')).toBe(true);
});

test('changed, new and deleted talks are seen while pages are requested, with the right problems', async () => {
  const browser = await site.connect();
  const reloads = () => browser.messages.filter(({ type }) => type === 'full-reload').length;
  let isBusy = true;
  const addresses = ['/', '/talks/', '/talks/metz/', '/talks/nancy/', '/rss.xml'];
  const failed: string[] = [];
  const requests = addresses.map(async (path) => {
    while (isBusy) {
      const { status, html } = await site.fetchPage(path);
      if (status >= 500) failed.push(html);
    }
  });
  const waitForPage = (
    path: string,
    isReady: (page: { status: number; html: string }) => boolean,
  ) => waitUntil(async () => isReady(await site.fetchPage(path)), `${path} was new`, site.output);

  const file = 'content/talks/nancy/index.md';
  for (const word of ['first', 'second', 'third']) {
    const before = reloads();
    const link = { url_slides: word === 'third' ? 'slides.pdf' : `${word}.pdf` };
    if (word === 'third')
      site.write('content/talks/nancy/slides.pdf', makePdf({ size: [360, 360] }));
    site.write(file, talkFile({ title: `The ${word} title`, date: '2021-05-06', ...link }, word));
    await waitForPage('/talks/nancy/', ({ html }) => html.includes(`The ${word} title`));
    await waitForPage('/talks/', ({ html }) => html.includes(`The ${word} title`));
    await waitForPage('/rss.xml', ({ html }) => html.includes(`The ${word} title`));
    expect(reloads()).toBeGreaterThan(before);
    if (word !== 'third') await waitForOutput(`${word}.pdf`);
  }
  await waitUntil(
    () => site.output().trimEnd().split('All problems are fixed.').length > 2,
    'the last problem was fixed',
    site.output,
  );
  await waitForPage('/talks/nancy/', ({ html }) => html.includes('First page of the slides'));
  site.remove('content/talks/nancy');
  await waitForPage('/talks/nancy/', ({ status }) => status === 404);
  await waitForPage('/talks/', ({ html }) => !html.includes('The third title'));
  isBusy = false;
  await Promise.all(requests);
  expect(failed).toEqual([]);
  browser.close();
});

test('a second start of the same site names the address of the first', async () => {
  const { code, output } = await site.startAgain();
  expect(code).toBe(1);
  expect(output).toContain('This site is already running at http://localhost:');
  expect(output).not.toMatch(/astro dev|at .*node_modules|Stack/);
});

// tests/long/dev-changes.test.ts makes more changes.
const seed = Number(process.env.LECTERN_TEST_SEED ?? 1);
test(`after random changes, the pages are those of a fresh start (LECTERN_TEST_SEED=${seed})`, async () => {
  const lost = await findLostChanges(site, { seed, count: 50, accent: '#205080' });
  expect(lost).toEqual([]);
  expect(site.output()).toContain('content/site.yaml has a new accent. Restarting');
});
