import type { ProjectFrontMatter } from '../../schema/project.ts';
import { toAuthors, type Author } from '../page/author.ts';
import { toDeckLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import { addScheme, type PageLink } from '../page/link.ts';
import { compareDates, compareText, compareWeights } from '../page/lists.ts';
import { toPage, type Page, type PageSite, type PageSource } from '../page/page.ts';
import { rawTags } from '../page/tags.ts';
import { toInstant } from '../page/when.ts';
import { rawLinks } from '../page/raw-links.ts';

export interface Project extends Page {
  /** Who works on it, as far as anybody is named. */
  authors: Author[];
  /** Absent for what is not dated. */
  year?: number;
  /** For the order alone, in milliseconds since 1970. */
  dated?: number;
  /** Its place before all that have none. */
  weight?: number;
  /** Where lists lead: the page of the project, or one elsewhere that stands for it. */
  leadsTo: string;
  links: PageLink[];
  tags: string[];
}

export interface ProjectSource extends PageSource {
  frontMatter: ProjectFrontMatter;
  findFile: FindFile;
}

/** The whole meaning of one project's file. */
export function toProject(source: ProjectSource, site: PageSite): Project {
  const { frontMatter: fm, findFile } = source;
  const page = toPage(source, 'projects', site);
  const links = toPageLinks(rawLinks(fm), findFile, toDeckLinks(fm, site.findDeck));
  const elsewhere = fm.external_link && addScheme(fm.external_link);
  const target = elsewhere && (findFile(elsewhere)?.href ?? elsewhere);
  const isNamed = fm.authors !== undefined || fm.author !== undefined;
  return {
    ...page,
    authors: isNamed ? toAuthors(fm, site) : [],
    ...(fm.date && { year: fm.date.year, dated: toInstant(fm.date, site) }),
    ...(fm.weight !== undefined && { weight: fm.weight }),
    leadsTo: links.find(({ href }) => href === target)?.href ?? page.href,
    links,
    tags: rawTags(fm),
  };
}

/** By weight, the least first; then, what has none, the newest first, and what is not dated last. */
export function sortProjects(projects: readonly Project[]): Project[] {
  return [...projects].sort(
    (a, b) => compareWeights(a, b) || compareDates(a, b) || compareText(a.slug, b.slug),
  );
}
