import type { Finding, KeyPath } from '../../schema/finding.ts';
import type { PersonFrontMatter } from '../../schema/person.ts';
import type { CvEntry } from '../cv/cv-entry.ts';
import { describeUnknownIcon, findIcon } from '../page/icons.ts';
import { isExternalUrl, type SiteLink, addScheme } from '../page/link.ts';
import { checkLinks, type FindFile, toPageLinks } from '../page/page-links.ts';
import { toRichText, type RichText } from '../page/page-texts.ts';
import { type Page, type PageSite, type PageSource, toPage, toRawAliases } from '../page/page.ts';
import {
  toRawInstitutions,
  isOldHomeLink,
  toNameKey,
  toPersonNames,
  toPersonLinkTargets,
  toRawContacts,
  toRawDegrees,
  toRawName,
} from './raw-person.ts';
import { toDegree } from './degree.ts';

/** A person of the site. The title of the page is their name. */
export interface Person extends Page {
  /** Their names in lists of authors; the first is the name that pages show. */
  names: string[];
  /** The site is theirs: their page is the home page. */
  isOwner: boolean;
  role?: string;
  pronouns?: string;
  institutions: Institution[];
  interests: string[];
  education: CvEntry[];
  links: SiteLink[];
  /** Their groups in the list of people. */
  groups: string[];
  /** Lists are sorted by it. */
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

/** Converts the file of a person. */
export function toPerson(
  source: PersonSource,
  site: PageSite & { language: string },
  isOwner: boolean,
): Person {
  const { slug, frontMatter: fm, texts, findFile } = source;
  const page = toPage(source, 'people', site);
  const title = texts['title'] ?? toRichText(isOwner ? site.owner : slug);
  const contacts = toRawContacts(fm).filter(({ url }) => !isOldHomeLink(url));
  const pronouns = fm.pronouns ?? fm.name?.pronouns;
  const toHref = (url: string | undefined) => toLinkHref(url, findFile);
  return {
    ...page,
    title,
    ...(isOwner && { href: site.addresses.home }),
    aliases: toRawPersonAliases(slug, fm, title.text),
    names: isOwner ? [...toPersonNames(fm), site.owner] : toPersonNames(fm),
    isOwner,
    ...(fm.role && { role: fm.role }),
    ...(pronouns && { pronouns }),
    institutions: toRawInstitutions(fm).flatMap(({ name, url }) => {
      const href = toHref(url);
      return name ? [{ name, ...(href && { href }) }] : [];
    }),
    interests: fm.interests ?? [],
    education: toRawDegrees(fm).flatMap(
      (degree, i) => toDegree(degree, i, texts, toHref, site) ?? [],
    ),
    links: toPageLinks(contacts, findFile).map(({ label, href, icon }) => ({
      ...{ name: label, href },
      ...(icon && { icon }),
    })),
    groups: [...new Set(fm.user_groups ?? [])],
    familyName: fm.last_name ?? fm.name?.family ?? title.text.split(/\s+/).at(-1) ?? slug,
    ...(texts['bio'] && { bio: texts['bio'] }),
  };
}

function toLinkHref(rawUrl: string | undefined, findFile: FindFile): string | undefined {
  if (rawUrl === undefined) return undefined;
  const url = addScheme(rawUrl);
  return isExternalUrl(url) ? url : findFile(url)?.href;
}

/**
 * Returns the old addresses of a person: those in their file, and those that older themes made from the
 * name of the folder or of the person.
 */
function toRawPersonAliases(
  slug: string,
  person: PersonFrontMatter,
  name = toRawName(person)?.value ?? slug,
): string[] {
  const themeAliases = [`/author/${slug}/`, `/authors/${slug}/`, `/author/${toNameKey(name)}/`];
  return [...toRawAliases(person), ...themeAliases];
}

/** Returns the problems with the links and icons of a person. */
export function checkPerson(person: PersonFrontMatter, findFile: FindFile): Finding[] {
  return [
    ...checkLinks(toPersonLinkTargets(person), findFile),
    ...toRawContacts(person).flatMap(({ path, url, icon }): Finding[] => {
      if (isOldHomeLink(url)) return [toOldHomeFinding(path, url)];
      const isKnown = !icon || findIcon(icon.name, icon.pack) !== undefined;
      return isKnown ? [] : [toUnknownIconFinding([...path.slice(0, -1), 'icon'], icon.name)];
    }),
  ];
}

/** Returns a warning for each key of a person that is only shown in a CV. */
export function checkPartsOfCv(person: PersonFrontMatter): Finding[] {
  const keys = ['work', 'experience', 'skills', 'languages', 'awards'] as const;
  return keys.flatMap((key) => (person[key] ? [toNotShownFinding(key)] : []));
}

function toOldHomeFinding(path: KeyPath, url: string): Finding {
  return {
    ...{ path, code: 'person/old-home-link' },
    message: `"${url}" points to the contact section of an older theme, so the link is not shown`,
    remedy: 'Write a mailto: address, or delete the entry.',
  };
}

function toUnknownIconFinding(path: KeyPath, icon: string): Finding {
  return {
    ...{ path, code: 'unknown-icon', ...describeUnknownIcon(icon) },
  };
}

function toNotShownFinding(key: string): Finding {
  return {
    ...{ path: [key], code: 'person/not-shown', key: true },
    message: `"${key}" is not shown, because it is part of a CV`,
    remedy:
      'If it is about you, move it to content/cv.yaml. Otherwise write it in the text, or delete the key.',
  };
}
