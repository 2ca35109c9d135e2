import type { EducationEvent, EventStatusType } from 'schema-dts';
import type { Delivery } from '../../model/talk/delivery.ts';
import type { TalkLink } from '../../model/link.ts';
import type { Occasion } from '../../model/order.ts';
import type { Site } from '../../model/site/site.ts';
import { isOver, toIso } from '../../model/talk/when.ts';
import { describeTalk } from '../head/describe-page.ts';
import { toSpeaker } from './json-ld-person.ts';
import { toAttendance } from './json-ld-place.ts';
import { toVideo } from './json-ld-video.ts';

/**
 * A delivery as an event of schema.org. Times keep the offset of the place; a talk without a time
 * of day has days alone. Of what search engines would like to know, `organizer`, `offers` and the
 * start before a postponement are not among what an author writes, and nothing is made up for them.
 * @param now In milliseconds since 1970: before the end there is no recording.
 */
export function toEvent(site: Site, occasion: Occasion, now: number): EducationEvent {
  const { talk, delivery } = occasion;
  const { when, event } = delivery;
  const page = site.absolute(delivery.href);
  const slides = linksOf(occasion, 'slides');
  const video = isOver(when, now) ? linksOf(occasion, 'video')[0] : undefined;
  return {
    '@type': 'EducationEvent',
    '@id': `${page}${page.includes('#') ? '' : '#event'}`,
    name: talk.title.text,
    description: describeTalk(occasion, site.language),
    url: page,
    startDate: toIso(when),
    ...(when.end && { endDate: toIso(when, when.end) }),
    eventStatus: statuses[delivery.status],
    ...toAttendance(delivery, page),
    performer: talk.authors.map((author) => toSpeaker(site, author)),
    ...(event && { superEvent: toSuperEvent(event, page) }),
    image: site.absolute(site.addresses.talkPicture(talk.slug)),
    inLanguage: site.language,
    ...(talk.tags.length > 0 && { keywords: talk.tags.map(({ name }) => name) }),
    ...(slides.length > 0 && {
      workFeatured: slides.map(({ href }) => ({
        '@type': 'PresentationDigitalDocument',
        name: talk.title.text,
        url: new URL(href, page).href,
      })),
    }),
    ...(video && { recordedIn: toVideo(site, occasion, new URL(video.href, page).href) }),
  };
}

const statuses = {
  scheduled: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
} satisfies Record<Delivery['status'], EventStatusType>;

/** The conference or series, of which no more is known than its name and page. */
function toSuperEvent({ name, href }: NonNullable<Delivery['event']>, page: string) {
  return {
    '@type': 'Event' as const,
    name: name.text,
    ...(href && { url: new URL(href, page).href }),
  };
}

/** The delivery's own links of a kind, else those of a talk that is given once. */
function linksOf({ talk, delivery }: Occasion, kind: TalkLink['kind']): TalkLink[] {
  const own = delivery.links.filter((link) => link.kind === kind);
  const shared = kind === 'slides' || talk.deliveries.length === 1 ? talk.links : [];
  return own.length > 0 ? own : shared.filter((link) => link.kind === kind);
}
