import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHomeGraph, toTalkGraph, toJsonLdScript } from '../../../src/feeds/json-ld/json-ld.ts';
import type { Talk } from '../../../src/model/talk/talk.ts';
import { parsePage } from '../../helpers/read/html.ts';
import { makeSite } from '../../helpers/make/site.ts';
import {
  checkGraph,
  readGraph,
  findNodes,
  parseGraph,
  type JsonLdNode,
} from '../../helpers/read/structured-data.ts';
import { createFileFinder, makeTalk } from '../../helpers/make/talk.ts';

const now = Date.UTC(2030, 0, 1);
const site = makeSite({
  base: '/sub',
  url: 'https://ada.example',
  role: 'Reader in Measurement',
  affiliation: { name: 'University of Example', url: 'https://example.org' },
  links: [
    { name: 'Code', url: 'https://example.org/ada' },
    { name: 'E-mail', url: 'mailto:ada@example.org' },
    { name: 'CV', url: '/files/cv.pdf' },
  ],
});

const make = (
  keys: Record<string, unknown> = {},
  more: Parameters<typeof makeTalk>[1] = {},
): Talk => makeTalk(keys, more, { addresses: site.addresses });
const graphFor = (talk: Talk): JsonLdNode[] => {
  const graph = toTalkGraph(site, talk, now);
  return graph ? parseGraph(toJsonLdScript(graph)) : [];
};
const eventsOf = (keys?: Record<string, unknown>): JsonLdNode[] =>
  graphFor(make(keys)).filter((node) => node['@type'] === 'EducationEvent');

const address = { street: '10 High Street', city: 'Wien', postcode: '1010', country: 'Austria' };
const talks: [string, Record<string, unknown>][] = [
  ['a day alone', { location: 'Hall 3' }],
  ['several days', { date: '2027-05-03', date_end: '2027-05-05', all_day: true, address }],
  ['a time with its end', { date: '2027-05-03T15:00', date_end: '2027-05-03T16:00', address }],
  ['a time in UTC', { date: '2027-05-03T15:00Z', timezone: 'UTC', location: 'Hall' }],
  ['a written offset', { date: '2027-05-03T15:00-07:00', location: 'Hall', event: 'E & F' }],
  ['no place', { event: 'Seminar' }],
  ['online alone', { online: true }],
  ['a stream', { online: 'https://example.org/stream', location: 'Hall' }],
  ['a place that says online', { location: 'Online (Zoom)' }],
  ['a point', { location: 'Hall', coordinates: { latitude: 50.06, longitude: 19.94 } }],
  ['a recording', { url_video: 'https://youtu.be/abcdefghijk', location: 'Hall' }],
  [
    'several deliveries',
    {
      abstract: 'One.\n\nTwo.',
      url_video: 'https://example.org/all',
      deliveries: [
        { event: 'School', date: '2026-01-01', url_video: 'https://vimeo.com/12345', address },
        { event: 'School', date: '2028-01-01T10:00', status: 'cancelled', online: true },
        { event: 'Day', date: '2031-01-01', status: 'postponed', location: 'Hall' },
      ],
    },
  ],
];

describe('the requirements of Google Search', () => {
  test.each(talks)('are met by a talk with %s', (_name, keys) => {
    expect(checkGraph(graphFor(make(keys)))).toEqual([]);
  });
});

describe('an event', () => {
  test('has title, time and place', () => {
    const [event] = eventsOf({
      title: 'Bounds for $n \\to \\infty$',
      summary: 'One *line*.',
      event: 'Vienna Lectures',
      event_url: 'https://example.org/lectures',
      location: 'Festsaal',
      address,
      coordinates: { latitude: 48.2, longitude: 16.4 },
      date: '2034-05-17T16:30',
      date_end: '2034-05-17T18:00',
      timezone: 'Europe/Vienna',
      authors: ['admin', 'Cleo Example'],
      tags: ['information theory'],
    });
    const home = 'https://ada.example/sub/';
    expect(event).toEqual({
      '@type': 'EducationEvent',
      '@id': `${home}talks/talk/#event`,
      name: 'Bounds for n → ∞',
      description: 'One line.',
      url: `${home}talks/talk/`,
      startDate: '2034-05-17T16:30:00+02:00',
      endDate: '2034-05-17T18:00:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        '@type': 'Place',
        name: 'Festsaal',
        address: {
          '@type': 'PostalAddress',
          streetAddress: '10 High Street',
          addressLocality: 'Wien',
          postalCode: '1010',
          addressCountry: 'Austria',
        },
        geo: { '@type': 'GeoCoordinates', latitude: 48.2, longitude: 16.4 },
      },
      performer: [
        { '@type': 'Person', '@id': `${home}#person`, name: 'Ada Example', url: home },
        { '@type': 'Person', name: 'Cleo Example' },
      ],
      superEvent: {
        '@type': 'Event',
        name: 'Vienna Lectures',
        url: 'https://example.org/lectures',
      },
      image: `${home}talks/talk.png`,
      inLanguage: 'en-GB',
      keywords: ['information theory'],
    });
  });

  test('exists for each delivery', () => {
    const events = eventsOf(talks.at(-1)?.[1]);
    expect(events.map(({ url }) => url)).toEqual([
      'https://ada.example/sub/talks/talk/#at-school',
      'https://ada.example/sub/talks/talk/#at-school-2',
      'https://ada.example/sub/talks/talk/#at-day',
    ]);
    expect(events.map(({ '@id': id }) => id)).toEqual(events.map(({ url }) => url));
    expect(events.map(({ eventStatus }) => String(eventStatus).split('/').at(-1))).toEqual([
      'EventScheduled',
      'EventCancelled',
      'EventPostponed',
    ]);
  });

  test.each([
    [{ date: '2027-05-03' }, '2027-05-03', undefined],
    [{ date: '2027-05-03T15:00', all_day: true }, '2027-05-03', undefined],
    [{ date: '2027-05-03', date_end: '2027-05-05', all_day: true }, '2027-05-03', '2027-05-05'],
    [{ date: '2027-12-03T15:00', timezone: 'America/New_York' }, '2027-12-03T15:00:00-05:00'],
  ])('of %o starts in its own time zone', (keys, startDate, endDate?: string) => {
    const [event] = eventsOf(keys);
    expect([event?.['startDate'], event?.['endDate']]).toEqual([startDate, endDate]);
  });

  const page = 'https://ada.example/sub/talks/talk/';
  test.each([
    [{ location: 'Hall' }, 'Offline', [{ name: 'Hall', address: 'Hall' }]],
    [{ online: true }, 'Online', [{ url: page }]],
    [{ online: 'https://x.example/s' }, 'Online', [{ url: 'https://x.example/s' }]],
    [{ location: 'Zoom' }, 'Online', [{ url: page, name: 'Zoom' }]],
    [
      { location: 'Hall', online: 'https://x.example/s' },
      'Mixed',
      [{ name: 'Hall', address: 'Hall' }, { url: 'https://x.example/s' }],
    ],
    [{}, undefined, []],
  ])('at %o has the correct attendance mode and places', (keys, mode, places) => {
    const [event] = eventsOf(keys);
    const found = [event?.['location'] ?? []].flat();
    expect(found).toEqual(places.map((place) => expect.objectContaining(place)));
    expect(event?.['eventAttendanceMode']).toBe(
      mode && `https://schema.org/${mode}EventAttendanceMode`,
    );
  });

  test('has the slides of the talk', () => {
    const findFile = createFileFinder('files/own.pdf', 'files/all.pdf');
    const deliveries = [
      { date: '2026-01-01', url_slides: 'files/own.pdf' },
      { date: '2026-02-01' },
    ];
    const graph = graphFor(make({ url_slides: 'files/all.pdf', deliveries }, { findFile }));
    const slides = findNodes(graph, 'PresentationDigitalDocument').map(({ url }) => url);
    expect(slides).toEqual([
      'https://ada.example/files/own.pdf',
      'https://ada.example/files/all.pdf',
    ]);
  });
});

describe('a recording', () => {
  test.each([
    ['https://youtu.be/abcdefghijk?t=3', { embedUrl: 'https://www.youtube.com/embed/abcdefghijk' }],
    [
      'https://www.youtube.com/watch?list=x&v=abcdefghijk',
      { embedUrl: 'https://www.youtube.com/embed/abcdefghijk' },
    ],
    ['https://vimeo.com/12345', { embedUrl: 'https://player.vimeo.com/video/12345' }],
    ['https://example.org/talk.mp4', { contentUrl: 'https://example.org/talk.mp4' }],
    ['https://example.org/watch', {}],
  ])('at %s is the video of the event', (url, more) => {
    const [event] = eventsOf({ date: '2026-03-04', url_video: url });
    expect(event?.['recordedIn']).toEqual({
      '@type': 'VideoObject',
      name: 'T',
      description: 'Talk by Ada Example: 4 March 2026.',
      thumbnailUrl: 'https://ada.example/sub/talks/talk.png',
      uploadDate: '2026-03-04',
      url,
      ...more,
    });
  });

  test('belongs to its delivery, and is omitted before the talk', () => {
    const [first, ...others] = eventsOf(talks.at(-1)?.[1]);
    expect(first?.['recordedIn']).toMatchObject({ url: 'https://vimeo.com/12345' });
    expect(others.map(({ recordedIn }) => recordedIn)).toEqual([undefined, undefined]);
    expect(eventsOf({ date: '2031-01-01', url_video: 'https://x.example' })[0]).not.toHaveProperty(
      'recordedIn',
    );
  });
});

test('the breadcrumbs of a talk are the home page and the list', () => {
  const [list] = findNodes(graphFor(make({ title: 'A title' })), 'BreadcrumbList');
  const items = list?.['itemListElement'] as JsonLdNode[];
  expect(items.map(({ name, item }) => [name, item])).toEqual([
    ['Home', 'https://ada.example/sub/'],
    ['Talks', 'https://ada.example/sub/talks/'],
    ['A title', 'https://ada.example/sub/talks/talk/'],
  ]);
});

test('the home page describes a person', () => {
  expect(parseGraph(toJsonLdScript(toHomeGraph(site)))).toEqual([
    {
      '@type': 'Person',
      '@id': 'https://ada.example/sub/#person',
      name: 'Ada Example',
      url: 'https://ada.example/sub/',
      jobTitle: 'Reader in Measurement',
      affiliation: {
        '@type': 'Organization',
        name: 'University of Example',
        url: 'https://example.org/',
      },
      sameAs: ['https://example.org/ada'],
    },
  ]);
});

test.each([{ private: true }, { draft: true }])('a talk with %o has no graph', (keys) => {
  expect(toTalkGraph(site, make(keys), now)).toBeUndefined();
});

test('no text can end the script, and every text is preserved', () => {
  const dangerous = fc.oneof(
    fc.constantFrom('</script>', '<!--', '<script>', ']]>', '\u2028', '&lt;'),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(fc.array(dangerous), (parts) => {
      const title = { html: '', text: parts.join('') };
      const graph = toTalkGraph(site, { ...make(), title }, now)!;
      const html = `<title>x</title><script type="application/ld+json">${toJsonLdScript(graph)}</script><p>after`;
      const page = parsePage(html);
      expect(page.text('body p')).toBe('after');
      expect(findNodes(readGraph(page), 'EducationEvent')[0]?.['name']).toBe(title.text);
    }),
  );
});
