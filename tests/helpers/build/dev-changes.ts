import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, pickInteger, pickItem } from '../../../scripts/workload/random.ts';
import { talkFile } from '../make/talk-file.ts';
import { waitUntil } from '../process/wait-until.ts';
import type { DevSite } from './dev-site.ts';

export const devSettings = `name: Ada Example
url: https://ada.example
timezone: Europe/London
`;

/** Lists and feeds that contain the changed pages. */
const collections = ['/', '/talks/', '/talks/tags/', '/talks/in/2021/', '/posts/', '/rss.xml'];

/**
 * Saves, creates, renames and deletes files at random while pages are requested. Then restarts the server, and compares
 * all pages before and after that.
 * @param accent A colour that the site has not had. The dev server starts again when it changes.
 * @returns The addresses whose pages differ.
 */
export async function findLostChanges(
  site: DevSite,
  { seed, count, accent }: { seed: number; count: number; accent: string },
): Promise<string[]> {
  const addresses = await changeFiles(site, seed, count);
  const pages = await readPages(site, addresses);
  const starts = () => site.output().split('ready in').length;
  const startsBefore = starts();
  site.write('content/site.yaml', `${devSettings}accent: "${accent}"\n`);
  await waitUntil(() => starts() > startsBefore, 'the server started again', site.output);
  const freshPages = await readPages(site, addresses);
  return addresses.filter((address) => pages.get(address) !== freshPages.get(address));
}

/** Changes files, and waits until all pages are new. Returns the addresses of all pages that there were. */
async function changeFiles(site: DevSite, seed: number, count: number): Promise<string[]> {
  const random = createRandom(seed, 0);
  const titles = new Map<string, string>();
  const usedAddresses = new Set<string>();
  let number = 0;

  function save(path: string, isBroken = false): void {
    const title = `Title ${seed}-${++number}`;
    const text = talkFile(
      { title, date: `2021-05-${10 + (number % 20)}`, tags: [`tag${number % 4}`] },
      `Text ${number} and $x_{${number}}$.`,
    );
    site.write(path, isBroken ? text.replace('title: "', 'title: ["') : text);
    titles.set(path, title);
    usedAddresses.add(toAddress(path));
  }
  function makePath(): string {
    const name = `f${seed}-${++number}`;
    const forms = [`talks/${name}.md`, `talks/${name}/index.md`, `posts/${name}.md`];
    return `content/${pickItem(random, forms)}`;
  }
  const changes = [
    () => save(pickItem(random, [...titles.keys()])),
    () => save(pickItem(random, [...titles.keys()]), true),
    () => save(makePath()),
    () => {
      const [from, to] = [pickItem(random, [...titles.keys()]), makePath()];
      site.rename(from, to);
      titles.set(to, titles.get(from)!);
      titles.delete(from);
      usedAddresses.add(toAddress(to));
    },
    () => {
      const path = pickItem(random, [...titles.keys()]);
      site.remove(path);
      titles.delete(path);
    },
  ];

  for (let i = 0; i < 4; i++) save(makePath());
  let isBusy = true;
  const requests = [...collections, 'page', 'page'].map(async (path) => {
    while (isBusy) {
      const pages = [...usedAddresses];
      await site.fetchPage(path === 'page' ? pages[pages.length >> 1]! : path);
    }
  });
  for (let i = 0; i < count; i++) {
    const isSmall = titles.size < 3;
    (isSmall ? changes[2]! : pickItem(random, changes))();
    if (random() < 0.5) await wait(pickInteger(random, 1, 60));
  }
  // A fresh start does not know the page that was there before an error.
  for (const path of titles.keys()) save(path);
  isBusy = false;
  await Promise.all(requests);

  for (const [path, title] of titles) {
    await waitForPage(toAddress(path), ({ html }) => html.includes(title));
  }
  const gone = usedAddresses.difference(new Set([...titles.keys()].map(toAddress)));
  for (const address of gone) await waitForPage(address, ({ status }) => status === 404);
  return [...collections, ...usedAddresses];

  function waitForPage(
    address: string,
    isNew: (page: { status: number; html: string }) => boolean,
  ): Promise<void> {
    return waitUntil(
      async () => isNew(await site.fetchPage(address)),
      `${address} was up to date, with the seed ${seed}`,
      site.output,
    );
  }
}

function toAddress(path: string): string {
  return path.replace(/^content|(\/index)?\.md$/g, '').concat('/');
}

/** Reads pages, without the times that Vite adds to the addresses of modules, and without the accent. */
async function readPages(site: DevSite, addresses: string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const address of addresses) {
    const { status, html } = await site.fetchPage(address);
    pages.set(address, `${status} ${html.replace(/[?&]t=\d+|--accent: [^;]+/g, '')}`);
  }
  return pages;
}
