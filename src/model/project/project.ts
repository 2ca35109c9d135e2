import type { ProjectFrontMatter } from '../../schema/project.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import { addScheme, type PageLink } from '../page/link.ts';
import { compareDates, compareText, compareWeights } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { toRawTags } from '../page/tags.ts';
import { toInstant } from '../page/when.ts';
import { toRawLinks } from '../page/raw-links.ts';

export interface Project extends Page {
  /** Empty if the file names nobody. */
  authors: Author[];
  /** Absent without a date. */
  year?: number;
  /** For sorting, in milliseconds since 1970. */
  sortDate?: number;
  /** Projects with a weight come first, the lowest first. */
  weight?: number;
  /** The target of the links in lists: the page of the project, or an external page in its place. */
  listHref: string;
  links: PageLink[];
  tags: string[];
}

export interface ProjectSource extends PageSource {
  frontMatter: ProjectFrontMatter;
  findFile: FindFile;
}

/** Converts the file of a project. */
export function toProject(source: ProjectSource, site: PageSite): Project {
  const { frontMatter: fm, findFile } = source;
  const page = toPage(source, 'projects', site);
  const links = toPageLinks(toRawLinks(fm), findFile, toDeckLinks(fm, site.findDeck));
  const external = fm.external_link ?? fm.redirect_to;
  const externalUrl = external && addScheme(external);
  const target = externalUrl && (findFile(externalUrl)?.href ?? externalUrl);
  const hasAuthors = fm.authors !== undefined || fm.author !== undefined;
  return {
    ...page,
    authors: hasAuthors ? toAuthors(fm, site) : [],
    ...(fm.date && { year: fm.date.year, sortDate: toInstant(fm.date, site) }),
    ...(fm.weight !== undefined && { weight: fm.weight }),
    listHref: links.find(({ href }) => href === target)?.href ?? page.href,
    links,
    tags: toRawTags(fm),
  };
}

/** Sorts projects: by weight, the lowest first; then the newest first, those without a date last. */
export function sortProjects(projects: readonly Project[]): Project[] {
  return [...projects].sort(
    (a, b) => compareWeights(a, b) || compareDates(a, b) || compareText(a.slug, b.slug),
  );
}
