import type { HomeSection } from '../../schema/home.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { SectionNames } from '../../schema/sections.ts';

/** The part of a site that has the names of its sections. */
interface NamedSections {
  /** The names in the settings, by folder. */
  sectionNames?: SectionNames;
  /** A BCP 47 tag. */
  language: string;
}

/** Returns the title of a section: the one in the settings, or else the name of its folder. */
export function toSectionTitle(site: Pick<NamedSections, 'sectionNames'>, folder: string): string {
  const { title } = findNames(site, folder);
  return title ?? (folder === 'cv' ? 'CV' : folder.charAt(0).toUpperCase() + folder.slice(1));
}

/** Returns the text of the link to a section in the menu. */
export function toMenuText(site: Pick<NamedSections, 'sectionNames'>, folder: string): string {
  return findNames(site, folder).menu ?? toSectionTitle(site, folder);
}

/**
 * Returns the name of a section within a line: `publications`, or the title in the settings. Titles in English lose the
 * capital of their first word: `News and views` → `news and views`, but not those of names: `MathOverflow Posts`.
 */
export function toSectionNoun({ language, ...site }: NamedSections, folder: string): string {
  const { title } = findNames(site, folder);
  if (title === undefined) return folder;
  const hasOneCapital = /^\p{Lu}\P{Lu}*$/u.test(title);
  return hasOneCapital && /^en\b/i.test(language)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}

/** The default titles of the parts of the home page. */
const homeTitles: Record<HomeSection, string> = {
  about: 'About',
  next_talk: 'Next talk',
  featured_talks: 'Featured talks',
  recent_talks: 'Recent talks',
  featured_publications: 'Featured publications',
  recent_publications: 'Recent publications',
  projects: 'Projects',
  posts: 'Recent posts',
  teaching: 'Teaching',
  experience: 'Experience',
  education: 'Education',
  awards: 'Awards',
  skills: 'Skills',
  contact: 'Contact',
};

/** The parts of the home page that list a section. */
const partsBySection: Partial<Record<HomeSection, { folder: string; prefix?: string }>> = {
  featured_talks: { folder: 'talks', prefix: 'Featured' },
  recent_talks: { folder: 'talks', prefix: 'Recent' },
  featured_publications: { folder: 'publications', prefix: 'Featured' },
  recent_publications: { folder: 'publications', prefix: 'Recent' },
  projects: { folder: 'projects' },
  posts: { folder: 'posts', prefix: 'Recent' },
  teaching: { folder: 'teaching' },
};

/** The start of a title that names a selection: `Recent & upcoming talks`. */
const SELECTION = /^(recent|upcoming|latest|featured|selected|all|my|our)\b/i;

/** Returns the title of a part of the home page without a title of its own. */
export function toHomeTitle(site: NamedSections, part: HomeSection): string {
  const { folder, prefix } = partsBySection[part] ?? {};
  const { title } = findNames(site, folder ?? '');
  if (folder === undefined || title === undefined) return homeTitles[part];
  if (prefix === undefined) return title;
  if (!SELECTION.test(title)) return `${prefix} ${toSectionNoun(site, folder)}`;
  return prefix === 'Recent' ? title : homeTitles[part];
}

function findNames({ sectionNames = {} }: Pick<NamedSections, 'sectionNames'>, folder: string) {
  return findOwn<SectionNames[keyof SectionNames]>(sectionNames, folder) ?? {};
}
