import type { AddressConflict } from '../../model/site/address-conflicts.ts';
import type { Producer, SiteAddress } from '../../model/site/site-address.ts';
import { siteAddresses, type SiteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses } from '../../model/page/addresses.ts';
import type { Page } from '../../model/page/page.ts';
import type { Finding, FullCode, Severity } from '../../schema/finding.ts';
import { now } from '../site/now.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import { toProblems, type Problem } from '../parse/problem.ts';
import { sections } from '../sections/sections.ts';
import type { Section } from '../sections/section.ts';
import { toContents, type ReadSections } from './site-contents.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readRedirects } from '../assets/read-redirects.ts';
import type { SiteReading } from '../site/read-site.ts';

/**
 * Finds every address of the site, and checks that each has one producer and that redirects lead to
 * addresses of the site. Pages that are not published yet count as well.
 * @param time The moment that decides what is published, in milliseconds since 1970.
 */
export function checkAddresses(
  read: ReadSections,
  folder: SiteFolder,
  site: SiteReading,
  time: number = now,
): { addresses: SiteAddresses; problems: Problem[] } {
  const addresses = createAddresses(site.settings.base);
  const { written, locate } = readRedirects(folder);
  const { planned, current, pages } = toContents(read, {
    ...{ folder, site, addresses, redirects: written, now: time },
  });
  const all = siteAddresses(planned);
  const served = current === planned ? all : siteAddresses(current, all);
  const places = placesOf(read, pages);
  const problems = [
    ...duplicateAddresses(all.conflicts, places),
    ...withoutRepeats(all.conflicts.flatMap((conflict) => describeConflict(conflict, places))),
    ...locate([...served.findings]),
  ];
  return { addresses: served, problems };
}

/** Where a page was read. */
interface Place {
  page: ParsedPage;
  section: Section;
}

type Places = ReadonlyMap<Page, Place>;

function placesOf(read: ReadSections, models: ReadonlyMap<ParsedPage, Page>): Places {
  return new Map(
    sections.flatMap((section) =>
      [...(read.get(section.name)?.keys() ?? [])].flatMap((page) => {
        const model = models.get(page);
        return model ? [[model, { page, section }] as const] : [];
      }),
    ),
  );
}

/** Returns an error for each page that has its address in common with another page. */
function duplicateAddresses(conflicts: readonly AddressConflict[], places: Places): Problem[] {
  const ofPages = conflicts.filter(({ dropped }) => dropped.producer.kind === 'page');
  const groups = Map.groupBy(ofPages, ({ served }) => served);
  return [...groups].flatMap(([served, found]) => {
    const all = [served, ...found.map(({ dropped }) => dropped)];
    return all.flatMap((address) => {
      const others = all.filter((other) => other !== address);
      const names = others.flatMap(({ producer }) => fileOf(producer, places) ?? []);
      return problemOfPage(address.producer, places, {
        severity: 'error',
        code: 'duplicate-address',
        message: `the address /${address.path}/ is also the address of ${names.join(' and ')}`,
        remedy: 'Rename one of the folders, or set a different slug: in one of the files.',
      });
    });
  });
}

/** Describes what is not published because another file or page has the address. */
function describeConflict({ served, dropped }: AddressConflict, places: Places): Problem[] {
  const [winner, loser] = [served.producer, dropped.producer];
  const [name, other] = [fileOf(winner, places), fileOf(loser, places)];
  if (loser.kind === 'built-in') {
    if (name === undefined) return [];
    if (!isSame(served, dropped)) return [blocksFolder(name, dropped)];
    return loser.isDefault ? [] : replacesPage(served, dropped, places);
  }
  if (name === undefined || other === undefined || loser.kind === 'page') return [];
  const address = addressOf(dropped);
  if (loser.kind === 'public') {
    const message = isSame(served, dropped)
      ? `this file and the page ${name} have the same address, ${address}, and only one of them can be published`
      : `this file is at ${address}, where the folder of the page ${name} has to be`;
    const remedy = 'Delete or rename one of them.';
    return [problemAt(other, 'error', 'address/duplicate', message, remedy)];
  }
  const message =
    winner.kind === 'page'
      ? `${address} is the address of the page ${name}, so this file is not published`
      : `${address} is the address of ${name} as well, so this file is not published`;
  const remedy =
    winner.kind === 'page'
      ? 'Rename the file, or move it to a folder, such as slides/index.html.'
      : 'Delete or rename one of the two files.';
  return [problemAt(other, 'warning', 'address/not-published', message, remedy)];
}

/** A file of the author is where a folder has to be, or the other way round. */
function blocksFolder(file: string, generated: SiteAddress): Problem {
  const address = addressOf(generated);
  const message = `this file and ${address}, which Lectern generates, cannot both be published, because one of them is where the other needs a folder`;
  return problemAt(file, 'error', 'address/duplicate', message, 'Delete or rename this file.');
}

/** A page or file of the author is published instead of a generated one. */
function replacesPage(served: SiteAddress, dropped: SiteAddress, places: Places): Problem[] {
  const { producer } = served;
  const what = dropped.file.endsWith('.html') ? 'page' : 'file';
  const address = addressOf(dropped);
  if (producer.kind === 'page') {
    const slug = places.get(producer.page)?.page.slug.toLowerCase() ?? '';
    // That a slug is reserved is an error already.
    if (places.get(producer.page)?.section.reserved.includes(slug)) return [];
    return problemOfPage(producer, places, {
      severity: 'note',
      code: 'address/replaced',
      message: `this page is published at ${address} instead of the ${what} that Lectern generates`,
      remedy: `To publish the generated ${what}, rename the folder, or set a different slug:.`,
    });
  }
  const file = fileOf(producer, places) ?? '';
  const message = `this file is published instead of the ${what} that Lectern generates at ${address}`;
  const remedy = `To publish the generated ${what}, delete or rename this file.`;
  return [problemAt(file, 'note', 'address/replaced', message, remedy)];
}

/** One file may be in the way of many others: the first error says enough. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const files = new Set<string>();
  return problems.filter(({ file, severity }) => {
    if (severity !== 'error') return true;
    const isNew = !files.has(file);
    files.add(file);
    return isNew;
  });
}

function problemOfPage(
  producer: Producer,
  places: Places,
  finding: Omit<Finding, 'path'>,
): Problem[] {
  const place = producer.kind === 'page' ? places.get(producer.page) : undefined;
  if (!place) return [];
  const { page, section } = place;
  const path = page.frontMatter.slug === undefined ? [] : ['slug'];
  const file = { file: page.file.name, topic: section.noun };
  return toProblems([{ path, ...finding }], file, page.written, page.text);
}

function problemAt(
  file: string,
  severity: Severity,
  code: FullCode,
  message: string,
  remedy: string,
): Problem {
  return { file, line: 1, column: 1, severity, code, message, remedy };
}

/** The file of the author that an address is made from, by its name in messages. */
function fileOf(producer: Producer, places: Places): string | undefined {
  switch (producer.kind) {
    case 'public':
      return `public/${producer.name}`;
    case 'page':
      return places.get(producer.page)?.page.file.name;
    case 'file': {
      const page = places.get(producer.page)?.page.file.name ?? '';
      return page.replace(/[^/]*$/, producer.name);
    }
    default:
      return undefined;
  }
}

function isSame(a: SiteAddress, b: SiteAddress): boolean {
  return a.path === b.path;
}

/** As a visitor types it, below the base. */
function addressOf({ path, file }: SiteAddress): string {
  return path === '' ? '/' : `/${path}${file === path ? '' : '/'}`;
}
