import type { PersonFrontMatter } from '../../schema/person.ts';
import { findIcon } from '../site/icon-sets.ts';
import { hostOf, withScheme } from '../link.ts';
import type { WrittenLink } from '../written-links.ts';

/** Hosts by the names that people know them by. */
const networks: readonly [RegExp, string][] = [
  [/^mailto:/i, 'E-mail'],
  [/^tel:/i, 'Telephone'],
  [/\bscholar\.google\./i, 'Google Scholar'],
  [/\bgithub\.com\b/i, 'GitHub'],
  [/\bgitlab\.com\b/i, 'GitLab'],
  [/\borcid\.org\b/i, 'ORCID'],
  [/\blinkedin\.com\b/i, 'LinkedIn'],
  [/\bresearchgate\.net\b/i, 'ResearchGate'],
  [/\btwitter\.com\b/i, 'Twitter'],
  [/^https?:\/\/(www\.)?x\.com\b/i, 'X'],
  [/\bbsky\.app\b/i, 'Bluesky'],
  [/\bdblp\.(org|uni-trier\.de)\b/i, 'DBLP'],
  [/\bsemanticscholar\.org\b/i, 'Semantic Scholar'],
  [/\barxiv\.org\b/i, 'arXiv'],
  [/\byoutube\.com\b/i, 'YouTube'],
];

/** The ways to reach a person, as written, in one list. */
export function writtenContacts(person: PersonFrontMatter): WrittenLink[] {
  return (['social', 'profiles', 'links'] as const).flatMap((key) =>
    (person[key] ?? []).flatMap((contact, index): WrittenLink[] => {
      const url = withScheme(contact.link ?? contact.url ?? '');
      if (url === '') return [];
      const path = [key, index, contact.link ? 'link' : 'url'];
      const icon = iconOf(url, contact.icon, contact.icon_pack);
      const label = contact.label ?? contact.name ?? nameOf(url, contact.icon);
      return [{ path, kind: 'other', label, url, ...(icon && { icon }) }];
    }),
  );
}

/** True for `#contact`, a part of the home page of older themes. */
export function isPartOfOldHome(url: string): boolean {
  return /^\/?#/.test(url);
}

function nameOf(url: string, icon: string | undefined): string {
  const known = networks.find(([pattern]) => pattern.test(url))?.[1];
  const isCv = /(^|\/)cv$/.test(icon ?? '') || /(^|[/_-])(cv|resume)[^/]*\.pdf$/i.test(url);
  return known ?? (isCv ? 'CV' : hostOf(url));
}

/** The icon; for an e-mail address an envelope where the one written is not known. */
function iconOf(url: string, name: string | undefined, pack: string | undefined) {
  if (name && (findIcon(name, pack) || !/^mailto:/i.test(url))) return { name, pack };
  return /^mailto:/i.test(url) ? { name: 'envelope', pack: 'fas' } : undefined;
}
