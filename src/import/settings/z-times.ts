import { isMap } from '../../schema/describe.ts';
import { createDefaultLanguagePath } from '../old-site/hugo-folders.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { readOldPage, textOf } from '../old-site/old-values.ts';

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
