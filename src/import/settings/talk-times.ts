import { isMap } from '../../schema/describe.ts';
import { readOldPage, toText } from '../old-site/old-values.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { ZonelessTimes } from '../plan/plan.ts';
import type { YamlEntry } from './annotated-yaml.ts';
import type { OldSettings } from './old-settings.ts';

/** Returns `timezone`, and `times` if the old site wrote local times in Z. */
export function toTimeEntries(site: OldSite, settings: OldSettings): YamlEntry[] {
  return [...toTimeZoneEntries(settings), ...toTimesEntries(site)];
}

/** Counts the times of talks without a time zone, and returns the zone in which they are read. */
export function findZonelessTimes(site: OldSite, settings: OldSettings): ZonelessTimes | undefined {
  const times = countTalkTimes(site);
  const count = times.zoneless + (zMeansLocal(times) ? times.z - times.midnightZ : 0);
  const zone = toText(settings.find('timeZone'));
  if (count === 0) return undefined;
  return { count, ...(zone !== undefined && { zone, isDefault: templateTimeZones.test(zone) }) };
}

/** Default time zones of templates. */
const templateTimeZones = /^(America\/Los_Angeles|Etc\/UTC)$/;

function toTimeZoneEntries(settings: OldSettings): YamlEntry[] {
  const zone = settings.find('timeZone');
  if (!zone) return [];
  const text = toText(zone) ?? '';
  const warning = templateTimeZones.test(text)
    ? '. This is the default of the template. Write your own time zone'
    : '';
  const note = `from ${zone.file.split('/').at(-1)}: ${zone.key}${warning}`;
  return [{ key: 'timezone', value: text, from: [zone], note }];
}

function toTimesEntries(site: OldSite): YamlEntry[] {
  const times = countTalkTimes(site);
  if (!zMeansLocal(times)) return [];
  const note =
    `${times.z === 1 ? '1 talk time ends' : `${times.z} talk times end`} in Z. The old theme added the Z, but showed the times as local times.\n` +
    'Delete these lines if you meant UTC.';
  return [{ key: 'times', value: { z: 'local' }, from: [], note }];
}

const talkFile = /^(talks?|events?|_talks)\/.*\.(md|markdown)$/i;
const timeKey = /^(date|date_end|time_start|time_end|event_start|event_end)$/i;

/** How times of talks end in the old site. Midnight does not count as a time of day. */
interface TalkTimes {
  /** In Z. */
  z: number;
  /** Of those, the ones between 22:00 and 06:00. */
  atNight: number;
  /** Of those in Z, midnight: the times of days. */
  midnightZ: number;
  /** In an offset, such as +02:00. */
  offset: number;
  /** In neither, midnight aside. */
  zoneless: number;
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
  const isMidnight = (time: string) => /[T ]0?0:00/.test(time);
  const hours = z
    .filter((time) => !isMidnight(time))
    .map((time) => Number(/T(\d+)/i.exec(time)?.[1]));
  const clockTimes = times.filter((time) =>
    /^\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/i.test(time),
  );
  return {
    z: z.length,
    midnightZ: z.length - hours.length,
    zoneless: clockTimes.filter((time) => !isMidnight(time)).length,
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
