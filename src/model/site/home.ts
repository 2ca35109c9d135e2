import type { HomePart, HomeSection } from '../../schema/home.ts';
import type { Course } from '../course/course.ts';
import type { CvEntry } from '../cv/cv-entry.ts';
import type { PageImage } from '../page/image.ts';
import type { SiteLink } from '../page/link.ts';
import type { RichText } from '../page/page-texts.ts';
import { endInstant, isOver } from '../page/when.ts';
import type { Post } from '../post/post.ts';
import type { Project } from '../project/project.ts';
import type { Publication } from '../publication/publication.ts';
import {
  showAfterEnd,
  showInSequence,
  successiveDeliveries,
  type TimeWindow,
  type TimedDelivery,
} from '../talk/schedule.ts';
import { type TalkDelivery, toTalkDeliveries, toMainDeliveries } from '../talk/talk-deliveries.ts';
import type { Talk } from '../talk/talk.ts';
import type { introduceOwner } from './site.ts';

export interface Home {
  /** The next delivery, and those that will be next when it is over. */
  next: TimedDelivery[];
  /** Each with its delivery; one that is next is not featured a second time until it is over. */
  featured: (TimeWindow & { talk: Talk; occasions: TimedDelivery[] })[];
  /** The latest deliveries; above them, hidden, those that will be. */
  recent: TimedDelivery[];
}

/** How many deliveries may pass before a page that is not built again has no next one to show. */
const mostToCome = 4;

/**
 * What the home page shows of the talks.
 * @param now In milliseconds since 1970.
 * @param count How many are featured, if not all, and how many of the recent ones are shown.
 */
export function toHome(
  talks: readonly Talk[],
  now: number,
  count: { featured?: number | undefined; recent?: number | undefined } = {},
): Home {
  const held = toTalkDeliveries(talks).filter(({ delivery }) => delivery.status === 'scheduled');
  const toCome = held
    .filter(({ delivery }) => !isOver(delivery.when, now))
    .reverse()
    .slice(0, mostToCome);
  const past = held
    .filter(({ delivery }) => isOver(delivery.when, now))
    .slice(0, count.recent ?? defaultCount);
  return {
    next: untilAllOver(toCome),
    featured: toMainDeliveries(talks, now)
      .filter(({ talk }) => talk.featured)
      .slice(0, count.featured)
      .map((occasion) => toFeatured(occasion, toCome[0], now)),
    recent: [...toCome.toReversed(), ...past].map((occasion) =>
      showAfterEnd(occasion, endInstant(occasion.delivery.when), now),
    ),
  };
}

function toFeatured({ talk, delivery }: TalkDelivery, next: TalkDelivery | undefined, now: number) {
  const inTime = successiveDeliveries(talk, now);
  const occasions = inTime.length > 0 ? inTime : [{ talk, delivery }];
  const isNext = next?.talk === talk && next.delivery === delivery;
  return { talk, occasions, ...(isNext && { from: endInstant(delivery.when) }) };
}

function untilAllOver(toCome: readonly TalkDelivery[]): TimedDelivery[] {
  const last = Math.max(...toCome.map(({ delivery }) => endInstant(delivery.when)));
  return showInSequence(toCome).map((occasion) => ({ until: last, ...occasion }));
}

/** What a part of the home page shows. */
export type HomeContent =
  | {
      kind: 'about';
      who: ReturnType<typeof introduceOwner>;
      portrait?: Pick<PageImage, 'image' | 'alt' | 'animated'> & { position?: string };
      interests: readonly string[];
      education: readonly CvEntry[];
      /** The biography, where it is a line of front matter. */
      html?: string | undefined;
      hasPlayer: boolean;
    }
  | { kind: 'next'; occasions: readonly TimedDelivery[] }
  | { kind: 'featured'; talks: Home['featured'] }
  | { kind: 'talks'; occasions: readonly TimedDelivery[]; count: number }
  | ({ kind: 'publications' } & Listed<Publication>)
  | ({ kind: 'projects' } & Listed<Project>)
  | ({ kind: 'posts' } & Listed<Post>)
  | ({ kind: 'courses' } & Listed<Course>)
  | { kind: 'entries'; entries: readonly CvEntry[] }
  | { kind: 'contact'; links: readonly SiteLink[] }
  | { kind: 'text'; subtitle?: RichText | undefined; hasPlayer: boolean };

/** Some pages of a section, and where all of them are. */
interface Listed<P> {
  pages: readonly P[];
  count: number;
  href: string;
}

/** A part of the home page with its name in the margin, which a text may do without. */
export type ShownPart = HomeContent & { id: string; title?: string | undefined };

/** What the home page shows if its author has not composed it. */
export const defaultHome: readonly HomePart[] = [
  { section: 'about' },
  { section: 'next_talk' },
  { section: 'featured_talks' },
  { section: 'featured_publications' },
  { section: 'recent_talks' },
  { section: 'recent_publications', count: 3 },
  { section: 'posts', count: 3 },
];

/** The names of the parts, where their author gives them no other. */
export const homeTitles: Record<HomeSection, string> = {
  about: 'About',
  next_talk: 'Next talk',
  featured_talks: 'Featured talks',
  recent_talks: 'Recent talks',
  featured_publications: 'Featured publications',
  recent_publications: 'Recent publications',
  projects: 'Projects',
  posts: 'Recent posts',
  teaching: 'Teaching',
  experience: 'Experience',
  education: 'Education',
  awards: 'Awards',
  skills: 'Skills',
  contact: 'Contact',
};

/** How many are shown of what is listed by date. Of all else all are shown. */
export const defaultCount = 5;

/** Where a part begins on the page. */
export function homePartId({ section, text }: HomePart): string {
  const talks = { next_talk: 'next', featured_talks: 'featured', recent_talks: 'recent' };
  if (section === undefined) return `text-${text ?? ''}`;
  return talks[section as keyof typeof talks] ?? section.replace('_', '-');
}
