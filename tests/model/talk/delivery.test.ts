import { describe, expect, it } from 'vitest';
import { checkTalk } from '../../../src/model/talk/check-talk.ts';
import { toTalkDeliveryLinks, findMainDelivery } from '../../../src/model/talk/talk-deliveries.ts';
import { toJoinLinks } from '../../../src/model/talk/delivery.ts';
import { summariseDeliveries } from '../../../src/model/talk/schedule.ts';
import { toIso } from '../../../src/model/page/when.ts';
import { talkSchema } from '../../../src/schema/talk.ts';
import {
  makeFrontMatter,
  createFileFinder,
  makeDelivery,
  makeTalk,
} from '../../helpers/make/talk.ts';

type Keys = Record<string, unknown>;
const given = (...deliveries: Keys[]) => makeTalk({ date: '', deliveries });

describe('deliveries', () => {
  it('come from the keys of the talk if it has no list', () => {
    const { deliveries } = makeTalk({ date: '2021-09-22T15:00', event: 'E', location: 'Hall' });
    expect(deliveries).toHaveLength(1);
    expect(deliveries[0]).toMatchObject({
      href: '/talks/talk/',
      event: { name: { text: 'E' } },
      place: { full: { text: 'Hall' } },
      status: 'scheduled',
    });
  });

  it('are sorted by date, each with an address on the page', () => {
    const { deliveries } = given(
      { event: 'Winter School', date: '2027-03-03' },
      { event: 'Séminaire', date: '2026-05-04' },
      { event: 'Winter School', date: '2025-05-04' },
      { location: 'Oslo', date: '2024-05-04' },
      { date: '2023-05-04' },
    );
    expect(deliveries.map(({ href }) => decodeURIComponent(href))).toEqual([
      '/talks/talk/#at-delivery',
      '/talks/talk/#at-oslo',
      '/talks/talk/#at-winter-school-2',
      '/talks/talk/#at-séminaire',
      '/talks/talk/#at-winter-school',
    ]);
  });

  it('have the values of the talk as defaults', () => {
    const { deliveries } = makeTalk({
      ...{ date: '2026-01-01T10:00', date_end: '2026-01-01T11:00', timezone: 'Asia/Tokyo' },
      ...{ event: 'E', event_url: 'https://e.example', location: 'Hall', online: true },
      address: { city: 'Lyon' },
      coordinates: { latitude: 45.7, longitude: '4.8' },
      deliveries: [
        { note: 'As listed' },
        { event: 'F', date: '2026-02-02T12:00', location: 'Room', online: false },
      ],
    });
    expect(deliveries[0]).toMatchObject({
      event: { name: { text: 'E' }, href: 'https://e.example' },
      place: { full: { text: 'Hall, Lyon' }, point: { latitude: 45.7, longitude: 4.8 } },
      when: { end: { hour: 11 }, zone: 'Asia/Tokyo' },
      online: true,
      note: { text: 'As listed' },
    });
    const [, second] = deliveries;
    expect(second?.event).toEqual({ name: { html: 'F', text: 'F' } });
    expect(second?.place).toEqual({
      full: { html: 'Room', text: 'Room' },
      short: { html: 'Room', text: 'Room' },
      venue: 'Room',
    });
    expect(second?.online).toBeUndefined();
    expect(second?.when.end).toBeUndefined();
    expect(second?.when.zone).toBe('Asia/Tokyo');
  });

  it('have their own slides and recording, which replace those of the talk', () => {
    const talk = makeTalk(
      {
        url_slides: 'all.pdf',
        url_code: 'https://c.example',
        deliveries: [{ event: 'A', url_slides: 'a.pdf', url_video: 'lost.mp4' }],
      },
      { findFile: createFileFinder('a.pdf', 'all.pdf') },
    );
    const [delivery] = talk.deliveries;
    expect(toTalkDeliveryLinks({ talk, delivery: delivery! }).map(({ href }) => href)).toEqual([
      '/a.pdf',
      'https://c.example',
    ]);
  });

  it('are scheduled unless postponed or cancelled, in either spelling', () => {
    expect(makeDelivery({ status: 'Canceled' }).status).toBe('cancelled');
    expect(makeDelivery({ deliveries: [{ status: 'postponed' }] }).status).toBe('postponed');
    expect(makeDelivery({ status: 'cancelled', deliveries: [{ event: 'A' }] }).status).toBe(
      'cancelled',
    );
  });

  it('need no date of the talk if each has its own', () => {
    const deliveries = [{ date: '2026-01-01' }];
    expect(talkSchema.safeParse({ title: 'T', deliveries }).success).toBe(true);
    expect(
      talkSchema.safeParse({ title: 'T', deliveries: [...deliveries, { event: 'A' }] }).success,
    ).toBe(false);
  });

  it('make the date of the talk the date of publication if all have their own', () => {
    const own = makeTalk({ date: '2026-01-01', deliveries: [{ date: '2027-01-01' }] });
    expect(own.published).toBe(Date.parse('2026-01-01T12:00Z'));
    const shared = makeTalk({
      date: '2026-01-01',
      deliveries: [{ event: 'A' }, { date: '2027-01-01' }],
    });
    expect(shared.published).toBeUndefined();
  });

  it('cause a note about a date that is not the day of any delivery', () => {
    const codes = (keys: Keys) =>
      checkTalk(makeFrontMatter(keys), () => undefined).map(({ code }) => code);
    const date = '2026-01-01T10:00';
    expect(codes({ date, deliveries: [{ date: '2027-01-01' }] })).toEqual([
      'date-without-delivery',
    ]);
    expect(codes({ date, deliveries: [{ date: '2026-01-01' }] })).toEqual([]);
    expect(codes({ date, deliveries: [{ event: 'A' }] })).toEqual([]);
  });
});

describe('the main delivery of a talk', () => {
  const now = Date.parse('2026-06-01T00:00Z');
  const main = (...deliveries: Keys[]) => toIso(findMainDelivery(given(...deliveries), now).when);

  it('is the next one, or else the latest', () => {
    const past = [{ date: '2024-01-01' }, { date: '2025-01-01' }];
    expect(main(...past)).toBe('2025-01-01');
    expect(main({ date: '2028-01-01' }, ...past, { date: '2027-01-01' })).toBe('2027-01-01');
  });

  it('is not a cancelled one if there is another', () => {
    const off = { date: '2027-01-01', status: 'cancelled' };
    expect(main(off, { date: '2025-01-01' })).toBe('2025-01-01');
    expect(main(off)).toBe('2027-01-01');
  });
});

describe('the summary of deliveries', () => {
  const now = Date.parse('2026-06-01T00:00Z');
  const oslo = { date: '2027-03-03', address: { city: 'Oslo' } };
  const bonn = { date: '2028-04-04', event: 'Kolloquium' };
  const past = [{ date: '2024-01-01' }, { date: '2025-01-01', online: true }];
  const say = (...deliveries: Keys[]) =>
    summariseDeliveries(given(...deliveries), now, 'en-GB').map(({ text }) => text);

  it('has a sentence for each upcoming delivery', () => {
    const summaries = summariseDeliveries(given(...past, oslo, bonn), now, 'en-GB');
    expect(summaries.map(({ text }) => text)).toEqual([
      'Given twice; next in Oslo on 3 March 2027',
      'Given 3 times; next at Kolloquium on 4 April 2028',
      'Given 4 times, most recently at Kolloquium on 4 April 2028',
    ]);
    const end = Date.parse('2027-03-03T23:00Z');
    expect(summaries.map(({ from, until }) => [from, until]).slice(0, 2)).toEqual([
      [undefined, end],
      [end, Date.parse('2028-04-04T22:00Z')],
    ]);
    expect(summaries.at(-1)?.until).toBeUndefined();
  });

  it('counts past and upcoming deliveries', () => {
    expect(say(...past)).toEqual(['Given twice, most recently online on 1 January 2025']);
    expect(say(oslo, bonn)[0]).toBe('To be given twice, first in Oslo on 3 March 2027');
    expect(say(...past, { ...oslo, status: 'cancelled' })).toEqual([
      'Given twice, most recently online on 1 January 2025',
    ]);
  });

  it('is empty for a single delivery', () => {
    expect(say(oslo)).toEqual([]);
  });
});

describe('the link to join a delivery online', () => {
  const day = { date: '2026-05-04T10:00', date_end: '2026-05-04T11:00' };
  const join = (keys: Record<string, unknown>, now: string) =>
    toJoinLinks(makeDelivery({ ...day, ...keys }), Date.parse(now));

  it('is there until the end, if the address is known', () => {
    const online = 'https://meet.example.org/x';
    const until = Date.parse('2026-05-04T09:00Z');
    expect(join({ online }, '2026-05-04T08:30Z')).toMatchObject([
      { label: 'Join', href: online, until },
    ]);
    expect(join({ online }, '2026-05-04T09:00Z')).toEqual([]);
    expect([join({ online: true }, '2026-01-01'), join({}, '2026-01-01')]).toEqual([[], []]);
  });
});
