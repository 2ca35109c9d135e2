import type { RawCv } from '../../schema/cv.ts';
import { addHref, markAsName, type CvEntry, type CvText } from '../cv/cv-entry.ts';
import { formatCvDate } from '../cv/cv-dates.ts';
import { toRichText, type RichText } from '../page/page-texts.ts';
import { formatTown, type Place } from './place.ts';
import type { TalkDelivery } from './talk-deliveries.ts';

/**
 * Returns the entries of talks in a CV: scheduled deliveries, without private talks and drafts.
 * @param selection The talks that the CV lists.
 * @param deliveries The public deliveries, newest first.
 * @param language A BCP 47 tag.
 */
export function toTalkEntries(
  selection: RawCv['talks'],
  deliveries: readonly TalkDelivery[],
  language: string,
): CvEntry[] {
  return selectTalks(selection ?? 'all', deliveries).map((delivery) =>
    toTalkEntry(delivery, language),
  );
}

function selectTalks(selection: NonNullable<RawCv['talks']>, deliveries: readonly TalkDelivery[]) {
  return deliveries.filter(
    ({ talk, delivery }) =>
      (selection === 'all' || (selection === 'featured' && talk.featured)) &&
      delivery.status === 'scheduled' &&
      !talk.private &&
      !talk.draft,
  );
}

function toTalkEntry({ talk, delivery }: TalkDelivery, language: string): CvEntry {
  const { event, place, when, online } = delivery;
  const { year, month, precision } = when.start;
  const where: (CvText | undefined)[] = [
    event && markAsName(event.name),
    toTown(place) ?? (online ? toRichText('online') : undefined),
  ];
  return {
    when: formatCvDate(precision === 'year' ? { year } : { year, month }, language),
    what: addHref(talk.title, delivery.href),
    where: where.filter((text) => text !== undefined),
    ...(talk.kind !== undefined && { kind: talk.kind }),
    highlights: [],
  };
}

/** Returns the town if it is known: readers of a CV do not need the room. */
function toTown(place: Place | undefined): RichText | undefined {
  const town = place?.address?.city && formatTown(place.address);
  return town ? toRichText(town) : place?.short;
}
