import { describe, expect, it } from 'vitest';
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
      'Hall 3, Rue 1, Lyon 69001, France',
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
      'Berlin 10117, Germany',
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
