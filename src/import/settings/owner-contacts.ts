import { toRawContacts } from '../../model/person/raw-person.ts';
import { findIcon } from '../../model/page/icons.ts';
import { encodePath, decodePath } from '../../model/page/addresses.ts';
import { isMap } from '../../schema/describe.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hasFile, findFirstValue, toItems, toText, type OldValue } from '../old-site/old-values.ts';
import { formatSources, type YamlItem } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import type { OldOwner } from './owner.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { findWidgetSetting, type MarkdownPart, type OldWidget } from './widgets.ts';
import { findOwn } from '../../schema/own-value.ts';

/**
 * Returns the links of the owner, each address once: from the configuration and from contact widgets.
 * Links in the owner's file are not repeated.
 */
export function toSiteLinks(
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
  contacts: readonly OldValue[],
  usage: KeyUsage,
): YamlItem[] {
  const social = owner ? [] : toSocialLinks(settings.find('params.social'), site);
  const accounts = toAccountLinks(settings.find('author'));
  const contactItems = contacts.flatMap((old) => toContactLinks(old, site));
  const ownLinks = ['social', 'profiles', 'links'].flatMap((key) => toItems(owner?.find(key)));
  const taken = new Set(
    ownLinks.map((item) => resolveLink(toText(findFirstValue(item, 'link', 'url')), site)),
  );
  return [...social, ...accounts, ...contactItems].filter(({ value, from }) => {
    const { url } = value as { url: string };
    const isNew = !taken.has(url);
    taken.add(url);
    if (!isNew) for (const old of Object.values(from)) usage.markUnused(old, duplicateLinkReason);
    return isNew;
  });
}

const duplicateLinkReason = 'Another link has the same address.';

/** Converts a value of a contact widget: an email address, a phone number, an account or a list of links. */
function toContactLinks(old: OldValue, site: OldSite): YamlItem[] {
  const text = toText(old);
  if (text === undefined) return toSocialLinks(old, site);
  const [url, name, icon] = toContactAddress(text, old.key.split('.').at(-1)?.toLowerCase());
  return [
    { ...toLink(url, name, icon, undefined), from: { url: old }, note: formatSources([old]) ?? '' },
  ];
}

function toContactAddress(
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

/** Converts lists of links of Hugo Academic: `social`, `contact_links`. */
function toSocialLinks(list: OldValue | undefined, site: OldSite): YamlItem[] {
  return toItems(list).flatMap((item): YamlItem[] => {
    const link = findFirstValue(item, 'link', 'url');
    const url = resolveLink(toText(link), site);
    if (url === undefined) return [];
    const [icon, pack] = [findFirstValue(item, 'icon'), findFirstValue(item, 'icon_pack')];
    const label = findFirstValue(item, 'label', 'name', 'text');
    return [
      {
        ...toLink(url, toText(label), toText(icon), toText(pack)),
        from: { name: label, url: link, icon, icon_pack: pack },
        note: formatSources([item]) ?? '',
      },
    ];
  });
}

/** Returns an address in the new site or in another site; undefined for a part of the old home page. */
export function resolveLink(address: string | undefined, site: OldSite): string | undefined {
  if (address === undefined || /^\/?#/.test(address)) return undefined;
  if (address.startsWith('//')) return `https:${address}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  const path = decodePath(address.replace(/^(\.?\/)+/, ''));
  const isServed = ['static/', '', 'assets/'].some((folder) => hasFile(site, folder + path));
  return isServed
    ? `/${encodePath(path)}`
    : /^www\./i.test(address)
      ? `https://${address}`
      : address;
}

/** Returns a link for site.yaml, with its label and, if the icon exists, its icon. */
function toLink(
  url: string,
  label: string | undefined,
  icon: string | undefined,
  pack: string | undefined,
) {
  const [contact] = toRawContacts({
    social: [
      {
        link: url,
        ...(label && { label }),
        ...(icon && { icon }),
        ...(pack && { icon_pack: pack }),
      },
    ],
  } as unknown as Parameters<typeof toRawContacts>[0]);
  const knownIcon =
    contact?.icon && findIcon(contact.icon.name, contact.icon.pack) ? contact.icon : undefined;
  const hasKnownPack = /^(fas|far|fab|ai)$/.test(knownIcon?.pack ?? '');
  return {
    value: {
      name: contact?.label ?? label ?? url,
      url: contact?.url ?? url,
      ...(knownIcon && { icon: knownIcon.name }),
      ...(knownIcon && hasKnownPack && { icon_pack: knownIcon.pack }),
    },
  };
}

/** Accounts that academicpages and old themes identify by a user name, by their keys. */
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
const personalKey = /^(name|avatar|bio|pronouns|location|employer|logo|image|portrait)$/i;

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
function toAccountLinks(map: OldValue | undefined): YamlItem[] {
  return Object.keys(map?.value ?? {}).flatMap((key): YamlItem[] => {
    const value = findFirstValue(map, key);
    const text = toText(value);
    if (!value || text === undefined || personalKey.test(key)) return [];
    const isAddress = /^https?:\/\//i.test(text);
    const [name, base] = findAccount(key) ?? [capitalize(key), ''];
    if ((!isAddress && base === '' && key !== 'email') || isThemeDefault(text)) return [];
    const url = isAddress
      ? text
      : key === 'email'
        ? `mailto:${text}`
        : base + text.replace(/^@/, '');
    const icon = findOwn(iconNames, name) ?? name.toLowerCase();
    const link = toLink(url, name, findIcon(icon) ? icon : undefined, undefined);
    return [{ ...link, from: { url: value }, note: formatSources([value]) ?? '' }];
  });
}

function findAccount(key: string) {
  const word = key.toLowerCase();
  return word === 'email'
    ? (['E-mail', ''] as const)
    : (findOwn(accounts, word.replaceAll('_', '')) ?? findOwn(accounts, word));
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).replace(/[_-]/g, ' ');
}

/** The contact details of a widget, from its own keys or from the configuration. */
export interface Contact {
  /** Details that are not links, as Markdown: the address, office hours, an obfuscated email address. */
  details: MarkdownPart[];
  /** Email address, phone number, accounts and lists of links. */
  links: OldValue[];
}

/** Returns the contact details of a widget, and records default values of the theme as unused. */
export function mapContact(widget: OldWidget, settings: OldSettings, usage: KeyUsage): Contact {
  const findDetail = (...keys: string[]): OldValue | undefined => {
    const value =
      findWidgetSetting(widget, ...keys) ?? settings.find(...keys.map((key) => `params.${key}`));
    if (!isThemeDefault(toText(value))) return value;
    usage.markUnused(value, themeDefaultReason);
    return undefined;
  };
  const appointment = findDetail('appointment_url');
  const appointmentUrl = toText(appointment);
  const email = findDetail('email');
  const isAddress = toText(email)?.includes('@') ?? false;
  const details = [
    isAddress ? undefined : toMarkdownPart(email),
    toMarkdownPart(findDetail('skype'), 'Skype: '),
    formatAddress(findDetail('address'), usage),
    toMarkdownPart(findDetail('directions')),
    toMarkdownPart(findDetail('office_hours')),
    appointmentUrl === undefined
      ? undefined
      : { text: `[Make an appointment](<${appointmentUrl}>)`, from: [appointment] },
  ];
  const otherKeys = ['phone', 'telegram', 'keybase', 'discussion', 'contact_links'];
  const links = [isAddress ? email : undefined, ...otherKeys.map((key) => findDetail(key))];
  return {
    details: details.filter((one) => one !== undefined),
    links: links.filter((one) => one !== undefined),
  };
}

function formatAddress(address: OldValue | undefined, usage: KeyUsage): MarkdownPart | undefined {
  if (!isMap(address?.value)) return toMarkdownPart(address);
  const street = findFirstValue(address, 'street');
  if (isThemeDefault(toText(street))) {
    usage.markUnused(address, themeDefaultReason);
    return undefined;
  }
  const parts = ['street', 'city', 'region', 'postcode', 'country'].map((key) =>
    findFirstValue(address, key),
  );
  const [streetText, city, region, postcode, country] = parts.map((part) => toText(part));
  const area = [region, postcode].filter(Boolean).join(' ');
  const text = [streetText, city, area, country].filter(Boolean).join(', ');
  const code = findFirstValue(address, 'country_code');
  if (country) usage.markUnused(code, 'The name of the country is shown instead.');
  return text === '' ? undefined : { text, from: parts };
}

function toMarkdownPart(old: OldValue | undefined, before = ''): MarkdownPart | undefined {
  if (!Array.isArray(old?.value)) {
    const text = toText(old);
    return text === undefined ? undefined : { text: before + text, from: [old] };
  }
  const items = toItems(old).filter((item) => toText(item) !== undefined);
  if (items.length === 0) return undefined;
  return { text: items.map((item) => `- ${toText(item)}`).join('\n'), from: items };
}
