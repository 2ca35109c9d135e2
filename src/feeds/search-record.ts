import type { Delivery } from '../model/talk/delivery.ts';
import type { Occasion } from '../model/order.ts';
import type { PageFacts } from '../model/page-facts.ts';
import type { SearchRecord } from '../model/site/search-record.ts';
import { toTagSlug } from '../model/site/url.ts';
import { startInstant } from '../model/talk/when.ts';
import { formatDay } from '../model/talk/when-text.ts';
import { toSearchText } from './search-text.ts';

/**
 * A talk for the search, with the delivery that its hit shows. What is in `meta` is found as well,
 * the title before all else.
 * @param body The HTML that the talk's text below the front matter gives on its page.
 */
export function toSearchRecord(
  { talk, delivery }: Occasion,
  body: string,
  language: string,
): SearchRecord {
  const { title, subtitle, speakers, kind, summary, abstract, tags, deliveries } = talk;
  const others = deliveries.filter((held) => held !== delivery);
  const texts = [(abstract ?? summary)?.html, ...deliveries.map(({ note }) => note?.html), body];
  const meta = {
    title: title.text,
    subtitle: subtitle?.text,
    people: speakers.join(', '),
    event: delivery.event?.name.text,
    place: placeOf(delivery),
    day: formatDay(delivery.when, language),
    kind,
    tags: tags.map(({ name }) => name).join(', '),
    others: others.map((held) => describe(held, language)).join('; '),
  };
  return {
    url: talk.href,
    content: contentOf(texts),
    meta: present(meta),
    filters: {
      in: ['talks'],
      year: [...new Set(deliveries.map(({ when }) => String(when.start.year)))],
      tag: tags.map(({ slug }) => slug),
    },
    sort: { start: new Date(startInstant(delivery.when)).toISOString() },
  };
}

/**
 * A page of another section for the search.
 * @param section Where it stands: `posts`.
 * @param body The HTML that its text below the front matter gives.
 */
export function pageSearchRecord(
  { page, people, where, when, year, instant = beforeAll, tags }: PageFacts,
  section: string,
  body: string,
): SearchRecord {
  const { title, subtitle, summary, abstract, href } = page;
  const meta = {
    title: title.text,
    subtitle: subtitle?.text,
    people: people.join(', '),
    event: where,
    day: when,
    tags: tags.join(', '),
  };
  return {
    url: href,
    content: contentOf([(abstract ?? summary)?.html, body]),
    meta: present(meta),
    filters: {
      in: [section],
      year: year === undefined ? [] : [String(year)],
      tag: [...new Set(tags.map(toTagSlug))],
    },
    sort: { start: new Date(instant).toISOString() },
  };
}

/** Hits without words are sorted by their instant; what has none comes last. */
const beforeAll = Date.UTC(1000, 0);

function contentOf(texts: readonly (string | undefined)[]): string {
  return texts
    .map((html) => toSearchText(html ?? ''))
    .filter(Boolean)
    .join(' ');
}

function present(meta: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(meta).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** Where else and when: `Winter School, Oslo, 3 March 2027`. */
function describe(held: Delivery, language: string): string {
  const parts = [held.event?.name.text, placeOf(held), formatDay(held.when, language)];
  return parts.filter(Boolean).join(', ');
}

function placeOf({ place, online }: Delivery): string | undefined {
  return place?.full.text ?? (online ? 'Online' : undefined);
}
