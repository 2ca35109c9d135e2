import type {
  EducationEvent,
  EventAttendanceModeEnumeration,
  EventStatusType,
  Place,
  VideoObject,
  VirtualLocation,
} from 'schema-dts';
import type { PageLink } from '../../model/page/link.ts';
import type { TalkDelivery } from '../../model/talk/talk-deliveries.ts';
import type { Site } from '../../model/site/site.ts';
import type { Delivery } from '../../model/talk/delivery.ts';
import { trimPart, type Place as TalkPlace } from '../../model/talk/place.ts';
import { toPlayableVideo } from '../../model/page/playable-video.ts';
import { isOver, toIso } from '../../model/page/when.ts';
import { describeTalk } from '../text/description.ts';
import { toAuthorNode } from './person-node.ts';

interface Attendance {
  eventAttendanceMode?: EventAttendanceModeEnumeration;
  location?: Place | VirtualLocation | (Place | VirtualLocation)[];
}

/**
 * Returns a delivery as an event of schema.org. Times keep the offset of the place; a talk without a time
 * of day has dates only. Search engines also ask for `organizer`, `offers` and the original date of a
 * postponed event, which front matter does not contain.
 * @param now In milliseconds since 1970. Recordings are left out before the end.
 */
export function toEventNode(site: Site, talkDelivery: TalkDelivery, now: number): EducationEvent {
  const { talk, delivery } = talkDelivery;
  const { when, event } = delivery;
  const page = site.absolute(delivery.href);
  const slides = findLinks(talkDelivery, 'slides');
  const video = isOver(when, now) ? findLinks(talkDelivery, 'video')[0] : undefined;
  return {
    '@type': 'EducationEvent',
    '@id': `${page}${page.includes('#') ? '' : '#event'}`,
    name: talk.title.text,
    description: describeTalk(talkDelivery, site.language),
    url: page,
    startDate: toIso(when),
    ...(when.end && { endDate: toIso(when, when.end) }),
    eventStatus: eventStatuses[delivery.status],
    ...toAttendance(delivery, page),
    performer: talk.authors.map((author) => toAuthorNode(site, author)),
    ...(event && { superEvent: toSuperEvent(event, page) }),
    image: site.absolute(site.addresses.talkImage(talk.slug)),
    inLanguage: talk.language ?? site.language,
    ...(talk.tags.length > 0 && { keywords: talk.tags.map(({ name }) => name) }),
    ...(slides.length > 0 && {
      workFeatured: slides.map(({ href }) => ({
        '@type': 'PresentationDigitalDocument',
        name: talk.title.text,
        url: new URL(href, page).href,
      })),
    }),
    ...(video && { recordedIn: toVideo(site, talkDelivery, new URL(video.href, page).href) }),
  };
}

const eventStatuses = {
  scheduled: 'https://schema.org/EventScheduled',
  postponed: 'https://schema.org/EventPostponed',
  cancelled: 'https://schema.org/EventCancelled',
} satisfies Record<Delivery['status'], EventStatusType>;

/** Returns the conference or series: its name and page. */
function toSuperEvent({ name, href }: NonNullable<Delivery['event']>, page: string) {
  return {
    '@type': 'Event' as const,
    name: name.text,
    ...(href && { url: new URL(href, page).href }),
  };
}

/** Returns the links of a delivery of one kind, or else those of a talk that is given once. */
function findLinks({ talk, delivery }: TalkDelivery, kind: PageLink['kind']): PageLink[] {
  const deliveryLinks = delivery.links.filter((link) => link.kind === kind);
  const talkLinks = kind === 'slides' || talk.deliveries.length === 1 ? talk.links : [];
  return deliveryLinks.length > 0 ? deliveryLinks : talkLinks.filter((link) => link.kind === kind);
}

/**
 * Returns the recording of a delivery. Search engines require a date of upload, which front matter does
 * not contain: the day of the talk is the earliest possible one.
 * @param url The page or file of the recording.
 */
function toVideo(site: Site, talkDelivery: TalkDelivery, url: string): VideoObject {
  const { talk, delivery } = talkDelivery;
  const { when } = delivery;
  const player = toPlayableVideo(url)?.embed;
  return {
    '@type': 'VideoObject',
    name: talk.title.text,
    description: describeTalk(talkDelivery, site.language),
    thumbnailUrl: site.absolute(site.addresses.talkImage(talk.slug)),
    uploadDate: toIso(when, when.end ?? when.start),
    url,
    ...(/\.(mp4|m4v|mov|webm|ogv)([?#]|$)/i.test(url) && { contentUrl: url }),
    ...(player && { embedUrl: player }),
  };
}

/**
 * Returns where a delivery can be attended: at a place, online, or both. Empty if neither is given.
 * @param page The absolute address of the delivery, used if the stream has no public address.
 */
function toAttendance({ place, online }: Delivery, page: string): Attendance {
  const physicalPlace = place && isPhysical(place) ? toPlace(place) : undefined;
  const stream: VirtualLocation | undefined =
    online !== undefined || (place && !physicalPlace)
      ? { '@type': 'VirtualLocation', url: typeof online === 'string' ? online : page }
      : undefined;
  if (stream && place && !physicalPlace) stream.name = place.full.text;
  if (physicalPlace && stream)
    return { eventAttendanceMode: mixedMode, location: [physicalPlace, stream] };
  if (physicalPlace) return { eventAttendanceMode: offlineMode, location: physicalPlace };
  return stream ? { eventAttendanceMode: onlineMode, location: stream } : {};
}

const offlineMode = 'https://schema.org/OfflineEventAttendanceMode';
const onlineMode = 'https://schema.org/OnlineEventAttendanceMode';
const mixedMode = 'https://schema.org/MixedEventAttendanceMode';

/** Returns false for a place such as `Online` or `Zoom`. */
function isPhysical({ address, point, full }: TalkPlace): boolean {
  const isOnline = /\bonline\b|\bzoom\b|^virtual(ly)?\b/i.test(full.text);
  return address !== undefined || point !== undefined || !isOnline;
}

/** Returns a place with its address in parts if front matter has parts, or else as one text. */
function toPlace({ venue, short, full, address, point }: TalkPlace): Place {
  const parts = {
    streetAddress: trimPart(address?.street),
    addressLocality: trimPart(address?.city),
    addressRegion: trimPart(address?.region),
    postalCode: trimPart(address?.postcode),
    addressCountry: trimPart(address?.country),
  };
  const knownParts = Object.entries(parts).filter(([, part]) => part !== undefined);
  return {
    '@type': 'Place',
    name: venue ?? short.text,
    address:
      knownParts.length > 0
        ? { '@type': 'PostalAddress', ...Object.fromEntries(knownParts) }
        : full.text,
    ...(point && { geo: { '@type': 'GeoCoordinates', ...point } }),
  };
}
