import type { WrittenCv } from '../../schema/cv.ts';
import { linked, named, type CvEntry, type CvWords } from './cv-entry.ts';
import { writtenSections, type CvSite, type CvTexts } from './cv-sections.ts';
import { formatCvDate } from './cv-when.ts';
import type { Occasion } from '../talk/talk-deliveries.ts';
import { formatTown, type Place } from '../talk/place.ts';
import { plainText, type RichText } from '../rich-text.ts';

/** A CV as its page shows it. */
export interface Cv {
  summary?: RichText;
  /** In their order; none is empty. */
  sections: CvSection[];
}

export interface CvSection {
  /** Names the section in its page: `education`. */
  id: string;
  title: string;
  entries: CvEntry[];
}

const titles = [
  ['work', 'Positions'],
  ['education', 'Education'],
  ['awards', 'Awards'],
  ['publications', 'Publications'],
  ['talks', 'Talks'],
  ['projects', 'Projects'],
  ['volunteer', 'Service'],
  ['certificates', 'Certificates'],
  ['languages', 'Languages'],
  ['skills', 'Skills'],
  ['interests', 'Interests'],
  ['references', 'References'],
] as const;

/**
 * The whole meaning of a CV file.
 * @param occasions The deliveries that a visitor may see, newest first.
 */
export function toCv(
  written: WrittenCv,
  texts: CvTexts,
  occasions: readonly Occasion[],
  site: CvSite,
): Cv {
  const entries = {
    ...writtenSections(written, texts, site),
    talks: listedTalks(written.talks ?? 'all', occasions).map((one) => toTalkEntry(one, site)),
  };
  const summary = texts['basics.summary'];
  return {
    ...(summary && { summary }),
    sections: titles
      .map(([id, title]) => ({ id, title, entries: entries[id] }))
      .filter((section) => section.entries.length > 0),
  };
}

/** Talks that take or took place; what is private or a draft is not for a CV. */
function listedTalks(which: NonNullable<WrittenCv['talks']>, occasions: readonly Occasion[]) {
  return occasions.filter(
    ({ talk, delivery }) =>
      (which === 'all' || (which === 'featured' && talk.featured)) &&
      delivery.status === 'scheduled' &&
      !talk.private &&
      !talk.draft,
  );
}

function toTalkEntry({ talk, delivery }: Occasion, { language }: CvSite): CvEntry {
  const { event, place, when, online } = delivery;
  const { year, month } = when.start;
  const where: (CvWords | undefined)[] = [
    event && named(event.name),
    townOf(place) ?? (online ? plainText('online') : undefined),
  ];
  return {
    when: formatCvDate({ year, month }, language),
    what: linked(talk.title, delivery.href),
    where: where.filter((words) => words !== undefined),
    ...(talk.kind !== undefined && { kind: talk.kind }),
    highlights: [],
  };
}

/** Whoever was not there needs no hall. */
function townOf(place: Place | undefined): RichText | undefined {
  const town = place?.address?.city && formatTown(place.address);
  return town ? plainText(town) : place?.short;
}
