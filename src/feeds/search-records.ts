import type { Delivery } from '../model/talk/delivery.ts';
import type { TalkDelivery } from '../model/talk/talk-deliveries.ts';
import type { PageSummary } from '../model/site/page-summary.ts';
import type { SearchRecord } from '../model/site/search.ts';
import { toSearchHead } from '../model/site/search-head.ts';
import { toTagSlug } from '../model/page/addresses.ts';
import { toStartInstant } from '../model/page/when.ts';
import { formatDay } from '../model/page/format-when.ts';
import { toSearchText } from '../model/page/search-text.ts';
import type { RichText } from '../model/page/page-texts.ts';

/**
 * Returns a talk for the search index, with the delivery that its search result shows. A match in the title of `meta`
 * ranks first.
 * @param body The words of the text below the front matter.
 */
export function toTalkSearchRecord(
  { talk, delivery }: TalkDelivery,
  body: string,
  language: string,
): SearchRecord {
  const { title, subtitle, speakers, kind, summary, abstract, tags, deliveries } = talk;
  const otherDeliveries = deliveries.filter((candidate) => candidate !== delivery);
  const texts = [abstract ?? summary, ...deliveries.map(({ note }) => note)];
  const meta = {
    title: title.text,
    subtitle: subtitle?.text,
    people: speakers.join(', '),
    event: delivery.event?.name.text,
    place: toPlaceLabel(delivery),
    day: formatDay(delivery.when, language),
    kind,
    tags: tags.map(({ name }) => name).join(', '),
    others: otherDeliveries.map((another) => toDeliveryLabel(another, language)).join('; '),
  };
  return {
    url: talk.href,
    ...toSearchedText('talks', meta, [...texts.map(toWords), body]),
    filters: {
      in: ['talks'],
      year: [...new Set(deliveries.map(({ when }) => String(when.start.year)))],
      tag: tags.map(({ slug }) => slug),
    },
    sort: { start: new Date(toStartInstant(delivery.when)).toISOString() },
  };
}

/**
 * Returns a page of another section for the search index.
 * @param section The section of the page, such as `posts`.
 * @param body The words of the text below the front matter.
 */
export function toPageSearchRecord(
  { page, people, where, when, year, instant = beforeAllDates, tags }: PageSummary,
  section: string,
  body: string,
): SearchRecord {
  const { title, subtitle, summary, abstract, href } = page;
  const meta = {
    title: title.text,
    subtitle: subtitle?.text,
    people: people.join(', '),
    place: where,
    day: when,
    tags: tags.join(', '),
  };
  return {
    url: href,
    ...toSearchedText(section, meta, [toWords(abstract ?? summary), body]),
    filters: {
      in: [section],
      year: year === undefined ? [] : [String(year)],
      tag: [...new Set(tags.map(toTagSlug))],
    },
    sort: { start: new Date(instant).toISOString() },
  };
}

/** Results of a search without words are sorted by time. Pages without a date come last. */
const beforeAllDates = Date.UTC(1000, 0);

/** Returns the words of a text, which are stored for long ones. */
function toWords(text: RichText | undefined): string {
  return text ? (text.words ?? toSearchText(text.html)) : '';
}

/** Returns the facts of a record, and its searched text: the facts and then the texts. */
function toSearchedText(
  section: string,
  facts: Record<string, string | undefined>,
  texts: readonly string[],
): Pick<SearchRecord, 'content' | 'meta'> {
  const meta = dropEmpty(facts);
  const content = [toSearchHead(meta), ...texts].filter(Boolean).join(' ');
  // Pagefind leaves out a page without a word, such as one with the title "???".
  return { content: /[\p{L}\p{N}]/u.test(content) ? content : `${content} ${section}`, meta };
}

function dropEmpty(meta: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(meta).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

/** Returns `Winter School, Oslo, 3 March 2027`. */
function toDeliveryLabel(delivery: Delivery, language: string): string {
  const { event, when } = delivery;
  const parts = [event?.name.text, toPlaceLabel(delivery), formatDay(when, language)];
  return parts.filter(Boolean).join(', ');
}

function toPlaceLabel({ place, online }: Delivery): string | undefined {
  return place?.short.text ?? (online ? 'Online' : undefined);
}
