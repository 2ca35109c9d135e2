import type { LoaderContext } from 'astro/loaders';
import { join } from 'node:path';
import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import { listNames } from '../assets/file-stats.ts';
import { imageFileName } from '../assets/find-image.ts';
import type { PageFrontMatter } from '../assets/page-files.ts';
import { hasNewPdf, preparePdfs } from '../assets/page-pdfs.ts';
import type { Problem } from '../parse/problem.ts';
import { createPageFinder, type FindPage } from '../assets/page-finder.ts';
import { openRenderCache, type RenderSettings } from '../render/render-cache.ts';
import { type PageRendering, renderListTexts, toRenderJob } from '../render/render-job.ts';
import { renderPage } from '../render/render-page.ts';
import { renderPages } from '../render/render-pages.ts';
import { type RenderPool, useRenderPool } from '../render/render-pool.ts';
import { openPageTextCache } from '../sections/page-text-cache.ts';
import { type ParsedPage, toPageProblems } from '../sections/parsed-page.ts';
import { createReadingContext } from '../sections/read-pages.ts';
import { getSectionFolder, type Section } from '../sections/section.ts';
import { readSite } from '../site/read-site.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { BrokenPages } from './broken-pages.ts';
import type { FileChanges } from './content-watch.ts';
import { type DeferredPage, deferTexts } from './deferred-texts.ts';
import { SectionReader } from './section-reader.ts';
import { findStoredPage, type PageStore, storePage, type TextResult } from './stored-page.ts';

interface SyncOptions {
  /** Returns how texts are rendered, by the present settings of the site. */
  createSettings: () => RenderSettings;
  context: LoaderContext;
  report: ProblemReport;
}

/**
 * Updates the stored entries of a section. A dev server first renders only what lists of pages show, except for pages in
 * the cache. The other texts are rendered, and new PDFs opened, when a page asks for them.
 */
export class SectionSync<F extends PageFrontMatter> {
  readonly #section: Section<F>;
  readonly #createSettings: () => RenderSettings;
  #store: PageStore;
  readonly #report: ProblemReport;
  readonly #reader: SectionReader<F>;
  readonly #isDev: boolean;
  #pages: readonly ParsedPage<F>[] = [];
  readonly #brokenPages: BrokenPages<F>;
  /** The pages that are shown in place of those of files with errors, which have no findings of their own. */
  #replacements: ReadonlySet<ParsedPage<F>> = new Set();
  #findPage: FindPage = () => undefined;
  #renderer: TextRenderer | undefined;
  /** The problems of the section that are not findings of stored pages. */
  #otherProblems: Problem[] = [];
  /** The result of rendering the texts of each page. */
  #results = new Map<ParsedPage<F>, TextResult>();
  readonly #deferred = new Map<string, DeferredPage & { page: ParsedPage<F> }>();
  #earlier = Promise.resolve();

  constructor(section: Section<F>, { createSettings, context, report }: SyncOptions) {
    this.#section = section;
    this.#createSettings = createSettings;
    this.#store = { settings: createSettings(), context, storedPages: new Map() };
    this.#report = report;
    this.#reader = new SectionReader(section, this.#store.settings.site);
    this.#isDev = context.watcher !== undefined;
    this.#brokenPages = new BrokenPages(section);
  }

  /** @param changes The changed files; undefined if everything is read. */
  run(changes?: FileChanges): Promise<void> {
    return this.#inTurn(async () => {
      this.#store = { ...this.#store, settings: this.#createSettings() };
      this.#renderer = undefined;
      await useRenderPool(this.#store.settings, (pool) => this.#sync(pool, changes));
      this.#publish();
      if (!this.#isDev) return;
      deferTexts(this.#section.name, {
        total: this.#pages.length,
        pages: this.#deferred,
        render: (slugs) => this.#renderDeferred(slugs),
      });
    });
  }

  /** Runs one task after the other, so that an older state of a page is never stored last. */
  #inTurn(task: () => Promise<void>): Promise<void> {
    const result = this.#earlier.then(task);
    this.#earlier = result.catch(() => undefined);
    return result;
  }

  async #sync(pool: RenderPool, changes: FileChanges | undefined): Promise<void> {
    const [section, store, deferred] = [this.#section, this.#store, this.#deferred];
    const { settings, context } = store;
    const isStart = this.#isDev && !changes;
    const canDefer = isStart ? canDeferTexts : () => false;
    const cache = openRenderCache(settings, section.name);
    if (!changes && !this.#isDev) {
      // The names in the folder are about as many as its pages.
      const names = listNames(getSectionFolder(section, settings.site));
      pool.prepare(names.length - cache.countPages());
    }
    const { broken, hasSameNames, problems, ...reading } = this.#read(changes);
    const replacements = this.#isDev
      ? this.#brokenPages.findReplacements({ ...reading, broken, problems })
      : [];
    this.#replacements = new Set(replacements);
    const pages = [...reading.pages, ...replacements];
    this.#pages = pages;
    const findPage = createPageFinder(section.name, pages, settings.site);
    this.#findPage = findPage;
    const stale = new Set(context.store.keys());
    const entries = pages.map((page) => {
      const entry = findStoredPage(page, findPage, hasSameNames, store);
      if (entry) store.storedPages.set(page.slug, page);
      return [page, entry?.data] as const;
    });
    this.#results = new Map(entries.flatMap(([page, data]) => (data ? [[page, data]] : [])));
    const changed = entries.flatMap(([page, data]) => (data ? [] : [page]));
    if (!isStart) preparePdfs(changed.flatMap(({ pdfs }) => pdfs));
    const renderings = await renderPages(changed, {
      ...{ section, pages, findPage, settings, pool },
      canDefer: (page) => canDefer(section, page),
    });
    for (const [i, page] of changed.entries()) {
      const rendering = renderings[i];
      if (!rendering) await this.#storeDeferred(page);
      else if (isStart && (await hasNewPdf(page.pdfs))) await this.#storeDeferred(page, rendering);
      else await this.#storeRendered(page, rendering);
    }
    for (const { slug } of pages) stale.delete(slug);
    for (const slug of stale) {
      context.store.delete(slug);
      deferred.delete(slug);
    }
    this.#otherProblems = [...problems, ...(await this.#checkBroken(broken))];
    if (!hasSameNames) cache.keepOnly(pages);
  }

  #read(changes: FileChanges | undefined) {
    const { site: folder, base, cacheFolder, version } = this.#store.settings;
    const context = createReadingContext(readSite(folder), folder);
    const addresses = createAddresses(base);
    if (changes) return this.#reader.read(addresses, context, changes);
    const pageTexts = openPageTextCache(
      join(cacheFolder, version, `${this.#section.name}.front-matter`),
    );
    const reading = this.#reader.read(addresses, { ...context, parse: pageTexts.parse });
    pageTexts.save();
    return reading;
  }

  /** Returns the problems in the texts of pages that cannot be stored. */
  async #checkBroken(broken: readonly ParsedPage<F>[]): Promise<Problem[]> {
    const problems: Problem[] = [];
    for (const page of broken) {
      const renderer = this.#getRenderer();
      const { findings } = await renderPage(this.#section, page, renderer, this.#findPage);
      problems.push(...toPageProblems(findings, page, this.#section.noun));
    }
    return problems;
  }

  async #storeRendered(page: ParsedPage<F>, rendering: PageRendering) {
    this.#results.set(page, await storePage(page, rendering, this.#store));
    this.#deferred.delete(page.slug);
  }

  /** @param rendering All texts of the page; undefined if they are rendered later. */
  async #storeDeferred(page: ParsedPage<F>, rendering?: PageRendering): Promise<void> {
    const finders = { locate: page.locate, findPage: this.#findPage };
    const job = toRenderJob(this.#section, page);
    const texts = rendering ?? (await renderListTexts(job, this.#getRenderer(), finders));
    this.#results.set(page, await storePage(page, texts, this.#store, true));
    const { base } = this.#store.settings;
    const address = createAddresses(base).page(this.#section.name, page.slug);
    this.#deferred.set(page.slug, { page, address });
  }

  #getRenderer(): TextRenderer {
    const { base, origin, macros } = this.#store.settings;
    return (this.#renderer ??= createTextRenderer(base, origin, macros));
  }

  /** Renders and stores the texts of deferred pages, and opens their PDFs. */
  async #renderDeferred(slugs: readonly string[]): Promise<void> {
    const wanted = slugs.flatMap((slug) => this.#deferred.get(slug)?.page ?? []);
    const { settings } = this.#store;
    const [section, pages, findPage] = [this.#section, this.#pages, this.#findPage];
    preparePdfs(wanted.flatMap(({ pdfs }) => pdfs));
    const renderings = await useRenderPool(settings, (pool) =>
      renderPages(wanted, { section, pages, findPage, settings, pool }),
    );
    await this.#inTurn(async () => {
      for (const [i, page] of wanted.entries()) {
        // A page that has changed meanwhile is stored already.
        const isCurrent = this.#deferred.get(page.slug)?.page === page;
        if (isCurrent) await this.#storeRendered(page, renderings[i]!);
      }
    });
    // The pages of a section are reported together, except for those that someone looks at.
    if (wanted.length === 1 || this.#deferred.size === 0) this.#publish();
  }

  #publish(): void {
    const problems = [...this.#otherProblems];
    const published = new Map<ParsedPage, string[]>();
    for (const page of this.#pages) {
      const { findings, attachments } = this.#results.get(page)!;
      if (!this.#replacements.has(page)) {
        problems.push(...toPageProblems(findings, page, this.#section.noun));
      }
      published.set(page, attachments);
    }
    this.#report.publish(this.#section.name, problems, this.#isDev, published);
  }
}

/** Sections of which other pages show more: the biography of the owner, and the first slide of a deck. */
const shownSections = ['people', 'slides'];

/**
 * Returns whether a dev server can render the texts of a page later. The home page shows the abstracts of featured talks.
 * Images are on a page only after Astro has saved their paths, and MDX is compiled by Vite.
 */
function canDeferTexts<F extends PageFrontMatter>(section: Section<F>, page: ParsedPage<F>) {
  const { file, frontMatter, image } = page;
  const isFeatured =
    ('featured' in frontMatter && frontMatter.featured) ||
    ('selected' in frontMatter && frontMatter.selected);
  const images = file.bundle?.files.filter((name) => imageFileName.test(name)) ?? [];
  return (
    !shownSections.includes(section.name) &&
    !isFeatured &&
    !file.path.endsWith('.mdx') &&
    images.every((name) => name === image?.name)
  );
}
