import type { PlannedAddresses } from '../convert/planned-addresses.ts';
import { readText } from '../convert/converted-page.ts';
import { isMap } from '../../schema/describe.ts';
import { findIcon } from '../../model/page/icons.ts';
import {
  findFirstValue,
  findValue,
  hasFile,
  type OldValue,
  stripHtml,
  toItems,
  toText,
} from '../old-site/old-values.ts';
import type { QuartoPage } from '../old-site/quarto-project.ts';
import { formatSources, type YamlItem } from '../settings/annotated-yaml.ts';
import type { QuartoSite } from './quarto-site.ts';

/** The menu and the accounts of a Quarto website. */
export interface QuartoMenu {
  navigation: YamlItem[];
  links: YamlItem[];
}

/**
 * Reads the menu from the navbar, with its menus and sidebars in their places. Entries that link to other sites and
 * have an icon are accounts.
 * @param about The links of the `about` page.
 */
export function readQuartoMenu(
  site: QuartoSite,
  planned: PlannedAddresses,
  about: OldValue | undefined,
  onUnused: (entry: OldValue, reason: string) => void,
): QuartoMenu {
  const config = site.old.configs[0];
  const root = config && { value: config.data, file: config.path, key: '' };
  const navbar = findValue(root, 'website', 'navbar');
  const sidebars = toItems(findValue(root, 'website', 'sidebar'));
  const groups = ['left', 'right', 'tools'].flatMap((key) => toItems(findValue(navbar, key)));
  const entries = (groups.length > 0 ? groups : sidebars).flatMap((entry) =>
    flatten(entry, sidebars),
  );
  const navigation: YamlItem[] = [];
  const links: YamlItem[] = [];
  const taken = new Set<string>();
  const add = (
    list: YamlItem[],
    name: string,
    url: string,
    icon: string | undefined,
    source: OldValue,
  ) => {
    if (taken.has(url)) return onUnused(source, 'Another entry links to the same page.');
    taken.add(url);
    const hasIcon = icon !== undefined && findIcon(icon) !== undefined;
    list.push({
      value: { name, url, ...(hasIcon && { icon }) },
      from: { url: source },
      note: formatSources([source]) ?? '',
    });
  };
  for (const entry of [...toItems(about), ...entries]) {
    const address = toText(entry) ?? toText(findFirstValue(entry, 'href', 'file', 'url'));
    if (address === undefined) continue;
    const { icon, label } = readLabel(entry, site);
    if (/^(https?:|mailto:)/i.test(address)) {
      const name = label ?? toAccountName(address, icon);
      if (icon !== undefined || label === undefined || address.startsWith('mailto:')) {
        add(links, name, address.replace(/^mailto:\s+/, 'mailto:'), toIcon(icon), entry);
      } else add(navigation, name, address, undefined, entry);
      continue;
    }
    const url = findTarget(address, site, planned);
    const path = address.replace(/^(\.?\/)+/, '');
    const title = label ?? readText(site.pages.get(path)?.data['title']);
    if (url === undefined) onUnused(entry, `The new site has no page for ${address}.`);
    else if (title === undefined) onUnused(entry, 'The menu entry has no name.');
    else if (url !== '/') add(navigation, title, url, undefined, entry);
    else onUnused(entry, 'The name of the site in the header links to the home page.');
  }
  return { navigation, links };
}

/** Returns the entries of a menu or a sidebar one after the other. */
function flatten(entry: OldValue, sidebars: readonly OldValue[]): OldValue[] {
  const id = /^sidebar:(.+)$/.exec(toText(entry) ?? '')?.[1];
  const sidebar =
    id === undefined ? entry : sidebars.find((one) => toText(findValue(one, 'id')) === id);
  if (!sidebar) return [];
  const children = [
    ...toItems(findValue(sidebar, 'menu')),
    ...toItems(findValue(sidebar, 'contents')),
  ];
  if (children.length === 0) return [sidebar];
  const own = findFirstValue(sidebar, 'href', 'file')
    ? [{ ...sidebar, value: omitChildren(sidebar.value) }]
    : [];
  return [...own, ...children.flatMap((child) => flatten(child, sidebars))];
}

function omitChildren(value: unknown): unknown {
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !/^(menu|contents)$/.test(key)))
    : value;
}

/** Returns the words of an entry, and the icon of its key or of its shortcode. */
function readLabel(entry: OldValue, { old: _ }: QuartoSite): { icon?: string; label?: string } {
  const text = toText(findFirstValue(entry, 'text', 'title')) ?? '';
  const [, inText] =
    /\{\{<\s*(?:fa|ai|bi|iconify)\s+(?:(?:brands|solid|regular|fa6-brands|fa-brands|academicons|fa)\s+)?([\w-]+)/.exec(
      text,
    ) ?? [];
  const icon = toText(findValue(entry, 'icon')) ?? inText;
  const words = stripHtml(text.replace(/\{\{<[^}]*>\}\}/g, ''));
  const label = words || toText(findValue(entry, 'aria-label'));
  return { ...(icon !== undefined && { icon }), ...(label && { label }) };
}

function toIcon(icon: string | undefined): string | undefined {
  const names: Record<string, string> = {
    'twitter-x': 'x-twitter',
    envelope: 'envelope',
    'google-scholar-square': 'google-scholar',
  };
  return icon === undefined ? undefined : (names[icon] ?? icon);
}

function toAccountName(address: string, icon: string | undefined): string {
  if (address.startsWith('mailto:')) return 'E-mail';
  const host = URL.parse(address)?.hostname.replace(/^www\./, '') ?? address;
  const name = icon ?? host;
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}

/** Finds the address in the new site for a path of the menu. */
export function findTarget(
  address: string,
  site: QuartoSite,
  planned: PlannedAddresses,
): string | undefined {
  const path = address.replace(/[?#].*$/, '').replace(/^(\.?\/)+/, '');
  const page = findPage(path, site);
  if (page === undefined)
    return path !== '' && hasFile(site.old, path) ? `/${path}` : path === '' ? '/' : undefined;
  if (page.address === '/') return '/';
  const own = planned.findPage(page.path);
  if (own !== undefined) return own;
  const sections = (page.listed ?? []).flatMap((one) => planned.findPage(one)?.split('/')[1] ?? []);
  const [largest] = [...Map.groupBy(sections, (one) => one)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return planned.findSection(largest?.[0] ?? 'publications');
}

function findPage(path: string, { pages }: QuartoSite): QuartoPage | undefined {
  const names = [path, path.replace(/\.html$/, '.qmd'), `${path.replace(/\/$/, '')}/index.qmd`];
  return names.map((name) => pages.get(name)).find(Boolean);
}
