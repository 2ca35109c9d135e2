import type { EventAttendanceModeEnumeration, Place, VirtualLocation } from 'schema-dts';
import type { Delivery } from '../../model/talk/delivery.ts';
import { trimPart, type Place as TalkPlace } from '../../model/talk/place.ts';

interface Attendance {
  eventAttendanceMode?: EventAttendanceModeEnumeration;
  location?: Place | VirtualLocation | (Place | VirtualLocation)[];
}

/**
 * Where a delivery is attended: in a room, online, or both; nothing where the author says neither.
 * @param page The absolute address of the delivery, for a stream whose own is not known.
 */
export function toAttendance({ place, online }: Delivery, page: string): Attendance {
  const room = place && !isNoRoom(place) ? toPlace(place) : undefined;
  const stream: VirtualLocation | undefined =
    online !== undefined || (place && !room)
      ? { '@type': 'VirtualLocation', url: typeof online === 'string' ? online : page }
      : undefined;
  if (stream && place && !room) stream.name = place.full.text;
  if (room && stream) return { eventAttendanceMode: mixed, location: [room, stream] };
  if (room) return { eventAttendanceMode: offline, location: room };
  return stream ? { eventAttendanceMode: inline, location: stream } : {};
}

const offline = 'https://schema.org/OfflineEventAttendanceMode';
const inline = 'https://schema.org/OnlineEventAttendanceMode';
const mixed = 'https://schema.org/MixedEventAttendanceMode';

/** `Online`, `Zoom`: authors write into the place that there is none. */
function isNoRoom({ address, point, full }: TalkPlace): boolean {
  return !address && !point && /\bonline\b|\bzoom\b|^virtual(ly)?\b/i.test(full.text);
}

/** An address in parts where the author gave parts, else the place in the author's words. */
function toPlace({ venue, short, full, address, point }: TalkPlace): Place {
  const parts = {
    streetAddress: trimPart(address?.street),
    addressLocality: trimPart(address?.city),
    addressRegion: trimPart(address?.region),
    postalCode: trimPart(address?.postcode),
    addressCountry: trimPart(address?.country),
  };
  const known = Object.entries(parts).filter(([, part]) => part !== undefined);
  return {
    '@type': 'Place',
    name: venue ?? short.text,
    address:
      known.length > 0 ? { '@type': 'PostalAddress', ...Object.fromEntries(known) } : full.text,
    ...(point && { geo: { '@type': 'GeoCoordinates', ...point } }),
  };
}
