import { escapeTex } from '../page/tex.ts';
import { simplifyTitle } from '../page/title-markup.ts';
import { toTexText } from '../page/title-text.ts';
import type { TalkDelivery } from './talk-deliveries.ts';
import { formatDay } from '../page/format-when.ts';

/** Formats a talk at one of its deliveries as an entry of a bibliography. `url` is absolute. */
export function citeTalkAsText(
  { talk, delivery }: TalkDelivery,
  url: string,
  language: string,
): string {
  const day = formatDay(delivery.when, language);
  const event = delivery.event?.name.text;
  const details = [event && `Talk at ${event}`, delivery.place?.full.text, day]
    .filter(Boolean)
    .join(', ');
  const title = talk.title.text.replace(/(?<![.?!…])$/, '.');
  return `${talk.speakers.join(', ')}. “${title}” ${event ? details : `Talk, ${details}`}. ${url}`;
}

/** Formats a talk as a BibTeX entry `@misc`. The title keeps the TeX of the author. */
export function citeTalkAsBibtex(
  talkDelivery: TalkDelivery,
  raw: { title: string },
  url: string,
): string {
  const { talk, delivery } = talkDelivery;
  const { year, month, precision } = delivery.when.start;
  const event = delivery.event?.name.text;
  const fields: [string, string | undefined][] = [
    ['author', talk.speakers.map(escapeTex).join(' and ')],
    ['title', `{${toTexText(simplifyTitle(raw.title))}}`],
    ['year', String(year)],
    ['month', precision === 'year' ? undefined : String(month)],
    ['howpublished', event && escapeTex(`Talk at ${event}`)],
    ['address', delivery.place && escapeTex(delivery.place.full.text)],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${toCiteKey(talkDelivery)},`, ...lines, '}'].join('\n');
}

/** Returns the family name, the year and the first long word of the title: `name2021compression`. */
function toCiteKey({ talk, delivery }: TalkDelivery): string {
  const family = talk.speakers[0]?.split(/\s+/).at(-1) ?? '';
  const word = talk.title.text.split(/\s+/).find((part) => part.length > 3) ?? talk.slug;
  return [family, delivery.when.start.year, word].map((part) => toAscii(String(part))).join('');
}

function toAscii(text: string): string {
  const ascii = text.normalize('NFD').toLowerCase();
  return ascii.replace(/[^a-z0-9]/g, '');
}
