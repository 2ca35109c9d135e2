import { relative, sep } from 'node:path';
import { readSite } from '../../content/site/read-site.ts';
import { readSections, toSiteContents } from '../../content/validate/site-contents.ts';
import type { ParsePageText } from '../../content/sections/page-text.ts';
import { now } from '../../content/site/now.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { toNameKey, toPersonNames } from '../../model/person/raw-person.ts';
import { toPublicationType } from '../../model/publication/raw-publication.ts';
import { toSiteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses, toTagSlug } from '../../model/page/addresses.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';

/** The addresses of the new site, as Lectern reads its files. They are at the root: `/talks/nyu/`. */
export interface NewSite {
  /** Returns the page of a file, by its path in the author's folder. */
  findPage(file: string): string | undefined;
  /** Returns the page whose folder contains a file that is not a page itself: a chapter of a course. */
  findPageAround(file: string): string | undefined;
  /** Returns the address at which a file of a page bundle is published. */
  findPublishedFile(file: string): string | undefined;
  /** Returns the page of a person, by a name in lists of authors. */
  findPerson(name: string): string | undefined;
  /** Returns the list of the publications of a type, by the numbers or words of the old theme. */
  findPublicationType(type: string): string | undefined;
  /** Returns the list of the talks with a tag, else that of the publications. */
  findTag(name: string): string | undefined;
  /** Returns whether a page or a file is at an address. `path` is as in `toOldPath`, the home page empty. */
  hasPath(path: string): boolean;
  /** Returns the target of an old address that a page declares. */
  findAlias(path: string): string | undefined;
}

/** Reads a staged folder as the new site. @param parse Parses the texts of files, from a cache. */
export function readNewSite(folder: SiteFolder, parse?: ParsePageText): NewSite {
  const addresses = createAddresses('/');
  const site = readSite(folder, {});
  const sections = readSections(folder, site, addresses, parse);
  const { planned, pages: pageModels } = toSiteContents(sections, { folder, site, addresses, now });
  const { targets } = toSiteAddresses(planned);

  const pages = new Map<string, string>();
  const folders = new Map<string, string>();
  const publishedFiles = new Map<string, string>();
  const people = new Map<string, string | undefined>();
  for (const [section, pageFiles] of sections) {
    for (const [page, files] of pageFiles) {
      const { file, frontMatterFile, slug } = page;
      const href = pageModels.get(page)?.href ?? addresses.page(section, slug);
      for (const name of [file.name, frontMatterFile?.file.name ?? file.name])
        pages.set(name, href);
      const bundleFolder =
        file.bundle && relative(folder.root, file.bundle.folder).split(sep).join('/');
      if (bundleFolder) folders.set(bundleFolder, href);
      for (const name of href === addresses.home ? [] : files) {
        publishedFiles.set(`${bundleFolder}/${name}`, addresses.file(section, slug, name));
      }
      if (section !== 'people') continue;
      const names = [slug, ...toPersonNames(page.frontMatter as PersonFrontMatter)].map(toNameKey);
      // A name that two people share identifies neither.
      for (const key of new Set(names)) people.set(key, people.has(key) ? undefined : href);
    }
  }
  const hasPath = (path: string) => targets.paths.has(path);
  const toFilterAddress = (by: string, slug: string) =>
    hasPath(`publications/${by}/${slug}`) ? addresses.publicationsBy(by, slug) : undefined;
  return {
    findPage: (file) => pages.get(file),
    findPageAround: (file) => {
      const parts = file.split('/').slice(0, -1);
      return parts.map((_, i) => folders.get(parts.slice(0, i + 1).join('/'))).findLast(Boolean);
    },
    findPublishedFile: (file) => publishedFiles.get(file),
    findPerson: (name) => people.get(toNameKey(name)),
    findPublicationType: (rawType) => {
      const type = toPublicationType([rawType]);
      return type && toFilterAddress('type', toTagSlug(type.name));
    },
    findTag: (name) => {
      const slug = toTagSlug(name);
      return hasPath(`talks/tags/${slug}`) ? addresses.tag(slug) : toFilterAddress('tag', slug);
    },
    hasPath,
    findAlias: (path) => targets.aliases.get(path),
  };
}
