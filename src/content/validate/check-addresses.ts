import type { AddressConflict } from '../../model/site/address-conflicts.ts';
import type { Producer, SiteAddress } from '../../model/site/site-address.ts';
import { createSpellingFinder, toOldPath } from '../../model/site/redirects.ts';
import { toSiteAddresses, type SiteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import type { Page } from '../../model/page/page.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding, FullCode } from '../../schema/finding.ts';
import { now } from '../site/now.ts';
import { isReserved } from '../sections/check-address-names.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import { toProblem, toProblems, type Problem } from '../parse/problem.ts';
import { sections } from '../sections/sections.ts';
import type { Section } from '../sections/section.ts';
import { toSiteContents, type ReadSections } from './site-contents.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { listLinkedTexts } from '../assets/page-files.ts';
import { readPublicFolder } from '../assets/public-files.ts';
import { toSkipProblem } from '../assets/skipped-files.ts';
import { readRedirects } from '../assets/read-redirects.ts';
import type { SiteReading } from '../site/read-site.ts';

/**
 * Finds every address of the site, and checks that each has only one producer and that the target of each redirect
 * exists. Pages that are not published yet count as well; `planned` has their addresses, too.
 * @param time The moment that decides what is published, in milliseconds since 1970.
 */
export function checkAddresses(
  read: ReadSections,
  folder: SiteFolder,
  site: SiteReading,
  time: number = now,
): { addresses: SiteAddresses; planned: SiteAddresses; problems: Problem[] } {
  const addresses = createAddresses(site.settings.base);
  const { redirects, locate } = readRedirects(folder);
  const { planned, current, pages } = toSiteContents(read, {
    ...{ folder, site, addresses, redirects, now: time },
  });
  const plannedAddresses = toSiteAddresses(planned);
  const { conflicts } = plannedAddresses;
  const served =
    current === planned ? plannedAddresses : toSiteAddresses(current, plannedAddresses);
  const locations = locatePages(read, pages);
  const problems = [
    ...checkDuplicates(conflicts, locations),
    ...checkAliases(plannedAddresses, locations),
    ...checkSymbolicLinks(folder),
    ...omitRepeatedErrors(conflicts.flatMap((conflict) => describeConflict(conflict, locations))),
    ...locate(served.findings),
  ];
  return { addresses: served, planned: plannedAddresses, problems };
}

/** A page with its section. */
interface PageLocation {
  page: ParsedPage;
  section: Section;
}

type PageLocations = ReadonlyMap<Page, PageLocation>;

function locatePages(read: ReadSections, models: ReadonlyMap<ParsedPage, Page>): PageLocations {
  return new Map(
    sections.flatMap((section) =>
      [...(read.get(section.name)?.keys() ?? [])].flatMap((page) => {
        const model = models.get(page);
        return model ? [[model, { page, section }] as const] : [];
      }),
    ),
  );
}

/** Returns the problems with symbolic links in `public/` and, for single texts, in `content/`. */
function checkSymbolicLinks(folder: SiteFolder): Problem[] {
  const names = { name: 'public', noun: 'file' };
  return [
    ...readPublicFolder(folder).skipped.map(({ name, reason }) =>
      toSkipProblem({ name: `public/${name}`, reason }, names),
    ),
    ...listLinkedTexts(folder).map((name) =>
      toSkipProblem({ name, reason: 'text-outside' }, names),
    ),
  ];
}

/** Returns a warning for each old address of a page that differs only in case from an address of the site. */
function checkAliases({ targets: { paths } }: SiteAddresses, locations: PageLocations): Problem[] {
  const findSpelling = createSpellingFinder(paths);
  return [...locations].flatMap(([model, { page, section }]) =>
    model.aliases.flatMap((alias) => {
      const path = toOldPath(alias) ?? '';
      const other = findSpelling(path);
      if (path === '' || other === undefined || other === path) return [];
      const finding: Finding = {
        ...{ path: ['aliases'], code: 'redirect/other-case' },
        message: `the old address ${quote(alias)} differs only in case from /${other}, so it is not redirected: Windows and macOS would keep only one of them`,
        remedy: 'Delete it.',
      };
      const file = { file: page.file.name, topic: section.noun };
      return toProblems([finding], file, page.parsed, page.text);
    }),
  );
}

/** Returns an error for each page that has its address in common with another page. */
function checkDuplicates(
  conflicts: readonly AddressConflict[],
  locations: PageLocations,
): Problem[] {
  const pageConflicts = conflicts.filter(({ dropped }) => dropped.producer.kind === 'page');
  const groups = Map.groupBy(pageConflicts, ({ served }) => served);
  return [...groups].flatMap(([served, group]) => {
    const sameAddresses = [served, ...group.map(({ dropped }) => dropped)];
    return sameAddresses.flatMap((address) => {
      const others = sameAddresses.filter((other) => other !== address);
      const names = others.flatMap(({ producer }) => findAuthorFile(producer, locations) ?? []);
      return toPageProblems(address.producer, locations, {
        code: 'duplicate-address',
        message: `the address /${address.path}/ is also the address of ${names.join(' and ')}`,
        remedy: 'Rename one of the folders, or set a different slug: in one of the files.',
      });
    });
  });
}

/** Reports a page or file that is not published because another one has its address. */
function describeConflict(
  { served, dropped }: AddressConflict,
  locations: PageLocations,
): Problem[] {
  const [winner, loser] = [served.producer, dropped.producer];
  const winnerFile = findAuthorFile(winner, locations);
  const loserFile = findAuthorFile(loser, locations);
  if (loser.kind === 'built-in') {
    if (winnerFile === undefined) return [];
    // A reserved slug is already an error.
    const location = winner.kind === 'page' ? locations.get(winner.page) : undefined;
    if (location && isReserved(location.page.slug, location.section.reserved)) return [];
    if (!hasSamePath(served, dropped)) return [toBlockedProblem(winnerFile, dropped)];
    return loser.isDefault ? [] : noteReplacedPage(served, dropped, locations);
  }
  if (winnerFile === undefined || loserFile === undefined || loser.kind === 'page') return [];
  const address = formatAddress(dropped);
  if (loser.kind === 'public') {
    const message = hasSamePath(served, dropped)
      ? `this file and the page ${winnerFile} have the same address, ${address}, and only one of them can be published`
      : `this file is at ${address}, where the folder of the page ${winnerFile} has to be`;
    const remedy = 'Delete or rename one of them.';
    return [toFileProblem(loserFile, 'address/duplicate', message, remedy)];
  }
  const message =
    winner.kind === 'page'
      ? `${address} is the address of the page ${winnerFile}, so this file is not published`
      : `${address} is the address of ${winnerFile} as well, so this file is not published`;
  const remedy =
    winner.kind === 'page'
      ? 'Rename the file, or move it to a folder, such as slides/index.html.'
      : 'Delete or rename one of the two files.';
  return [toFileProblem(loserFile, 'address/not-published', message, remedy)];
}

/** Reports a file of the author at the address of a generated folder, or the other way round. */
function toBlockedProblem(file: string, generated: SiteAddress): Problem {
  const address = formatAddress(generated);
  const message = `this file and ${address}, which Lectern generates, cannot both be published, because one of them is where the other needs a folder`;
  return toFileProblem(file, 'address/duplicate', message, 'Delete or rename this file.');
}

/** Reports a page or file of the author that is published instead of a generated one. */
function noteReplacedPage(
  served: SiteAddress,
  dropped: SiteAddress,
  locations: PageLocations,
): Problem[] {
  const { producer } = served;
  const kind = dropped.file.endsWith('.html') ? 'page' : 'file';
  const address = formatAddress(dropped);
  if (producer.kind === 'page') {
    return toPageProblems(producer, locations, {
      code: 'address/replaced',
      message: `this page is published at ${address} instead of the ${kind} that Lectern generates`,
      remedy: `To publish the generated ${kind}, rename the folder, or set a different slug:.`,
    });
  }
  const file = findAuthorFile(producer, locations) ?? '';
  const message = `this file is published instead of the ${kind} that Lectern generates at ${address}`;
  const remedy = `To publish the generated ${kind}, delete or rename this file.`;
  return [toFileProblem(file, 'address/replaced', message, remedy)];
}

/** Keeps only the first error of each file, because one file may block many addresses. */
function omitRepeatedErrors(problems: readonly Problem[]): Problem[] {
  const files = new Set<string>();
  return problems.filter(({ file, severity }) => {
    if (severity !== 'error') return true;
    const isNew = !files.has(file);
    files.add(file);
    return isNew;
  });
}

function toPageProblems(
  producer: Producer,
  locations: PageLocations,
  finding: Omit<Finding, 'path'>,
): Problem[] {
  const location = producer.kind === 'page' ? locations.get(producer.page) : undefined;
  if (!location) return [];
  const { page, section } = location;
  const path = page.frontMatter.slug === undefined ? [] : ['slug'];
  const file = { file: page.file.name, topic: section.noun };
  return toProblems([{ path, ...finding }], file, page.parsed, page.text);
}

function toFileProblem(file: string, code: FullCode, message: string, remedy: string): Problem {
  return toProblem({ file, line: 1, column: 1, code, message, remedy });
}

/** Returns the name of the author's file that an address is made from, if there is one. */
function findAuthorFile(producer: Producer, locations: PageLocations): string | undefined {
  switch (producer.kind) {
    case 'public':
      return `public/${producer.name}`;
    case 'page':
      return locations.get(producer.page)?.page.file.name;
    case 'file': {
      const page = locations.get(producer.page)?.page.file.name ?? '';
      return page.replace(/[^/]*$/, producer.name);
    }
    default:
      return undefined;
  }
}

function hasSamePath(a: SiteAddress, b: SiteAddress): boolean {
  return a.path === b.path;
}

/** Formats an address as a visitor types it, without the base path. */
function formatAddress({ path, file }: SiteAddress): string {
  return path === '' ? '/' : `/${path}${file === path ? '' : '/'}`;
}
