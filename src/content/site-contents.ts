import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toOldPath } from '../model/site/old-path.ts';
import { ownerAmong } from '../model/person/owner.ts';
import { writtenAliases } from '../model/page.ts';
import { writtenPersonAliases } from '../model/person/person.ts';
import { toPublicationType } from '../model/publication/publication-type.ts';
import type { SiteContents } from '../model/site/site-paths.ts';
import { writtenTags } from '../model/tag.ts';
import { kindOfTalk } from '../model/talk/talk-kind.ts';
import { toTagSlug, type Addresses } from '../model/site/url.ts';
import { writtenDeliveries } from '../model/talk/written-deliveries.ts';
import type { PersonFrontMatter } from '../schema/person.ts';
import type { PublicationFrontMatter } from '../schema/publication.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import type { ReadPage } from './pages/read-page.ts';
import { readingContext, readPages } from './pages/read-pages.ts';
import type { SiteReading } from './site/read-site.ts';
import type { PageFrontMatter } from './sections/section.ts';
import { sections } from './sections/sections.ts';
import type { SiteFolder } from './site-folder.ts';

/** The pages of every section as they were read, by the name of the section. */
export type PagesBySection = ReadonlyMap<string, readonly ReadPage[]>;

export function readSections(
  folder: SiteFolder,
  site: SiteReading,
  addresses: Addresses,
): PagesBySection {
  const context = readingContext(site, folder);
  return new Map(
    sections.map((section) => [section.name, readPages(section, folder, addresses, context).pages]),
  );
}

/** What a site consists of, drafts too, by its files alone. */
export function contentsOf(
  pages: PagesBySection,
  folder: SiteFolder,
  site: SiteReading,
): SiteContents {
  const talks = pagesOf<TalkFrontMatter>(pages, 'talks').map(({ frontMatter }) => frontMatter);
  const owner = ownerOf(pages, site);
  const slugs = [...pages].map(([name, found]) => [
    name,
    found.filter((page) => page !== owner).map(({ slug }) => slug),
  ]);
  return {
    sections: Object.fromEntries(slugs),
    tags: new Set(talks.flatMap(({ tags = [], tag = [] }) => [...tags, ...tag].map(toTagSlug))),
    others: new Set([
      ...(existsSync(join(folder.content, 'cv.yaml')) ? ['cv'] : []),
      ...(hasPeople(pagesOf<PersonFrontMatter>(pages, 'people'), owner) ? ['people'] : []),
      ...talks
        .flatMap((talk) => kindOfTalk(talk) ?? [])
        .map((kind) => `talks/kind/${toTagSlug(kind)}`),
      ...talks.flatMap(writtenDeliveries).map(({ start }) => `talks/in/${start.value.year}`),
      ...pagesOf<PublicationFrontMatter>(pages, 'publications').flatMap(listsOf),
    ]),
  };
}

/** Whether there is a list of people: see `groupPeople`. */
function hasPeople(people: readonly ReadPage<PersonFrontMatter>[], owner: unknown): boolean {
  const listed = people.filter(({ frontMatter }) => !frontMatter.private);
  const isInGroup = (person: (typeof listed)[number]) => person.frontMatter.user_groups?.length;
  const grouped = listed.filter(isInGroup);
  return (grouped.length > 0 ? grouped : listed).some((person) => person !== owner);
}

/** The lists that a publication stands in: see `selectPublications`. */
function listsOf({ frontMatter }: ReadPage<PublicationFrontMatter>): string[] {
  const { date, publication_types: types = [] } = frontMatter;
  const type = toPublicationType(types);
  return [
    ...writtenTags(frontMatter).map((tag) => `publications/tag/${toTagSlug(tag)}`),
    ...(type ? [`publications/type/${toTagSlug(type.name)}`] : []),
    ...(date ? [`publications/in/${date.year}`] : []),
  ];
}

/** Whose site it is, if there is a file of theirs: their page is the home page. */
export function ownerOf(pages: PagesBySection, { settings }: SiteReading): ReadPage | undefined {
  return ownerAmong(pagesOf<PersonFrontMatter>(pages, 'people'), settings.name) as
    ReadPage | undefined;
}

/**
 * Where each old address leads that a page itself names: from `toOldPath` to the new address. Of pages
 * that name the same one, the build has a choice that is not known here: undefined.
 */
export function aliasesOf(
  pages: PagesBySection,
  site: SiteReading,
  addresses: Addresses,
): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const owner = ownerOf(pages, site);
  for (const [name, read] of pages) {
    for (const page of read) {
      const href = page === owner ? addresses.home : addresses.page(name, page.slug);
      const written =
        name === 'people'
          ? writtenPersonAliases(page.slug, page.frontMatter as PersonFrontMatter)
          : writtenAliases(page.frontMatter);
      for (const alias of written) {
        const path = toOldPath(alias);
        const isShared = path !== undefined && found.has(path) && found.get(path) !== href;
        if (path !== undefined) found.set(path, isShared ? undefined : href);
      }
    }
  }
  return found;
}

function pagesOf<F extends PageFrontMatter>(pages: PagesBySection, name: string): ReadPage<F>[] {
  return (pages.get(name) ?? []) as unknown as ReadPage<F>[];
}
