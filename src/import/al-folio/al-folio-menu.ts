import { isMap } from '../../schema/describe.ts';
import type { PlannedAddresses } from '../convert/planned-addresses.ts';
import { readText } from '../convert/converted-page.ts';
import {
  findValue,
  hasFile,
  type OldValue,
  readOldPage,
  stripHtml,
  toItems,
} from '../old-site/old-values.ts';
import { formatSources, type YamlItem } from '../settings/annotated-yaml.ts';
import type { AlFolioSite } from './al-folio-site.ts';

/** Sections by the names of the pages of al-folio that list them. */
const sectionsByPage: readonly [RegExp, string][] = [
  [/^(publications?|papers?)$/, 'publications'],
  [/^(projects?|portfolio|research|software)$/, 'projects'],
  [/^(blog|news|posts?|books?|bookshelf|reading)$/, 'posts'],
  [/^(talks?|presentations?|events?)$/, 'talks'],
  [/^(teaching|courses?|teachings)$/, 'teaching'],
  [/^(people|team|members|group)$/, 'people'],
];

/** Finds the address in the new site for a path of the menu. */
export function createTargetFinder(
  site: AlFolioSite,
  planned: PlannedAddresses,
  hasCv: boolean,
): (address: string) => string | undefined {
  const files = new Map(
    site.old.files.flatMap(({ path }) => {
      const address = site.findAddress(path);
      return address === undefined ? [] : [[toKey(address), path] as const];
    }),
  );
  return (address) => {
    if (/^https?:\/\//i.test(address)) return address;
    const key = toKey(address);
    if (key === '') return '/';
    const file = files.get(key);
    const page = file === undefined ? undefined : planned.findPage(file);
    if (page !== undefined) return page;
    const name = key.split('/').at(-1) ?? '';
    if (/^(cv|resume|vita)$/.test(name)) return hasCv ? '/cv/' : undefined;
    const section = sectionsByPage.find(([pattern]) => pattern.test(name))?.[1];
    const list = section === undefined ? undefined : planned.findSection(section);
    return list ?? (hasFile(site.old, key) ? `/${key}` : undefined);
  };
}

function toKey(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^\/+|\/+$|\.html$/g, '');
}

/** An entry of the menu of al-folio: a page with `nav: true`, or an entry of its submenu. */
interface MenuEntry {
  title: string;
  address: string;
  source: OldValue;
}

/** Returns the menu: the pages with `nav: true` by their `nav_order`, and their submenus in their places. */
export function toMenu(
  site: AlFolioSite,
  findTarget: (address: string) => string | undefined,
  onUnused: (entry: OldValue, reason: string) => void,
): YamlItem[] {
  const taken = new Set<string>();
  return listEntries(site).flatMap(({ title, address, source }): YamlItem[] => {
    const url = findTarget(address);
    if (url === undefined || taken.has(url)) {
      const reason =
        url === undefined
          ? `The new site has no page for ${address}.`
          : 'Another entry links to the same page.';
      onUnused(source, reason);
      return [];
    }
    taken.add(url);
    return [
      { value: { name: title, url }, from: { url: source }, note: formatSources([source]) ?? '' },
    ];
  });
}

function listEntries(site: AlFolioSite): MenuEntry[] {
  const pages = site.old.files
    .map(({ path }) => path)
    .filter((path) => /\.(md|markdown|html)$/i.test(path) && /^(_pages\/|[^_])/.test(path))
    .flatMap((path) => {
      const address = site.findAddress(path);
      if (address === undefined) return [];
      const { data } = readOldPage(site.old, path);
      if (findValue(data, 'nav')?.value !== true) return [];
      const order = Number(readText(findValue(data, 'nav_order')?.value));
      return [{ address, data, order: Number.isFinite(order) ? order : Infinity }];
    });
  const sorted = pages.toSorted((a, b) => (a.order === b.order ? 0 : a.order - b.order));
  return sorted.flatMap(({ address, data }): MenuEntry[] => {
    const children = toItems(findValue(data, 'children'));
    if (children.length > 0) return children.flatMap(toChild);
    const source = findValue(data, 'title') ?? data;
    const title = readTitle(source.value);
    return title === undefined ? [] : [{ title, address, source }];
  });
}

function toChild(child: OldValue): MenuEntry[] {
  if (!isMap(child.value)) return [];
  const source = findValue(child, 'title') ?? child;
  const title = readTitle(source.value);
  const address = readText(child.value['permalink']);
  if (title === undefined || address === undefined || title === 'divider') return [];
  return [{ title, address, source }];
}

function readTitle(value: unknown): string | undefined {
  return stripHtml(readText(value) ?? '') || undefined;
}
