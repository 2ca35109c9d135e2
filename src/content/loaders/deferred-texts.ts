import { decodePath } from '../../model/page/addresses.ts';

/** A page whose texts are not rendered. */
export interface DeferredPage {
  /** Its address, with the base path. */
  address: string;
}

/** The pages of a section whose texts a dev server has not rendered yet. */
export interface DeferredPages {
  /** The number of all pages of the section. */
  total: number;
  /** The deferred pages by their slugs. */
  pages: ReadonlyMap<string, DeferredPage>;
  /** Renders and stores the texts of some of them, which are not deferred any more. */
  render(slugs: readonly string[]): Promise<void>;
}

const sections = new Map<string, DeferredPages>();
/** The work on pages, by address: a page is rendered once, however many requests wait for it. */
const inProgress = new Map<string, Promise<void>>();

/** Sets the deferred pages of a section. */
export function deferTexts(section: string, pages: DeferredPages): void {
  sections.set(section, pages);
}

/** Returns how many pages there are, and of how many the texts are rendered and checked. */
export function countCheckedTexts(): { checked: number; total: number } {
  let [checked, total] = [0, 0];
  for (const { total: all, pages } of sections.values()) {
    total += all;
    checked += all - pages.size;
  }
  return { checked, total };
}

/** The files that contain the texts of many pages: feeds, calendars, lists and the search index. */
const collectiveFile = /\.(?:xml|json|ics|bib|txt)$|\/pagefind\//;

/**
 * Renders the deferred texts that the answer to a request contains: those of a page and its files; those of all pages
 * for feeds and the search index. Lists of pages need none.
 * @param path The path of the requested URL.
 * @returns A promise if the request has to wait.
 */
export function renderTextsFor(path: string): Promise<void> | undefined {
  const deferred = listDeferred();
  if (deferred.length === 0) return undefined;
  // Programs encode different characters in the same address.
  const page = decodePath(path).replace(/\.\w+$/, '/');
  const own = deferred.filter(({ address }) => page.startsWith(decodePath(address)));
  if (own.length > 0) return renderDeferred(own);
  return collectiveFile.test(path) ? renderDeferred(deferred) : undefined;
}

/** The pages that are rendered together in the background. A request waits for at most these. */
const CHUNK = 32;

/**
 * Renders all deferred texts, a few pages at a time; one at a time after an exception, which is printed with its page.
 * @param isIdle Resolves when no request is being answered.
 * @param onRendered Is called each time when texts are stored.
 */
export async function renderInBackground(
  isIdle: () => Promise<void>,
  onRendered: () => void,
): Promise<void> {
  const failed = new Set<string>();
  const listMissing = () => listDeferred().filter(({ address }) => !failed.has(address));
  let count = CHUNK;
  for (let pages = listMissing(); pages.length > 0; pages = listMissing()) {
    await isIdle();
    const [{ section, address }] = pages as [ListedPage];
    try {
      await renderDeferred(pages.filter((page) => page.section === section).slice(0, count));
    } catch (error) {
      if (count === 1) {
        failed.add(address);
        console.error(error);
      }
      count = 1;
    }
    onRendered();
  }
}

/** A deferred page with its section. */
interface ListedPage extends DeferredPage {
  section: string;
  slug: string;
}

function listDeferred(): ListedPage[] {
  return [...sections].flatMap(([section, { pages }]) =>
    [...pages].map(([slug, { address }]) => ({ section, slug, address })),
  );
}

async function renderDeferred(pages: readonly ListedPage[]): Promise<void> {
  const waiting = pages.flatMap(({ address }) => inProgress.get(address) ?? []);
  const missing = pages.filter(({ address }) => !inProgress.has(address));
  for (const [section, own] of Map.groupBy(missing, (page) => page.section)) {
    const rendering = sections.get(section)!.render(own.map(({ slug }) => slug));
    const done = rendering.finally(() => own.forEach(({ address }) => inProgress.delete(address)));
    for (const { address } of own) inProgress.set(address, done);
    waiting.push(done);
  }
  await Promise.all(waiting);
}
