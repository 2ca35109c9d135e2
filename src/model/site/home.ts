import type { HomePart } from '../../schema/home.ts';
import type { Course } from '../course/course.ts';
import type { CvEntry } from '../cv/cv-entry.ts';
import type { PageImage } from '../page/image.ts';
import type { SiteLink } from '../page/link.ts';
import type { RichText } from '../page/page-texts.ts';
import { toEndInstant, isOver } from '../page/when.ts';
import type { Post } from '../post/post.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publication/publication.ts';
import {
  showAfterEnd,
  showInSequence,
  toSuccessiveDeliveries,
  type TimeWindow,
  type TimedDelivery,
} from '../talk/schedule.ts';
import { type TalkDelivery, toTalkDeliveries, toMainDeliveries } from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';
import type { introduceOwner } from './site.ts';

export interface HomeTalks {
  /** The next delivery, and those that will be next after it. */
  next: TimedDelivery[];
  /** Featured talks with their deliveries. The next delivery is not featured until it is over. */
  featured: (TimeWindow & { talk: Talk; deliveries: TimedDelivery[] })[];
  /** The latest deliveries; before them, hidden, the upcoming ones. */
  recent: TimedDelivery[];
}

/** The number of deliveries after which a page that is not rebuilt has no next one to show. */
const maxUpcoming = 4;

/**
 * Returns the talks on the home page.
 * @param now In milliseconds since 1970.
 * @param count The number of featured talks, by default all, and of recent deliveries.
 */
export function selectHomeTalks(
  talks: readonly Talk[],
  now: number,
  count: { featured?: number | undefined; recent?: number | undefined } = {},
): HomeTalks {
  const scheduled = toTalkDeliveries(talks).filter(
    ({ delivery }) => delivery.status === 'scheduled',
  );
  const upcoming = scheduled
    .filter(({ delivery }) => !isOver(delivery.when, now))
    .reverse()
    .slice(0, maxUpcoming);
  const past = scheduled
    .filter(({ delivery }) => isOver(delivery.when, now))
    .slice(0, count.recent ?? defaultCount);
  return {
    next: showUntilLastEnd(upcoming),
    featured: toMainDeliveries(talks, now)
      .filter(({ talk }) => talk.featured)
      .slice(0, count.featured)
      .map((talkDelivery) => toFeatured(talkDelivery, upcoming[0], now)),
    recent: [...upcoming.toReversed(), ...past].map((talkDelivery) =>
      showAfterEnd(talkDelivery, toEndInstant(talkDelivery.delivery.when), now),
    ),
  };
}

function toFeatured(
  { talk, delivery }: TalkDelivery,
  next: TalkDelivery | undefined,
  now: number,
): HomeTalks['featured'][number] {
  const successive = toSuccessiveDeliveries(talk, now);
  const deliveries = successive.length > 0 ? successive : [{ talk, delivery }];
  const isNext = next?.talk === talk && next.delivery === delivery;
  return { talk, deliveries, ...(isNext && { from: toEndInstant(delivery.when) }) };
}

function showUntilLastEnd(upcoming: readonly TalkDelivery[]): TimedDelivery[] {
  const last = Math.max(...upcoming.map(({ delivery }) => toEndInstant(delivery.when)));
  return showInSequence(upcoming).map((talkDelivery) => ({ until: last, ...talkDelivery }));
}

/** The portrait of the owner. */
export type Portrait = Omit<PageImage, 'caption' | 'position' | 'previewOnly'> & {
  position?: string;
};

/** The content of a part of the home page. */
export type HomeContent =
  | {
      kind: 'about';
      who: ReturnType<typeof introduceOwner>;
      portrait?: Portrait;
      interests: readonly string[];
      education: readonly CvEntry[];
      /** The biography, if it is in the front matter. */
      html?: string | undefined;
      hasPlayer: boolean;
    }
  | { kind: 'next'; deliveries: readonly TimedDelivery[] }
  | { kind: 'featured'; talks: HomeTalks['featured'] }
  | { kind: 'talks'; deliveries: readonly TimedDelivery[]; count: number }
  | ({ kind: 'publications' } & ListedPages<Publication>)
  | ({ kind: 'projects' } & ListedPages<Project>)
  | ({ kind: 'posts' } & ListedPages<Post>)
  | ({ kind: 'courses' } & ListedPages<Course>)
  | { kind: 'entries'; entries: readonly CvEntry[] }
  | { kind: 'contact'; links: readonly SiteLink[] }
  | { kind: 'text'; subtitle?: RichText | undefined; hasPlayer: boolean };

/** Some pages of a section, with the number of all of them and the address of their list. */
interface ListedPages<P> {
  pages: readonly P[];
  count: number;
  href: string;
}

/** A part of the home page with its title in the margin, which is optional for a text. */
export type HomePartView = HomeContent & { id: string; title?: string | undefined };

/** The parts of the home page if the settings do not list them. */
export const defaultHome: readonly HomePart[] = [
  { section: 'about' },
  { section: 'next_talk' },
  { section: 'featured_talks' },
  { section: 'featured_publications' },
  { section: 'recent_talks' },
  { section: 'recent_publications', count: 3 },
  { section: 'posts', count: 3 },
];

/** The default number of entries in a part that is sorted by date. Other parts show all entries. */
export const defaultCount = 5;

/** Returns the id of a part on the page. */
export function toHomePartId({ section, text }: HomePart): string {
  const talks = { next_talk: 'next', featured_talks: 'featured', recent_talks: 'recent' };
  if (section === undefined) return `text-${text ?? ''}`;
  return talks[section as keyof typeof talks] ?? section.replace('_', '-');
}
