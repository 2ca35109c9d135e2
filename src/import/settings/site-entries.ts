import { isMap } from '../../schema/describe.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findFirstValue,
  hasFile,
  toItems,
  type OldValue,
  readOldPage,
  stripHtml,
  toText,
} from '../old-site/old-values.ts';
import type { YamlEntry } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
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
    ...toTimeZoneEntries(site, settings),
    ...toTimesEntries(site),
  ];
}

/** Returns `url` and `base`. Hugo has both in one key, Jekyll in two. */
function toAddressEntries(site: OldSite, settings: OldSettings, usage: KeyUsage): YamlEntry[] {
  const isJekyll = site.theme === 'academicpages';
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

/** Default time zones of templates. */
const templateTimeZones = /^(America\/Los_Angeles|Etc\/UTC)$/;

function toTimeZoneEntries(site: OldSite, settings: OldSettings): YamlEntry[] {
  const zone = settings.find('timeZone');
  if (!zone) return countTalkTimes(site).z > 0 ? [unknownZone] : [];
  const text = toText(zone) ?? '';
  const warning = templateTimeZones.test(text)
    ? '. This is the default of the template. Write your own time zone'
    : '';
  const note = `from ${zone.file.split('/').at(-1)}: ${zone.key}${warning}`;
  return [{ key: 'timezone', value: text, from: [zone], note }];
}

/** Hugo Academic showed times without a zone, so few authors set one. */
const unknownZone: YamlEntry = {
  ...{ key: 'timezone', value: 'UTC', from: [] },
  note:
    'The old site has no time zone. Write your own, such as Europe/Vienna. Until then, times of talks\n' +
    'are shown as UTC.',
};

function toTimesEntries(site: OldSite): YamlEntry[] {
  const times = countTalkTimes(site);
  if (!zMeansLocal(times)) return [];
  const note =
    `${times.z === 1 ? '1 talk time ends' : `${times.z} talk times end`} in Z. The old theme added the Z, but showed the times as local times.\n` +
    'Delete these lines if you meant UTC.';
  return [{ key: 'times', value: { z: 'local' }, from: [], note }];
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

const talkFile = /^(talks?|events?|_talks)\/.*\.(md|markdown)$/i;
const timeKey = /^(date|date_end|time_start|time_end|event_start|event_end)$/i;

/** How times of talks end in the old site. Midnight does not count as a time of day. */
interface TalkTimes {
  /** In Z. */
  z: number;
  /** Of those, the ones between 22:00 and 06:00. */
  atNight: number;
  /** In an offset, such as +02:00. */
  offset: number;
}

/** Counts the times of talks by their endings. */
function countTalkTimes(site: OldSite): TalkTimes {
  const ownPath = createDefaultLanguagePath(site);
  const times = site.files
    .filter(({ path }) => talkFile.test(ownPath(path) ?? path) && !/_index\.md$/.test(path))
    .flatMap(({ path }) => {
      const { value, ...place } = readOldPage(site, path).data;
      const keys = Object.entries(isMap(value) ? value : {}).filter(([key]) => timeKey.test(key));
      return keys.flatMap(([, time]) => toText({ ...place, value: time }) ?? []);
    });
  const z = times.filter((time) => /T\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z$/i.test(time));
  const hours = z
    .filter((time) => !/T0?0:00/.test(time))
    .map((time) => Number(/T(\d+)/i.exec(time)?.[1]));
  return {
    z: z.length,
    atNight: hours.filter((hour) => hour >= 22 || hour < 6).length,
    offset: times.filter((time) => /T.*[+-]\d{2}:?\d{2}$/.test(time)).length,
  };
}

/**
 * Returns whether times in Z are local times. The templates of the themes had `T13:00:00Z`, and their pages
 * showed the time without the zone, so authors wrote local times. Authors who often write offsets, or
 * give talks at night, may have meant UTC: a message asks them instead.
 */
function zMeansLocal({ z, atNight, offset }: TalkTimes): boolean {
  return z > offset && atNight * 4 <= z;
}
