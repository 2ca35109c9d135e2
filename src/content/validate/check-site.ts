import { createTextChecker } from '../../markdown/render/text-checker.ts';
import { createTextRenderer, type TextRenderer } from '../../markdown/render/text-renderer.ts';
import { createAddresses, type Addresses } from '../../model/page/addresses.ts';
import { createReferenceCheck } from '../../model/page/references.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { readRedirects } from '../assets/read-redirects.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import type { Problem } from '../parse/problem.ts';
import { createPageFinder } from '../assets/page-finder.ts';
import { renderPage } from '../render/render-page.ts';
import { listAttachments, type ParsedPage, toPageProblems } from '../sections/parsed-page.ts';
import type { ParsePageText } from '../sections/page-text.ts';
import { createReadingContext, readPages, type ReadingContext } from '../sections/read-pages.ts';
import type { Section } from '../sections/section.ts';
import { sections } from '../sections/sections.ts';
import { readAbout } from '../site/read-about.ts';
import type { RenderedLink } from '../site/read-text-file.ts';
import { readCv } from '../site/read-cv.ts';
import { readHomeTexts } from '../site/read-home-texts.ts';
import { readSite, type SiteReading } from '../site/read-site.ts';
import { checkSiteLinks } from './check-links.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkDrawings } from './check-drawings.ts';
import type { ReadSections } from './site-contents.ts';

/** Checks what depends on the pages of all sections: references between pages, addresses and drawings. */
export function checkAcrossSections(
  read: ReadSections,
  folder: SiteFolder,
  site: SiteReading = readSite(folder),
): { problems: Problem[]; addresses: SiteAddresses; planned: SiteAddresses } {
  const pages = new Map([...read].map(([name, section]) => [name, [...section.keys()]]));
  const { problems, ...addresses } = checkAddresses(read, folder, site);
  const drawings = checkDrawings(read, folder);
  return { problems: [...checkReferences(pages), ...problems, ...drawings], ...addresses };
}

export interface CheckOptions {
  /** Adds notes on what no page shows. */
  verbose?: boolean;
  /** Parses the texts of files, from a cache. */
  parse?: ParsePageText;
  /** Is called after each page. */
  onPage?: () => void;
}

/**
 * Reports every problem that a build would report, without building, and links to pages that do not exist.
 */
export async function checkSite(
  folder: SiteFolder,
  options: CheckOptions = {},
): Promise<{ problems: Problem[]; talks: number; otherPages: number }> {
  const site = readSite(folder);
  const { base, home, macros, url } = site.settings;
  const checker = createTextChecker(base, url, macros);
  const about = await readAbout(folder, checker);
  const texts = await readHomeTexts({ folder, renderer: checker, home });
  const cv = readCv(folder, checker);
  const results = [site, about, texts, cv, readRedirects(folder)];
  const problems = results.flatMap((result) => result.problems);
  const { pageLinks, ...sections } = await checkSections(folder, site, checker, options);
  const { read } = sections;
  problems.push(...sections.problems);
  const { problems: sharedProblems, addresses, planned } = checkAcrossSections(read, folder, site);
  const homeLinks = texts.texts.map(({ name, links }) => ({ name, ...links }));
  const linkedTexts = {
    ...{ read, pageLinks, site, cv: cv.links },
    home: about.links ? [about.links, ...homeLinks] : homeLinks,
  };
  const renderer = createTextRenderer(base, url, macros);
  const linkProblems = await checkSiteLinks(linkedTexts, [addresses, planned], renderer);
  problems.push(...sharedProblems, ...linkProblems);
  const talks = read.get('talks')?.size ?? 0;
  const total = [...read.values()].reduce((sum, { size }) => sum + size, 0);
  return { problems, talks, otherPages: total - talks };
}

/** Reads the pages of all sections, with the files next to them, and checks each page separately. */
export async function checkSections(
  folder: SiteFolder,
  site: SiteReading,
  checker: TextRenderer,
  { verbose = false, parse, onPage }: CheckOptions = {},
): Promise<{ read: ReadSections; problems: Problem[]; pageLinks: PageLinks }> {
  const read = new Map<string, Map<ParsedPage, string[]>>();
  const problems: Problem[] = [];
  const pageLinks: PageLinks = new Map();
  const addresses = createAddresses(site.settings.base);
  const context = { ...createReadingContext(site, folder), verbose, ...(parse && { parse }) };
  for (const section of sections) {
    const { problems: sectionProblems, pages } = await checkSection(section, {
      folder,
      checker,
      addresses,
      context,
      pageLinks,
      onPage,
    });
    problems.push(...sectionProblems);
    read.set(section.name, pages);
  }
  return { read, problems, pageLinks };
}

/** The links in the texts of pages. */
type PageLinks = Map<ParsedPage, readonly RenderedLink[]>;

interface SectionCheck {
  folder: SiteFolder;
  checker: TextRenderer;
  addresses: Addresses;
  context: ReadingContext;
  pageLinks: PageLinks;
  onPage?: (() => void) | undefined;
}

/** Reads the pages of a section, with the files next to them, and checks each page separately. */
async function checkSection(
  section: Section,
  { folder, checker, addresses, context, pageLinks, onPage }: SectionCheck,
): Promise<{ problems: Problem[]; pages: Map<ParsedPage, string[]> }> {
  const { pages, broken, problems } = readPages(section, folder, addresses, context);
  const findPage = createPageFinder(section.name, pages, folder);
  const published = new Map<ParsedPage, string[]>();
  for (const page of [...pages, ...broken]) {
    const { findings, usedFiles, links } = await renderPage(section, page, checker, findPage);
    if (links) pageLinks.set(page, links);
    problems.push(...toPageProblems(findings, page, section.noun));
    onPage?.();
    if (!broken.includes(page)) published.set(page, listAttachments(page, usedFiles));
  }
  return { problems, pages: published };
}

/** Checks the references of pages to other pages. @param pages All pages by the names of their sections. */
function checkReferences(pages: ReadonlyMap<string, readonly ParsedPage[]>): Problem[] {
  const check = createReferenceCheck(Object.fromEntries(pages));
  return sections.flatMap((section) =>
    (pages.get(section.name) ?? []).flatMap((page) =>
      toPageProblems(check(page.frontMatter), page, section.noun),
    ),
  );
}
