import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDev, type DevSite } from '../helpers/dev-site.ts';
import { talkFile } from '../helpers/talk-file.ts';
import { until } from '../helpers/until.ts';

const lyon = 'content/talks/lyon.md';
const good = talkFile({ title: 'In Lyon', date: '2024-05-06' }, 'The text.');
const bad = talkFile({ title: 'In Lyon', date: '2024-22-05' }, 'The text.');
const other = talkFile({ title: 'In Metz', date: '2023-05-06' });
const brest = talkFile({ title: 'In Brest', date: '2022-05-06', url_dataset: 'data.csv' });
const data = 'n,bits\n1,2\n';

let site: DevSite;
beforeAll(async () => {
  const beside = { 'content/talks/brest/index.md': brest, 'content/talks/brest/data.csv': data };
  const own = { 'public/own/index.html': 'A page of the author.' };
  site = await startDev({
    files: { [lyon]: good, 'content/talks/metz.md': other, ...beside, ...own },
  });
});
afterAll(() => site.stop());

/** How many errors a browser hears of that opens a page. */
async function errorsOn(path: string): Promise<number> {
  await site.page(path);
  const { said, catchUp, close } = await site.listen();
  await catchUp();
  close();
  return said.filter(({ type }) => type === 'error').length;
}

/** The terminal shows it, if perhaps after a browser heard of it. */
function untilPrinted(text: string): Promise<void> {
  return until(() => site.output().includes(text), `the terminal showed "${text}"`, site.output);
}

test('a broken file shows in terminal and browser, and mending it mends the page', async () => {
  expect((await site.page('/talks/lyon/')).html).toContain('In Lyon');
  const browser = await site.listen();

  site.write(lyon, bad);
  const errors = () => browser.said.filter(({ type }) => type === 'error');
  await until(() => errors().length > 0, 'the browser heard of it', site.output);
  expect(errors()[0]?.err).toMatchObject({
    name: 'talk/date-unreadable',
    message:
      'date &quot;2024-22-05&quot; is not a valid date: there is no month 22. Did you mean 2024-05-22?',
    hint: expect.stringContaining(`${lyon}:3:7`) as unknown,
    loc: { line: 3 },
  });
  await untilPrinted(`${lyon}:3:7 error date "2024-22-05" is not a valid date`);

  const elsewhere = await site.page('/talks/metz/');
  expect(elsewhere.status).toBe(200);
  expect(elsewhere.html).toContain('In Metz');
  await until(
    async () => !(await site.page('/talks/')).html.includes('In Lyon'),
    'the broken talk was left out',
    site.output,
  );

  await until(
    async () => (await errorsOn('/talks/metz/')) === 0,
    'the other pages no longer showed the error',
    site.output,
  );
  expect(await errorsOn('/talks/lyon/')).toBe(1);
  expect(await errorsOn('/talks/metz/')).toBe(0);

  const before = browser.said.length;
  site.write(lyon, good.replace('In Lyon', 'Again in Lyon'));
  await until(
    () => browser.said.slice(before).some(({ type }) => type === 'full-reload'),
    'the browser was told to load the page anew',
    site.output,
  );
  await until(
    async () => (await site.page('/talks/lyon/')).html.includes('Again in Lyon'),
    'the page was back',
    site.output,
  );
  await untilPrinted('All problems are fixed.');
  expect((await site.page('/talks/')).html).toContain('Again in Lyon');
  browser.close();
});

test('files are at the addresses of the built site, with the type of their extension', async () => {
  expect((await site.page('/talks/brest/')).html).toContain('href="/talks/brest/data.csv"');
  const beside = await site.page('/talks/brest/data.csv');
  expect(beside).toEqual({ status: 200, type: 'text/csv', html: data });

  expect((await site.page('/own/')).html).toBe('A page of the author.');

  for (const [path, type] of [
    ['/pagefind/pagefind.js', 'text/javascript'],
    ['/talks.ics', 'text/calendar'],
    ['/talks/brest.md', 'text/markdown; charset=utf-8'],
    ['/share.png', 'image/png'],
  ] as const) {
    expect(await site.page(path), path).toMatchObject({ status: 200, type });
  }
});
