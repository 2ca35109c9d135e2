import { isMap } from '../../schema/describe.ts';
import { createDefaultLanguagePath } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  firstValueAt,
  hasFile,
  itemsOf,
  type OldValue,
  readOldPage,
  textOf,
} from '../old-site/old-values.ts';
import type { Line } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import { isThemeDefault, themeDefaultReason } from './theme-defaults.ts';
import { type OldWidget, peopleKinds, widgetSetting } from './widgets.ts';

/** Returns one line for a text, unless it is a default of the theme. */
function toLine(key: string, old: OldValue | undefined, usage: KeyUsage): Line[] {
  const text = textOf(old)?.replace(/\s+/g, ' ');
  if (!old || text === undefined) return [];
  if (!isThemeDefault(text)) return [{ key, value: text, from: [old] }];
  usage.markUnused(old, themeDefaultReason);
  return [];
}

/** Returns the role and affiliation of an owner without a file. */
export function ownerLines(settings: OldSettings, usage: KeyUsage): Line[] {
  const [first, ...others] = itemsOf(settings.find('params.organizations'));
  const employer = first ?? settings.find('params.organization', 'author.employer');
  const name = firstValueAt(employer, 'name') ?? employer;
  const url = firstValueAt(employer, 'url') ?? settings.find('params.organization_url');
  const words = textOf(name);
  for (const one of others)
    usage.markUnused(one, 'The header of the site shows only one affiliation.');
  const affiliation = { name: words, ...(textOf(url) && { url: textOf(url) }) };
  const line = {
    key: 'affiliation',
    value: affiliation,
    from: [name, url].filter((one) => one !== undefined),
  };
  if (isThemeDefault(words)) usage.markUnused(name, themeDefaultReason);
  return [
    ...toLine('role', settings.find('params.role', 'author.bio'), usage),
    ...(words === undefined || isThemeDefault(words) ? [] : [line]),
  ];
}

/** Returns the description, address, icon, accent, language and time zone of the site. */
export function placeLines(site: OldSite, settings: OldSettings, usage: KeyUsage): Line[] {
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
    ...toLine('description', description, usage),
    ...addressLines(site, settings, usage),
    ...iconLines(site),
    ...accentLines(settings, usage),
    ...languageLines(site, settings),
    ...zoneLines(site, settings),
    ...timesLines(site),
  ];
}

/** Returns `url` and `base`. Hugo has both in one key, Jekyll in two. */
function addressLines(site: OldSite, settings: OldSettings, usage: KeyUsage): Line[] {
  const isJekyll = site.theme === 'academicpages';
  const path = settings.find('baseURL');
  const host = isJekyll ? settings.find('url') : path;
  const text = textOf(host);
  if (!host || text === undefined) return domainLines(site);
  if (isThemeDefault(text)) {
    usage.markUnused(host, themeDefaultReason);
    return domainLines(site);
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    usage.markUnused(host, 'Not a full address, such as https://example.org.');
    return domainLines(site);
  }
  const base = `${url.pathname}${isJekyll ? (textOf(path) ?? '') : ''}`
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
function domainLines(site: OldSite): Line[] {
  const path = ['static/CNAME', 'CNAME'].find((one) => hasFile(site, one));
  const domain = path === undefined ? '' : site.read(path).trim();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain)) return [];
  return [{ key: 'url', value: `https://${domain.toLowerCase()}`, from: [], note: `from ${path}` }];
}

function iconLines(site: OldSite): Line[] {
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

function accentLines(settings: OldSettings, usage: KeyUsage): Line[] {
  const colour = settings.find(
    'params.appearance.color',
    'params.hugoblox.theme.colors.primary',
    'params.theme.colors.primary',
    'params.appearance.primary_color',
  );
  const accent = toAccent(textOf(colour));
  if (accent !== undefined) return [{ key: 'accent', value: accent, from: colour ? [colour] : [] }];
  usage.markUnused(
    colour,
    'The default colour of the old theme, or not a plain colour. Lectern uses its own accent colour.',
  );
  return [];
}

function languageLines(site: OldSite, settings: OldSettings): Line[] {
  if (site.language === undefined) return [];
  const own = settings.find(
    `languages.${settings.language}.languageCode`,
    `languages.${settings.language}.locale`,
    'languageCode',
    'defaultContentLanguage',
    'locale',
    'lang',
  );
  return [{ key: 'language', value: site.language, from: own ? [own] : [] }];
}

/** Default time zones of templates. */
const zonesOfTemplates = /^(America\/Los_Angeles|Etc\/UTC)$/;

function zoneLines(site: OldSite, settings: OldSettings): Line[] {
  const zone = settings.find('timeZone');
  if (!zone) return countTalkTimes(site).z > 0 ? [unknownZone] : [];
  const text = textOf(zone) ?? '';
  const doubt = zonesOfTemplates.test(text)
    ? '. This is the default of the template. Write your own time zone'
    : '';
  const note = `from ${zone.file.split('/').at(-1)}: ${zone.key}${doubt}`;
  return [{ key: 'timezone', value: text, from: [zone], note }];
}

/** Hugo Academic showed times without a zone, so few authors set one. */
const unknownZone: Line = {
  ...{ key: 'timezone', value: 'UTC', from: [] },
  note:
    'The old site has no time zone. Write your own, such as Europe/Vienna. Until then, times of talks\n' +
    'are shown as UTC.',
};

function timesLines(site: OldSite): Line[] {
  const times = countTalkTimes(site);
  if (!zMeansLocal(times)) return [];
  const note =
    `${times.z === 1 ? '1 talk time ends' : `${times.z} talk times end`} in Z. The old theme added the Z, but showed the times as local times.\n` +
    'Delete these lines if you meant UTC.';
  return [{ key: 'times', value: { z: 'local' }, from: [], note }];
}

/** Returns the groups of people, in the order of the widget that showed them. */
export function groupLines(widgets: readonly OldWidget[]): Line[] {
  const widget = widgets.find(
    ({ kind, hiddenReason }) => peopleKinds.test(kind) && hiddenReason === undefined,
  );
  const groups = widget && widgetSetting(widget, 'user_groups');
  const names = itemsOf(groups).flatMap((one) => textOf(one) ?? []);
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
function toAccent(written: string | undefined): string | undefined {
  const digits = /^#?([0-9a-f]{6})$/i.exec(written ?? '')?.[1];
  return digits === undefined
    ? namedColours[written?.toLowerCase() ?? '']
    : `#${digits.toLowerCase()}`;
}

const talkFile = /^(talks?|events?|_talks)\/.*\.(md|markdown)$/i;
const timeKey = /^(date|date_end|time_start|time_end|event_start|event_end)$/i;

/** How times of talks end in the old site. Midnight is no time of day. */
interface TalkTimes {
  /** In Z. */
  z: number;
  /** Of those, ones between ten in the evening and six in the morning. */
  atNight: number;
  /** In an offset, such as +02:00. */
  offset: number;
}

export function countTalkTimes(site: OldSite): TalkTimes {
  const ownPath = createDefaultLanguagePath(site);
  const times = site.files
    .filter(({ path }) => talkFile.test(ownPath(path) ?? path) && !/_index\.md$/.test(path))
    .flatMap(({ path }) => {
      const { value, ...place } = readOldPage(site, path).data;
      const keys = Object.entries(isMap(value) ? value : {}).filter(([key]) => timeKey.test(key));
      return keys.flatMap(([, written]) => textOf({ ...place, value: written }) ?? []);
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
 * Whether times in Z are local times. The templates of the themes had `T13:00:00Z`, and their pages
 * showed the time without the zone, so authors wrote local times. Authors who often write offsets, or
 * give talks at night, may have meant UTC: a message asks them instead.
 */
export function zMeansLocal({ z, atNight, offset }: TalkTimes): boolean {
  return z > offset && atNight * 4 <= z;
}
