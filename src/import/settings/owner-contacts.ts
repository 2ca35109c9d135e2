import { rawContacts } from '../../model/person/raw-person.ts';
import { findIcon } from '../../model/page/icons.ts';
import { encodePath } from '../../model/page/addresses.ts';
import { isMap } from '../../schema/describe.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hasFile, firstValueAt, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import { fromWhere, type Item } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import type { OldOwner } from './owner.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { widgetSetting, type MarkdownPart, type OldWidget } from './widgets.ts';

/**
 * Returns the links of the owner, each address once: from the configuration and from contact widgets.
 * Links in the owner's file are not repeated.
 */
export function siteLinks(
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
  contacts: readonly OldValue[],
  usage: KeyUsage,
): Item[] {
  const social = owner ? [] : socialLinks(settings.find('params.social'), site);
  const accounts = accountLinks(settings.find('author'));
  const others = contacts.flatMap((old) => contactLinks(old, site));
  const own = ['social', 'profiles', 'links'].flatMap((key) => itemsOf(owner?.find(key)));
  const taken = new Set(
    own.map((item) => resolveLink(textOf(firstValueAt(item, 'link', 'url')), site)),
  );
  return [...social, ...accounts, ...others].filter(({ value, from }) => {
    const { url } = value as { url: string };
    const isNew = !taken.has(url);
    taken.add(url);
    if (!isNew) for (const old of Object.values(from)) usage.markUnused(old, duplicateLinkReason);
    return isNew;
  });
}

const duplicateLinkReason = 'Another link has the same address.';

/** Converts a value of a contact widget: an email address, a phone number, an account or a list of links. */
function contactLinks(old: OldValue, site: OldSite): Item[] {
  const text = textOf(old);
  if (text === undefined) return socialLinks(old, site);
  const [url, name, icon] = contactAddress(text, old.key.split('.').at(-1)?.toLowerCase());
  return [
    { ...toLink(url, name, icon, undefined), from: { url: old }, note: fromWhere([old]) ?? '' },
  ];
}

function contactAddress(
  text: string,
  key = '',
): [url: string, name: string | undefined, icon: string] {
  const account = text.replace(/^@/, '');
  if (/^https?:/.test(text)) return [text, undefined, 'link'];
  if (key === 'telegram') return [`https://t.me/${account}`, 'Telegram', 'telegram'];
  if (key === 'keybase') return [`https://keybase.io/${account}`, 'Keybase', 'keybase'];
  if (text.includes('@')) return [`mailto:${text}`, undefined, 'envelope'];
  return [`tel:${text.replace(/[^\d+]/g, '')}`, undefined, 'phone'];
}

/** Links of the owner as Hugo Academic keeps them: `social`, `contact_links`. */
function socialLinks(list: OldValue | undefined, site: OldSite): Item[] {
  return itemsOf(list).flatMap((item): Item[] => {
    const link = firstValueAt(item, 'link', 'url');
    const url = resolveLink(textOf(link), site);
    if (url === undefined) return [];
    const [icon, pack] = [firstValueAt(item, 'icon'), firstValueAt(item, 'icon_pack')];
    const label = firstValueAt(item, 'label', 'name', 'text');
    return [
      {
        ...toLink(url, textOf(label), textOf(icon), textOf(pack)),
        from: { name: label, url: link, icon, icon_pack: pack },
        note: fromWhere([item]) ?? '',
      },
    ];
  });
}

/** Returns an address in the new site or in another site; undefined for a part of the old home page. */
export function resolveLink(written: string | undefined, site: OldSite): string | undefined {
  if (written === undefined || /^\/?#/.test(written)) return undefined;
  if (written.startsWith('//')) return `https:${written}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return written;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(written)) return `mailto:${written}`;
  const path = decoded(written.replace(/^(\.?\/)+/, ''));
  const isServed = ['static/', '', 'assets/'].some((folder) => hasFile(site, folder + path));
  return isServed
    ? `/${encodePath(path)}`
    : /^www\./i.test(written)
      ? `https://${written}`
      : written;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Returns a link for site.yaml, with its label and, if the icon exists, its icon. */
function toLink(
  url: string,
  label: string | undefined,
  icon: string | undefined,
  pack: string | undefined,
) {
  const [contact] = rawContacts({
    social: [
      {
        link: url,
        ...(label && { label }),
        ...(icon && { icon }),
        ...(pack && { icon_pack: pack }),
      },
    ],
  } as unknown as Parameters<typeof rawContacts>[0]);
  const shown =
    contact?.icon && findIcon(contact.icon.name, contact.icon.pack) ? contact.icon : undefined;
  const isKnown = /^(fas|far|fab|ai)$/.test(shown?.pack ?? '');
  return {
    value: {
      name: contact?.label ?? label ?? url,
      url: contact?.url ?? url,
      ...(shown && { icon: shown.name }),
      ...(shown && isKnown && { icon_pack: shown.pack }),
    },
  };
}

/** Accounts that academicpages and old themes know by a user name, by their keys. */
const accounts: Readonly<Record<string, readonly [name: string, url: string]>> = {
  github: ['GitHub', 'https://github.com/'],
  gitlab: ['GitLab', 'https://gitlab.com/'],
  bitbucket: ['Bitbucket', 'https://bitbucket.org/'],
  linkedin: ['LinkedIn', 'https://www.linkedin.com/in/'],
  twitter: ['Twitter', 'https://twitter.com/'],
  x: ['X', 'https://x.com/'],
  bluesky: ['Bluesky', 'https://bsky.app/profile/'],
  orcid: ['ORCID', 'https://orcid.org/'],
  researchgate: ['ResearchGate', 'https://www.researchgate.net/profile/'],
  facebook: ['Facebook', 'https://www.facebook.com/'],
  instagram: ['Instagram', 'https://www.instagram.com/'],
  youtube: ['YouTube', 'https://www.youtube.com/@'],
  stackoverflow: ['Stack Overflow', 'https://stackoverflow.com/users/'],
  keybase: ['Keybase', 'https://keybase.io/'],
  kaggle: ['Kaggle', 'https://www.kaggle.com/'],
  medium: ['Medium', 'https://medium.com/@'],
  dribbble: ['Dribbble', 'https://dribbble.com/'],
  codepen: ['CodePen', 'https://codepen.io/'],
  flickr: ['Flickr', 'https://www.flickr.com/photos/'],
  soundcloud: ['SoundCloud', 'https://soundcloud.com/'],
  pinterest: ['Pinterest', 'https://www.pinterest.com/'],
  tumblr: ['Tumblr', 'https://www.tumblr.com/'],
  weibo: ['Weibo', 'https://weibo.com/'],
  xing: ['Xing', 'https://www.xing.com/profile/'],
  lastfm: ['Last.fm', 'https://www.last.fm/user/'],
  zhihu: ['Zhihu', 'https://www.zhihu.com/people/'],
  goodreads: ['Goodreads', 'https://www.goodreads.com/'],
  telegram: ['Telegram', 'https://t.me/'],
  wikipedia: ['Wikipedia', 'https://en.wikipedia.org/wiki/User:'],
  googlescholar: ['Google Scholar', ''],
  semantic: ['Semantic Scholar', ''],
  'inspire-hep': ['INSPIRE', ''],
  inspirehep: ['INSPIRE', ''],
  impactstory: ['Impactstory', ''],
  academia: ['Academia.edu', ''],
  arxiv: ['arXiv', ''],
  pubmed: ['PubMed', ''],
  scopus: ['Scopus', ''],
  ssrn: ['SSRN', ''],
  zotero: ['Zotero', ''],
  mastodon: ['Mastodon', ''],
  uri: ['Website', ''],
};

/** Keys of the owner that are not accounts. */
const notAccountKey = /^(name|avatar|bio|pronouns|location|employer|logo|image|portrait)$/i;

/** Names of icons that differ from the key or the name of a network. */
const iconNames: Readonly<Record<string, string>> = {
  'E-mail': 'envelope',
  Website: 'link',
  'Stack Overflow': 'stack-overflow',
  'Google Scholar': 'google-scholar',
  'Semantic Scholar': 'semantic-scholar',
  'Academia.edu': 'academia',
  INSPIRE: 'inspire',
};

/**
 * Returns links from keys with an address or a user name, such as `author.github` in Jekyll. An address
 * under an unknown key is named after the key.
 */
function accountLinks(map: OldValue | undefined): Item[] {
  return Object.keys(map?.value ?? {}).flatMap((key): Item[] => {
    const found = firstValueAt(map, key);
    const text = textOf(found);
    if (!found || text === undefined || notAccountKey.test(key)) return [];
    const isAddress = /^https?:\/\//i.test(text);
    const [name, base] = findAccount(key) ?? [capitalise(key), ''];
    if ((!isAddress && base === '' && key !== 'email') || isThemeDefault(text)) return [];
    const url = isAddress
      ? text
      : key === 'email'
        ? `mailto:${text}`
        : base + text.replace(/^@/, '');
    const icon = iconNames[name] ?? name.toLowerCase();
    const link = toLink(url, name, findIcon(icon) ? icon : undefined, undefined);
    return [{ ...link, from: { url: found }, note: fromWhere([found]) ?? '' }];
  });
}

function findAccount(key: string) {
  const word = key.toLowerCase();
  return word === 'email'
    ? (['E-mail', ''] as const)
    : (accounts[word.replaceAll('_', '')] ?? accounts[word]);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replace(/[_-]/g, ' ');
}

/** The contact details of a widget, from its own keys or from the configuration. */
export interface Contact {
  /** Lines of Markdown for what is no link: the address, office hours, mail in words. */
  details: MarkdownPart[];
  /** An address to write to, a number to call, names of accounts, lists of links. */
  links: OldValue[];
}

/** Returns the contact details of a widget, and records default values of the theme as unused. */
export function mapContact(widget: OldWidget, settings: OldSettings, usage: KeyUsage): Contact {
  const found = (...keys: string[]): OldValue | undefined => {
    const value =
      widgetSetting(widget, ...keys) ?? settings.find(...keys.map((key) => `params.${key}`));
    if (!isThemeDefault(textOf(value))) return value;
    usage.markUnused(value, themeDefaultReason);
    return undefined;
  };
  const appointment = found('appointment_url');
  const at = textOf(appointment);
  const email = found('email');
  const isAddress = textOf(email)?.includes('@') ?? false;
  const details = [
    isAddress ? undefined : toPart(email),
    toPart(found('skype'), 'Skype: '),
    formatAddress(found('address'), usage),
    toPart(found('directions')),
    toPart(found('office_hours')),
    at === undefined ? undefined : { text: `[Make an appointment](<${at}>)`, from: [appointment] },
  ];
  const others = ['phone', 'telegram', 'keybase', 'discussion', 'contact_links'];
  const links = [isAddress ? email : undefined, ...others.map((key) => found(key))];
  return {
    details: details.filter((one) => one !== undefined),
    links: links.filter((one) => one !== undefined),
  };
}

function formatAddress(address: OldValue | undefined, usage: KeyUsage): MarkdownPart | undefined {
  if (!isMap(address?.value)) return toPart(address);
  const street = firstValueAt(address, 'street');
  if (isThemeDefault(textOf(street))) {
    usage.markUnused(address, themeDefaultReason);
    return undefined;
  }
  const parts = ['street', 'city', 'region', 'postcode', 'country'].map((key) =>
    firstValueAt(address, key),
  );
  const [line, city, region, postcode, country] = parts.map((part) => textOf(part));
  const area = [region, postcode].filter(Boolean).join(' ');
  const text = [line, city, area, country].filter(Boolean).join(', ');
  const code = firstValueAt(address, 'country_code');
  if (country) usage.markUnused(code, 'The name of the country is shown instead.');
  return text === '' ? undefined : { text, from: parts };
}

function toPart(old: OldValue | undefined, before = ''): MarkdownPart | undefined {
  if (!Array.isArray(old?.value)) {
    const text = textOf(old);
    return text === undefined ? undefined : { text: before + text, from: [old] };
  }
  const items = itemsOf(old).filter((item) => textOf(item) !== undefined);
  if (items.length === 0) return undefined;
  return { text: items.map((item) => `- ${textOf(item)}`).join('\n'), from: items };
}
