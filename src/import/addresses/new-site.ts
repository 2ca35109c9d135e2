import { relative, sep } from 'node:path';
import { readSite } from '../../content/site/read-site.ts';
import { readSections, toContents } from '../../content/validate/site-contents.ts';
import { now } from '../../content/site/now.ts';
import type { SiteFolder } from '../../content/assets/site-folder.ts';
import { nameKey, personNames } from '../../model/person/raw-person.ts';
import { toPublicationType } from '../../model/publication/raw-publication.ts';
import { siteAddresses } from '../../model/site/site-addresses.ts';
import { createAddresses, toTagSlug } from '../../model/page/addresses.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';

/** What the new site has, by Lectern's own reading of the files. Addresses are at the root: `/talks/nyu/`. */
export interface NewSite {
  /** The page that is made of a file, by its path in the author's folder. */
  pageOf(file: string): string | undefined;
  /** The page whose folder contains a file that is not a page itself: a chapter of a course. */
  pageAround(file: string): string | undefined;
  /** The address at which a file of a page bundle is published. */
  besidePage(file: string): string | undefined;
  /** The page of a person, by a name in lists of authors. */
  findPerson(name: string): string | undefined;
  /** The list of the publications of a type, by the numbers or words of the old theme. */
  publicationsOfType(written: string): string | undefined;
  /** The list of the talks with a tag, else that of the publications. */
  findTag(name: string): string | undefined;
  /** Whether a page or a file is at an address. `path` is as in `toOldPath`, the home page empty. */
  has(path: string): boolean;
  /** Where an old address leads that a page itself names. */
  aliasAt(path: string): string | undefined;
}

export function readNewSite(folder: SiteFolder): NewSite {
  const addresses = createAddresses('/');
  const site = readSite(folder, {});
  const sections = readSections(folder, site, addresses);
  const { planned, pages: models } = toContents(sections, { folder, site, addresses, now });
  const { targets } = siteAddresses(planned);

  const pages = new Map<string, string>();
  const folders = new Map<string, string>();
  const published = new Map<string, string>();
  const people = new Map<string, string | undefined>();
  for (const [section, found] of sections) {
    for (const [page, files] of found) {
      const { file, frontMatterFile, slug } = page;
      const href = models.get(page)?.href ?? addresses.page(section, slug);
      for (const name of [file.name, frontMatterFile?.file.name ?? file.name])
        pages.set(name, href);
      const root = file.bundle && relative(folder.root, file.bundle.folder).split(sep).join('/');
      if (root) folders.set(root, href);
      for (const name of href === addresses.home ? [] : files) {
        published.set(`${root}/${name}`, addresses.file(section, slug, name));
      }
      if (section !== 'people') continue;
      const names = [slug, ...personNames(page.frontMatter as PersonFrontMatter)].map(nameKey);
      // A name that two people have means neither.
      for (const key of new Set(names)) people.set(key, people.has(key) ? undefined : href);
    }
  }
  const has = (path: string) => targets.paths.has(path);
  const publicationsBy = (by: string, slug: string) =>
    has(`publications/${by}/${slug}`) ? addresses.publicationsBy(by, slug) : undefined;
  return {
    pageOf: (file) => pages.get(file),
    pageAround: (file) => {
      const parts = file.split('/').slice(0, -1);
      return parts.map((_, i) => folders.get(parts.slice(0, i + 1).join('/'))).findLast(Boolean);
    },
    besidePage: (file) => published.get(file),
    findPerson: (name) => people.get(nameKey(name)),
    publicationsOfType: (written) => {
      const type = toPublicationType([written]);
      return type && publicationsBy('type', toTagSlug(type.name));
    },
    findTag: (name) => {
      const slug = toTagSlug(name);
      return has(`talks/tags/${slug}`) ? addresses.tag(slug) : publicationsBy('tag', slug);
    },
    has,
    aliasAt: (path) => targets.aliases.get(path),
  };
}
