import { encodePath } from '../../model/site/url.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { accountLinks } from './account-links.ts';
import type { Ledger } from './ledger.ts';
import { toLink } from './link-item.ts';
import { fromWhere, type Item } from './noted-yaml.ts';
import { hasFile, firstInside, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import type { OldOwner } from './old-owner.ts';
import type { OldSettings } from './old-settings.ts';

/**
 * The links of the owner, each address once: those of the configuration, and what a contact widget says
 * besides. An owner's own file keeps the links that are in it.
 */
export function siteLinks(
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
  contacts: readonly OldValue[],
  ledger: Ledger,
): Item[] {
  const social = owner ? [] : socialLinks(settings.find('params.social'), site);
  const accounts = accountLinks(settings.find('author'));
  const others = contacts.flatMap((old) => contactLink(old, site));
  const own = ['social', 'profiles', 'links'].flatMap((key) => itemsOf(owner?.find(key)));
  const taken = new Set(
    own.map((item) => addressOf(textOf(firstInside(item, 'link', 'url')), site)),
  );
  return [...social, ...accounts, ...others].filter(({ value, from }) => {
    const { url } = value as { url: string };
    const isNew = !taken.has(url);
    taken.add(url);
    if (!isNew) for (const old of Object.values(from)) ledger.leave(old, isAmongLinks);
    return isNew;
  });
}

const isAmongLinks = 'Another link has the same address.';

/** What a contact widget says: mail, a number to call, the name of an account, or a list of links. */
function contactLink(old: OldValue, site: OldSite): Item[] {
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
    const link = firstInside(item, 'link', 'url');
    const url = addressOf(textOf(link), site);
    if (url === undefined) return [];
    const [icon, pack] = [firstInside(item, 'icon'), firstInside(item, 'icon_pack')];
    const label = firstInside(item, 'label', 'name', 'text');
    return [
      {
        ...toLink(url, textOf(label), textOf(icon), textOf(pack)),
        from: { name: label, url: link, icon, icon_pack: pack },
        note: fromWhere([item]) ?? '',
      },
    ];
  });
}

/** An address of the new site or of another; undefined for a part of the old home page. */
export function addressOf(written: string | undefined, site: OldSite): string | undefined {
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
