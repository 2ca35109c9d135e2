import { describe, expect, it } from 'vitest';
import { omitEvent } from '../../../src/model/talk/place.ts';
import { toRichText } from '../../../src/model/page/page-texts.ts';
import { makeDelivery } from '../../helpers/make/talk.ts';

type Address = Record<string, string>;
const placeOf = (location: string | undefined, address: Address) =>
  makeDelivery({ location, address }).place;

describe('the place of a talk', () => {
  it.each<[string, string | undefined, Address, string | undefined]>([
    [
      'what old files have',
      'NYU Center for Data Science',
      { city: ' New York, NY', country: 'USA' },
      'NYU Center for Data Science, New York, NY, USA',
    ],
    ['a location alone', 'Hall 3', {}, 'Hall 3'],
    ['a town alone', undefined, { city: 'Kraków' }, 'Kraków'],
    ['a country alone', undefined, { country: 'Poland' }, 'Poland'],
    [
      'everything',
      'Hall 3',
      { street: 'Rue 1', city: 'Lyon', postcode: '69001', country: 'France' },
      'Hall 3, Rue 1, 69001 Lyon, France',
    ],
    [
      'a region with a postcode',
      undefined,
      { city: 'Stanford', region: 'CA', postcode: '94305', country: 'USA' },
      'Stanford, CA 94305, USA',
    ],
    [
      'a region that is the town',
      undefined,
      { city: 'Berlin', region: 'Berlin', country: 'Germany' },
      'Berlin, Germany',
    ],
    [
      'a region that is the town, with a postcode',
      undefined,
      { city: 'Berlin', region: 'Berlin', postcode: '10117', country: 'Germany' },
      '10117 Berlin, Germany',
    ],
    [
      'a region within the town',
      undefined,
      { city: 'New York, NY', region: 'NY', country: 'USA' },
      'New York, NY, USA',
    ],
    [
      'commas left over',
      'Hall 3, ',
      { street: ',', city: 'Kraków,', country: '' },
      'Hall 3, Kraków',
    ],
    [
      'a location that says the town',
      'Hall 3, Kraków, Poland',
      { city: 'Kraków', country: 'Poland' },
      'Hall 3, Kraków, Poland',
    ],
    [
      'a location that is the town',
      'Berlin',
      { city: 'Berlin', country: 'Germany' },
      'Berlin, Germany',
    ],
    ['nothing', undefined, { city: ' ', country: ',' }, undefined],
  ])('is one line of %s', (_, location, address, expected) => {
    expect(placeOf(location, address)?.full.text).toBe(expected);
  });

  it('has a short form with the town and country alone', () => {
    const address = { street: 'Rue 1', city: 'Lyon', region: 'ARA', country: 'France' };
    expect(placeOf('Hall 3', address)?.short.text).toBe('Hall 3, Lyon, France');
    expect(placeOf(undefined, { street: 'Rue 1' })?.short.text).toBe('Rue 1');
  });

  it('renders Markdown in the location, but not in the address', () => {
    const place = placeOf('[Hall **A**](https://example.org/hall)', { city: '*A & B* <b>' });
    expect(place?.full.text).toBe('Hall A, *A & B* <b>');
    expect(place?.full.html).toBe(
      '<a href="https://example.org/hall">Hall <strong>A</strong></a>, *A &amp; B* &lt;b&gt;',
    );
  });

  it('is the venue if an academicpages file also names the event', () => {
    const talk = makeDelivery({ event: 'Seminar', venue: 'Hall 3' });
    expect([talk.event?.name.text, talk.place?.full.text]).toEqual(['Seminar', 'Hall 3']);
    const alone = makeDelivery({ venue: 'Seminar', location: 'Kraków' });
    expect([alone.event?.name.text, alone.place?.full.text]).toEqual(['Seminar', 'Kraków']);
  });
});

describe('a postcode', () => {
  it.each([
    [
      'Beispielgasse 7',
      'Wien',
      undefined,
      '1010',
      'Austria',
      'Beispielgasse 7, 1010 Wien, Austria',
    ],
    [undefined, 'Lisboa', undefined, '1000-001', 'Portugal', '1000-001 Lisboa, Portugal'],
    [undefined, 'Roma', 'RM', '00185', 'Italia', '00185 Roma, RM, Italia'],
    [undefined, 'Basel', undefined, '4051', undefined, '4051 Basel'],
    [undefined, 'Cambridge', 'MA', '02138', undefined, 'Cambridge, MA 02138'],
    [undefined, 'Cambridge', undefined, 'CB2 1TN', 'UK', 'Cambridge CB2 1TN, UK'],
    [undefined, 'Toronto', 'ON', 'M5S 1A1', 'Canada', 'Toronto, ON M5S 1A1, Canada'],
    [undefined, 'Hyderabad', undefined, '500032', 'India', 'Hyderabad 500032, India'],
    [undefined, undefined, undefined, '10117', 'Germany', '10117, Germany'],
  ])(
    'is where the country writes it: %s %s',
    (street, city, region, postcode, country, expected) => {
      const parts = Object.entries({ street, city, region, postcode, country });
      const address = Object.fromEntries(
        parts.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
      );
      expect(placeOf(undefined, address)?.full.text).toBe(expected);
    },
  );
});

describe('a place beside its event', () => {
  it.each([
    ['Winter School', 'Winter School', undefined],
    ['Winter School', 'the winter school', undefined],
    ['Workshop on Loss (WOL)', 'Workshop on Loss, Graz', 'Graz'],
    ['The Summit', 'Summit, Hall 3, Lyon, France', 'Hall 3, Lyon, France'],
    ['Colloquium, Graz', 'Graz', undefined],
    ['Colloquium', 'Colloquium Building, Graz', 'Colloquium Building, Graz'],
    ['School', 'Oslo', 'Oslo'],
  ])('%j does not say again %j', (event, place, expected) => {
    expect(omitEvent(toRichText(place), event)?.text).toBe(expected);
  });

  it('keeps the links of what is left', () => {
    const place = {
      text: 'Summit, Hall A',
      html: 'Summit, <a href="https://example.org">Hall A</a>',
    };
    expect(omitEvent(place, 'Summit')?.html).toBe('<a href="https://example.org">Hall A</a>');
    const inOneLink = {
      text: 'Summit, A',
      html: '<a href="https://example.org">Summit, A</a>',
    };
    expect(omitEvent(inOneLink, 'Summit')).toBe(inOneLink);
  });
});
