import { escapeTex } from '../page/tex.ts';
import type { TalkDelivery } from './talk-deliveries.ts';
import { formatDay } from '../page/format-when.ts';

/** A talk at one of its deliveries, as one line of a list of references. `url` is absolute. */
export function citeTalkAsText(
  { talk, delivery }: TalkDelivery,
  url: string,
  language: string,
): string {
  const day = formatDay(delivery.when, language);
  const event = delivery.event?.name.text;
  const held = [event && `Talk at ${event}`, delivery.place?.full.text, day]
    .filter(Boolean)
    .join(', ');
  const title = talk.title.text.replace(/(?<![.?!…])$/, '.');
  return `${talk.speakers.join(', ')}. “${title}” ${event ? held : `Talk, ${held}`}. ${url}`;
}

/** A BibTeX `@misc` entry. The title keeps the author's TeX. */
export function citeTalkAsBibtex(
  occasion: TalkDelivery,
  written: { title: string },
  url: string,
): string {
  const { talk, delivery } = occasion;
  const { year, month } = delivery.when.start;
  const event = delivery.event?.name.text;
  const fields: [string, string | undefined][] = [
    ['author', talk.speakers.map(escapeTex).join(' and ')],
    ['title', `{${escapeTexOutsideMath(written.title)}}`],
    ['year', String(year)],
    ['month', String(month)],
    ['howpublished', event && escapeTex(`Talk at ${event}`)],
    ['address', delivery.place && escapeTex(delivery.place.full.text)],
    ['url', url],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return [`@misc{${citeKey(occasion)},`, ...lines, '}'].join('\n');
}

/** Family name, year, first long word of the title: `name2021compression`. */
function citeKey({ talk, delivery }: TalkDelivery): string {
  const family = talk.speakers[0]?.split(/\s+/).at(-1) ?? '';
  const word = talk.title.text.split(/\s+/).find((part) => part.length > 3) ?? talk.slug;
  return [family, delivery.when.start.year, word].map((part) => toAscii(String(part))).join('');
}

function toAscii(text: string): string {
  const plain = text.normalize('NFD').toLowerCase();
  return plain.replace(/[^a-z0-9]/g, '');
}

/** A formula by the rule of `dollar-math.ts`: no blank inside its dollars, no digit behind. */
const formula = /((?<!\\)\$(?![\s$])(?:\\.|[^$\\])*(?<!\s)\$(?!\d))/s;

function escapeTexOutsideMath(text: string): string {
  return text
    .split(formula)
    .map((part, i) => (i % 2 === 1 ? part : escapeTex(part)))
    .join('');
}
