import type { PersonFrontMatter } from '../../schema/person.ts';
import { isPartOfOldHome, writtenContacts } from './contact.ts';
import type { CvEntry } from '../cv/cv-entry.ts';
import { toDegree } from './degree.ts';
import { leavesSite, withScheme, type SiteLink } from '../link.ts';
import { nameKey } from './name-key.ts';
import { toPage, writtenAliases, type Page, type PageSite, type PageSource } from '../page.ts';
import { plainText, type RichText } from '../rich-text.ts';
import { toLinks, type FindFile } from '../talk/talk-links.ts';
import { institutionsOf, namesOf, writtenDegrees, writtenName } from './written-person.ts';

/** A person of the site. The title of the page is their name. */
export interface Person extends Page {
  /** By which lists of authors may mean them, the one that is shown first. */
  names: string[];
  /** Whose site it is: the page is the home page. */
  isOwner: boolean;
  role?: string;
  pronouns?: string;
  institutions: Institution[];
  interests: string[];
  education: CvEntry[];
  links: SiteLink[];
  /** The groups of the list of people they stand in. */
  groups: string[];
  /** By which lists are sorted. */
  familyName: string;
  bio?: RichText;
}

export interface Institution {
  name: string;
  href?: string;
}

export interface PersonSource extends PageSource {
  frontMatter: PersonFrontMatter;
  findFile: FindFile;
}

/** The whole meaning of one person's file. */
export function toPerson(
  source: PersonSource,
  site: PageSite & { language: string },
  isOwner: boolean,
): Person {
  const { slug, frontMatter: fm, texts, findFile } = source;
  const page = toPage(source, 'people', site);
  const title = texts['title'] ?? plainText(isOwner ? site.owner : slug);
  const contacts = writtenContacts(fm).filter(({ url }) => !isPartOfOldHome(url));
  const pronouns = fm.pronouns ?? fm.name?.pronouns;
  const href = (written: string | undefined) => hrefOf(written, findFile);
  return {
    ...page,
    title,
    ...(isOwner && { href: site.addresses.home }),
    aliases: writtenPersonAliases(slug, fm, title.text),
    names: isOwner ? [...namesOf(fm), site.owner] : namesOf(fm),
    isOwner,
    ...(fm.role && { role: fm.role }),
    ...(pronouns && { pronouns }),
    institutions: institutionsOf(fm).flatMap(({ name, url }) => {
      const to = href(url);
      return name ? [{ name, ...(to && { href: to }) }] : [];
    }),
    interests: fm.interests ?? [],
    education: writtenDegrees(fm).flatMap((one, i) => toDegree(one, i, texts, href, site) ?? []),
    links: toLinks(contacts, findFile).map(({ label, href, icon }) => ({
      ...{ name: label, href },
      ...(icon && { icon }),
    })),
    groups: [...new Set(fm.user_groups ?? [])],
    familyName: fm.last_name ?? fm.name?.family ?? title.text.split(/\s+/).at(-1) ?? slug,
    ...(texts['bio'] && { bio: texts['bio'] }),
  };
}

function hrefOf(written: string | undefined, findFile: FindFile): string | undefined {
  if (written === undefined) return undefined;
  const url = withScheme(written);
  return leavesSite(url) ? url : findFile(url)?.href;
}

/**
 * The earlier addresses of a person: those that their file names, and those that themes gave it by the
 * name of the folder or by the name itself.
 */
export function writtenPersonAliases(
  slug: string,
  person: PersonFrontMatter,
  name = writtenName(person)?.value ?? slug,
): string[] {
  const given = [`/author/${slug}/`, `/authors/${slug}/`, `/author/${nameKey(name)}/`];
  return [...writtenAliases(person), ...given];
}
