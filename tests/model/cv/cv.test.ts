import { describe, expect, it, test } from 'vitest';
import { toCvHead } from '../../../src/model/cv/cv-head.ts';
import { entryHasMath } from '../../../src/model/cv/cv-entry.ts';
import { formatPeriod, type CvPeriod } from '../../../src/model/cv/cv-dates.ts';
import { cvSchema } from '../../../src/schema/cv.ts';
import { formatCvLines, makeCv } from '../../helpers/make/cv.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { makeTalk } from '../../helpers/make/talk.ts';

describe('formatPeriod', () => {
  const march = { year: 2020, month: 3 };
  it.each<[CvPeriod, string | undefined]>([
    [{ start: { year: 2019 }, end: { year: 2023 } }, '2019–2023'],
    [{ start: { year: 2021 } }, '2021–present'],
    [{ start: { year: 2021 }, end: 'present' }, '2021–present'],
    [{ start: march, end: march }, 'March 2020'],
    [{ end: march }, 'March 2020'],
    [{ start: { year: 2020 }, end: { year: 2020 } }, '2020'],
    [{ start: { year: 2019 }, end: march }, '2019–2020'],
    [{ start: march, end: { year: 2020, month: 8 } }, 'Mar – Aug 2020'],
    [{ start: { ...march, day: 1 }, end: { ...march, day: 1 } }, '1 March 2020'],
    [{ end: 'present' }, undefined],
    [{}, undefined],
  ])('%j is %s', (period, text) => {
    expect(formatPeriod(period, 'en-GB')?.replace(/\s/g, ' ')).toBe(text);
  });

  it('uses the language of the site', () => {
    expect(formatPeriod({ end: march }, 'de')).toBe('März 2020');
    expect(formatPeriod({ start: march }, 'en-US')).toBe('Mar 2020 – present');
  });
});

test('ongoing entries are first, then the latest; entries of one date keep the order of the file', () => {
  const work = [
    { name: 'undated' },
    { name: 'old', startDate: 2001, endDate: 2004 },
    { name: 'now', startDate: 2010 },
    { name: 'newer', startDate: 2012, endDate: 'present' },
    { name: 'twin', startDate: 2001, endDate: 2004 },
    { name: 'short', startDate: 2003, endDate: 2004 },
  ];
  expect(formatCvLines(makeCv({ work }))).toEqual({
    Positions: [
      '2012–present | newer',
      '2010–present | now',
      '2003–2004 | short',
      '2001–2004 | old',
      '2001–2004 | twin',
      'undated',
    ],
  });
});

test('sections contain their entries, and empty sections are omitted', () => {
  const cv = makeCv(
    {
      education: [
        { institution: 'U', studyType: 'PhD', area: 'On $x^2$', courses: ['a', 'b'], url: '/u/' },
      ],
      awards: [
        { title: '*Ad hoc* prize', awarder: 'Society', date: '2020-05', summary: 'By *vote*.' },
      ],
      languages: [{ language: 'English', fluency: 'native' }, { language: 'Latin' }],
      skills: [{ name: 'Code', keywords: ['C', 'Ada'], level: 'good' }],
      work: [],
    },
    [],
    { base: '/~ada' },
  );
  expect(formatCvLines(cv)).toEqual({
    Education: ['PhD, On x², U'],
    Awards: ['May 2020 | Ad hoc prize, Society'],
    Languages: ['English | native', 'Latin'],
    Skills: ['Code | C, Ada (good)'],
  });
  const [education, awards] = cv.sections;
  expect(education?.entries[0]?.what.html).toContain('data-formula="inline:x^2"');
  expect(education?.entries[0]?.where[0]).toMatchObject({ href: '/~ada/u/', isName: true });
  expect(education?.entries[0]?.highlights[0]?.text).toBe('Courses: a, b');
  expect(awards?.entries[0]?.what.html).toBe('<em>Ad hoc</em> prize');
  expect(awards?.entries[0]?.summary?.html).toBe('By <em>vote</em>.');
});

test.each([
  ['a title', { awards: [{ title: 'For $x$' }] }, true],
  ['joined texts', { education: [{ institution: 'U', studyType: 'PhD', area: '$x$' }] }, true],
  ['wrapped texts', { education: [{ institution: 'U', courses: ['a', 'On $x$'] }] }, true],
  ['a note', { skills: [{ name: 'C', keywords: ['a'], level: '$x$' }] }, true],
  ['a link to KaTeX', { awards: [{ title: 'A', summary: '[A](https://katex.org)' }] }, false],
  ['code', { awards: [{ title: 'A', summary: '`class="katex"`' }] }, false],
])('knows whether an entry contains a formula: %s', (_, keys, expected) => {
  expect(makeCv(keys).sections[0]?.entries.map(entryHasMath)).toEqual([expected]);
});

describe('talks', () => {
  const address = { city: 'Lyon', country: 'France' };
  const talks = [
    makeTalk({ title: 'One', date: '2021-09-22', event: 'Day', talk_type: 'Keynote' }),
    makeTalk({
      title: 'Two',
      date: '2022-01-02',
      event: 'Night',
      venue: 'Hall',
      address,
      featured: true,
    }),
    makeTalk({ title: 'Not held', deliveries: [{ date: '2022-01-03', status: 'cancelled' }] }),
    makeTalk({ title: 'For few', date: '2022-01-03', private: true }),
  ];

  it('are the deliveries of the talks of the site', () => {
    expect(formatCvLines(makeCv({}, talks))).toEqual({
      Talks: ['January 2022 | Two, Night, Lyon, France', 'September 2021 | One, Day | Keynote'],
    });
  });

  it('are selected by the CV', () => {
    const featured = { Talks: ['January 2022 | Two, Night, Lyon, France'] };
    expect(formatCvLines(makeCv({ talks: 'featured' }, talks))).toEqual(featured);
    expect(formatCvLines(makeCv({ talks: 'none' }, talks))).toEqual({});
  });
});

describe('the head of a CV', () => {
  const links = [
    { name: 'E-mail', url: 'mailto:a@example.org' },
    { name: 'Code', url: 'https://www.example.org/ada/' },
  ];
  const site = makeSite({ role: 'Reader', affiliation: 'U', links, url: 'https://ada.example' });

  it('is from the settings of the site', () => {
    expect(toCvHead({}, site)).toEqual({
      name: 'Ada Example',
      label: 'Reader, U',
      contacts: [
        { printText: 'ada.example' },
        { name: 'E-mail', href: 'mailto:a@example.org', printText: 'a@example.org' },
        { name: 'Code', href: 'https://www.example.org/ada/', printText: 'example.org/ada' },
      ],
    });
  });

  it('is from the CV if the CV has it', () => {
    const basics = {
      ...{ name: 'A. Example', label: 'Dean', email: 'dean@example.org', phone: '+43 1' },
      location: { address: 'Street 3', postalCode: '8010', city: 'Graz', countryCode: 'AT' },
    };
    const { name, label, contacts } = toCvHead(cvSchema.parse({ basics }), site);
    expect([name, label]).toEqual(['A. Example', 'Dean']);
    expect(contacts.map(({ printText }) => printText)).toEqual([
      'Street 3, 8010 Graz, AT',
      '+43 1',
      'dean@example.org',
      'ada.example',
      'example.org/ada',
    ]);
  });

  it('prints no address for a site without one', () => {
    expect(toCvHead({}, makeSite()).contacts).toEqual([{}]);
  });
});
