import type { WrittenCv } from '../../schema/cv.ts';
import { withHref, asName, type CvEntry, type CvText } from '../cv/cv-entry.ts';
import { formatCvDate } from '../cv/cv-dates.ts';
import { toRichText, type RichText } from '../page/page-texts.ts';
import { formatTown, type Place } from './place.ts';
import type { TalkDelivery } from './talk-deliveries.ts';

/**
 * Returns the entries of talks in a CV: deliveries that take or took place, without private talks and
 * drafts.
 * @param which The talks that the CV asks for.
 * @param occasions The deliveries that a visitor may see, newest first.
 * @param language A BCP 47 tag.
 */
export function toTalkEntries(
  which: WrittenCv['talks'],
  occasions: readonly TalkDelivery[],
  language: string,
): CvEntry[] {
  return selectTalks(which ?? 'all', occasions).map((one) => toTalkEntry(one, language));
}

function selectTalks(which: NonNullable<WrittenCv['talks']>, occasions: readonly TalkDelivery[]) {
  return occasions.filter(
    ({ talk, delivery }) =>
      (which === 'all' || (which === 'featured' && talk.featured)) &&
      delivery.status === 'scheduled' &&
      !talk.private &&
      !talk.draft,
  );
}

function toTalkEntry({ talk, delivery }: TalkDelivery, language: string): CvEntry {
  const { event, place, when, online } = delivery;
  const { year, month } = when.start;
  const where: (CvText | undefined)[] = [
    event && asName(event.name),
    townOf(place) ?? (online ? toRichText('online') : undefined),
  ];
  return {
    when: formatCvDate({ year, month }, language),
    what: withHref(talk.title, delivery.href),
    where: where.filter((words) => words !== undefined),
    ...(talk.kind !== undefined && { kind: talk.kind }),
    highlights: [],
  };
}

/** Returns the town where it is known: readers of a CV do not need the hall. */
function townOf(place: Place | undefined): RichText | undefined {
  const town = place?.address?.city && formatTown(place.address);
  return town ? toRichText(town) : place?.short;
}
