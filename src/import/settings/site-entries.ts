import { getGenerator } from '../old-site/detect-generator.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findFirstValue,
  hasFile,
  toItems,
  type OldValue,
  stripHtml,
  toText,
} from '../old-site/old-values.ts';
import type { YamlEntry } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import { toTimeEntries } from './talk-times.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { type OldWidget, peopleKinds, findWidgetSetting } from './widgets.ts';
import { findOwn } from '../../schema/own-value.ts';

/** Returns one entry for a text, unless it is a default of the theme. */
function toEntry(key: string, old: OldValue | undefined, usage: KeyUsage): YamlEntry[] {
  const text = stripHtml((toText(old) ?? '').replace(/\s*<br\s*\/?>\s*/gi, ', ')) || undefined;
  if (!old || text === undefined) return [];
  if (!isThemeDefault(text)) return [{ key, value: text, from: [old] }];
  usage.markUnused(old, themeDefaultReason);
  return [];
}

/** Returns the role and affiliation of an owner without a file. */
export function toOwnerEntries(settings: OldSettings, usage: KeyUsage): YamlEntry[] {
  const [firstEmployer, ...otherEmployers] = toItems(settings.find('params.organizations'));
  const employer = firstEmployer ?? settings.find('params.organization', 'author.employer');
  const name = findFirstValue(employer, 'name') ?? employer;
  const url = findFirstValue(employer, 'url') ?? settings.find('params.organization_url');
  const nameText = toText(name);
  for (const one of otherEmployers)
    usage.markUnused(one, 'The header of the site shows only one affiliation.');
  const affiliation = { name: nameText, ...(toText(url) && { url: toText(url) }) };
  const entry = {
    key: 'affiliation',
    value: affiliation,
    from: [name, url].filter((one) => one !== undefined),
  };
  if (isThemeDefault(nameText)) usage.markUnused(name, themeDefaultReason);
  return [
    ...toEntry('role', settings.find('params.role', 'author.bio'), usage),
    ...(nameText === undefined || isThemeDefault(nameText) ? [] : [entry]),
  ];
}

/** Returns the description, address, icon, accent, language and time zone of the site. */
export function toSiteEntries(site: OldSite, settings: OldSettings, usage: KeyUsage): YamlEntry[] {
  const description = settings.find(
    'params.description',
    'params.marketing.seo.description',
    'params.seo.description',
    'params.identity.description',
    'params.hugoblox.identity.description',
    'description',
    'params.hugoblox.identity.tagline',
  );
  return [
    ...toEntry('description', description, usage),
    ...toAddressEntries(site, settings, usage),
    ...toIconEntries(site),
    ...toAccentEntries(settings, usage),
    ...toLanguageEntries(site, settings),
    ...toTimeEntries(site, settings),
  ];
}

/** Returns `url` and `base`. Hugo has both in one key, Jekyll in two. */
function toAddressEntries(site: OldSite, settings: OldSettings, usage: KeyUsage): YamlEntry[] {
  const isJekyll = getGenerator(site) === 'jekyll';
  const path = settings.find('baseURL');
  const host = isJekyll ? settings.find('url') : path;
  const text = toText(host);
  if (!host || text === undefined) return toDomainEntries(site);
  if (isThemeDefault(text)) {
    usage.markUnused(host, themeDefaultReason);
    return toDomainEntries(site);
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    usage.markUnused(host, 'Not a full address, such as https://example.org.');
    return toDomainEntries(site);
  }
  const base = `${url.pathname}${isJekyll ? (toText(path) ?? '') : ''}`
    .replace(/\/+/g, '/')
    .replace(/\/$/, '');
  return [
    { key: 'url', value: url.origin, from: [host] },
    ...(base === '' || base === '/'
      ? []
      : [{ key: 'base', value: base, from: isJekyll && path ? [host, path] : [host] }]),
  ];
}

/** Returns the custom domain of GitHub Pages as `url`. */
function toDomainEntries(site: OldSite): YamlEntry[] {
  const path = ['static/CNAME', 'CNAME'].find((one) => hasFile(site, one));
  const domain = path === undefined ? '' : site.read(path).trim();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain)) return [];
  return [{ key: 'url', value: `https://${domain.toLowerCase()}`, from: [], note: `from ${path}` }];
}

function toIconEntries(site: OldSite): YamlEntry[] {
  const places: readonly [string, string][] = [
    ['static/img/icon.png', 'img/icon.png'],
    ['static/images/icon.png', 'images/icon.png'],
    ['assets/images/icon.png', 'images/icon.png'],
    ['assets/media/icon.png', 'media/icon.png'],
    ['assets/media/icon.svg', 'media/icon.svg'],
    ['images/favicon.svg', 'images/favicon.svg'],
    ['images/favicon-32x32.png', 'images/favicon-32x32.png'],
  ];
  const [file, value] = places.find(([path]) => hasFile(site, path)) ?? [];
  return file === undefined ? [] : [{ key: 'icon', value, from: [], note: `from ${file}` }];
}

function toAccentEntries(settings: OldSettings, usage: KeyUsage): YamlEntry[] {
  const colour = settings.find(
    'params.appearance.color',
    'params.hugoblox.theme.colors.primary',
    'params.theme.colors.primary',
    'params.appearance.primary_color',
  );
  const accent = toAccent(toText(colour));
  if (accent !== undefined) return [{ key: 'accent', value: accent, from: colour ? [colour] : [] }];
  usage.markUnused(
    colour,
    'The default colour of the old theme, or not a plain colour. Lectern uses its own accent colour.',
  );
  return [];
}

function toLanguageEntries(site: OldSite, settings: OldSettings): YamlEntry[] {
  if (site.language === undefined) return [];
  const source = settings.find(
    `languages.${settings.language}.languageCode`,
    `languages.${settings.language}.locale`,
    'languageCode',
    'defaultContentLanguage',
    'locale',
    'lang',
  );
  return [{ key: 'language', value: site.language, from: source ? [source] : [] }];
}

/** Returns the groups of people, in the order of the widget that showed them. */
export function toGroupEntries(widgets: readonly OldWidget[]): YamlEntry[] {
  const widget = widgets.find(
    ({ kind, hiddenReason }) => peopleKinds.test(kind) && hiddenReason === undefined,
  );
  const groups = widget && findWidgetSetting(widget, 'user_groups');
  const names = toItems(groups).flatMap((one) => toText(one) ?? []);
  return groups && names.length > 0 ? [{ key: 'people_groups', value: names, from: [groups] }] : [];
}

/** Colours that HugoBlox names, in the shade in which it sets links: those of Tailwind CSS. */
const namedColours: Readonly<Record<string, string>> = {
  red: '#b91c1c',
  orange: '#c2410c',
  amber: '#b45309',
  yellow: '#a16207',
  lime: '#4d7c0f',
  green: '#15803d',
  emerald: '#047857',
  teal: '#0f766e',
  cyan: '#0e7490',
  sky: '#0369a1',
  blue: '#1d4ed8',
  violet: '#6d28d9',
  purple: '#7e22ce',
  fuchsia: '#a21caf',
  pink: '#be185d',
  rose: '#be123c',
};

/** Returns the colour of the old theme, unless it is indigo, the default, or not a plain colour. */
function toAccent(colour: string | undefined): string | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(colour ?? '')?.[1];
  return digits === undefined
    ? findOwn(namedColours, colour?.toLowerCase() ?? '')
    : `#${digits.toLowerCase()}`;
}
