import { describe, expect, it } from 'vitest';
import { toAuthors } from '../../../src/model/page/author.ts';
import { createPersonLookup, findOwner } from '../../../src/model/person/person-lookup.ts';
import { toNameKey } from '../../../src/model/person/raw-person.ts';
import { groupPeople } from '../../../src/model/person/people-groups.ts';
import { personSchema } from '../../../src/schema/person.ts';
import { makePerson } from '../../helpers/make/person.ts';
import { makeSite } from '../../helpers/make/site.ts';
import { introduceOwner, addOwnerDetails } from '../../../src/model/site/site.ts';

describe('a person', () => {
  it.each([
    ['title', { title: 'Lin Sample' }],
    ['name', { name: 'Lin Sample' }],
    ['name.display', { name: { display: 'Lin Sample', given: 'L.' } }],
    ['parts of a name', { first_name: 'Lin', last_name: 'Sample' }],
  ])('is called by %s', (_, data) => {
    const { title, familyName, href } = makePerson(data);
    expect([title.text, familyName, href]).toEqual([
      'Lin Sample',
      'Sample',
      '/sub/people/lin-sample/',
    ]);
  });

  it('has degrees from the keys of three generations of themes', () => {
    const old = { courses: [{ course: 'PhD', institution: 'A College', year: 2012 }] };
    const middle = [{ area: 'MSc', institution: 'B', date_start: '2019-09-01', date_end: '' }];
    const button = { text: 'Thesis', url: 'files/cv.pdf' };
    const recent = [{ degree: 'BA', start: '2015', end: 'autumn 2018', summary: 'S', button }];
    const said = (education: unknown) =>
      makePerson({ title: 'L', education }).education.map(({ when, what, where, summary }) => [
        ...[when, what.text, ...where.map(({ text, href }) => (href ? `${text} ${href}` : text))],
        ...(summary ? [summary.text] : []),
      ]);
    expect(said(old)).toEqual([['2012', 'PhD', 'A College']]);
    expect(said(middle)).toEqual([['2019–present', 'MSc', 'B']]);
    expect(said(recent)).toEqual([['2015 – autumn 2018', 'BA', 'Thesis /files/cv.pdf', 'S']]);
  });

  it('has links with labels and icons, each once, and none without a target', () => {
    const { links } = makePerson({
      title: 'L',
      social: [
        { icon: 'envelope', icon_pack: 'fas', link: 'lin@example.org' },
        { icon: 'at-symbol', link: 'mailto:sample@example.org' },
        { icon: 'graduation-cap', link: 'https://scholar.google.com/citations?user=x' },
        { icon: 'download', icon_pack: 'fas', link: 'files/cv.pdf' },
        { icon: 'envelope', link: '/#contact' },
        { icon: 'phone', link: 'tel:+43316000000' },
      ],
      profiles: [{ icon: 'brands/github', url: 'https://github.com/lin', label: 'Code' }],
      links: [{ icon: 'brands/github', url: 'https://github.com/lin' }],
    });
    expect(links.map(({ name, href, icon }) => `${name} ${href} ${icon?.name}`)).toEqual([
      'E-mail mailto:lin@example.org envelope',
      'sample@example.org mailto:sample@example.org envelope',
      'Google Scholar https://scholar.google.com/citations?user=x graduation-cap',
      'CV /files/cv.pdf download',
      'Telephone tel:+43316000000 phone',
      'Code https://github.com/lin brands/github',
    ]);
  });

  it('has the addresses of older themes as aliases', () => {
    const { aliases } = makePerson({ title: 'José Núñez', alias: '/team/jose/' }, { slug: 'jn' });
    expect(aliases).toEqual(['/team/jose/', '/author/jn/', '/authors/jn/', '/author/jose-nunez/']);
  });
});

it('nameKey ignores accents and case, but not initials and order', () => {
  expect(toNameKey('  José  NÚÑEZ-Sample ')).toBe('jose-nunez-sample');
  expect(toNameKey('शर्मा')).not.toBe(toNameKey('शरमा'));
  expect(toNameKey('J. Sample')).not.toBe(toNameKey('Jo Sample'));
});

describe('a list of authors', () => {
  const people = [
    makePerson({ title: 'Ada Example', superuser: true }, { slug: 'admin', isOwner: true }),
    makePerson({ title: 'José Núñez', nicknames: ['J. Núñez'] }, { slug: 'jn' }),
    makePerson({ title: 'Lin Sample', draft: true }),
    makePerson({ title: 'Bo Same' }, { slug: 'bo-1' }),
    makePerson({ title: 'Bo Same' }, { slug: 'bo-2' }),
  ];
  const findPerson = createPersonLookup(people, ({ draft }) => !draft);
  const authors = (names: string[] | undefined) =>
    toAuthors({ authors: names }, { owner: 'Ada Example', findPerson }).map(
      ({ name, isOwner, href }) => [name, ...(isOwner ? ['owner'] : []), ...(href ? [href] : [])],
    );

  it.each([
    ['admin', ['Ada Example', 'owner', '/sub/']],
    ['me', ['Ada Example', 'owner', '/sub/']],
    ['ada example', ['ada example', 'owner', '/sub/']],
    ['jn', ['José Núñez', '/sub/people/jn/']],
    ['JOSE NUNEZ', ['JOSE NUNEZ', '/sub/people/jn/']],
    ['J. Nunez', ['J. Nunez', '/sub/people/jn/']],
    ['J Núñez', ['J Núñez']],
    ['lin-sample', ['Lin Sample']],
    ['Bo Same', ['Bo Same']],
    ['bo-2', ['Bo Same', '/sub/people/bo-2/']],
    ['Somebody Else', ['Somebody Else']],
  ])('finds %s', (name, author) => {
    expect(authors([name])).toEqual([author]);
  });

  it('is the owner if it is missing, and on a site without people', () => {
    expect(authors(undefined)).toEqual([['Ada Example', 'owner', '/sub/']]);
    expect(toAuthors({ author: ['me', 'Bo'] }, { owner: 'Ada' })).toEqual([
      { name: 'Ada', isOwner: true },
      { name: 'Bo', isOwner: false },
    ]);
  });
});

describe('the owner', () => {
  const of = (slug: string, data: Record<string, unknown>) => ({
    slug,
    frontMatter: personSchema.parse(data),
  });
  it('is the person with the name of the site, or else in the folder admin, or else marked', () => {
    const named = of('z', { title: 'ADA EXAMPLE' });
    const admin = of('admin', { title: 'B' });
    const marked = of('c', { title: 'C', is_owner: true });
    const first = of('b', { title: 'D', superuser: true });
    expect(findOwner([marked, admin, named], 'Ada Example')).toBe(named);
    expect(findOwner([marked, admin], 'Ada Example')).toBe(admin);
    expect(findOwner([marked, first], 'Ada Example')).toBe(first);
    expect(findOwner([of('x', { title: 'X' })], 'Ada Example')).toBeUndefined();
  });

  it('completes the settings of the site', () => {
    const owner = makePerson(
      {
        title: 'Ada Example',
        role: 'Reader',
        organizations: [{ name: 'A', url: 'https://a.example' }, { name: 'B' }],
        links: [{ url: 'https://github.com/ada' }, { url: 'https://orcid.org/1', label: 'ORCID' }],
      },
      { isOwner: true },
    );
    const bare = addOwnerDetails(makeSite(), owner);
    expect([bare.role, bare.affiliation, bare.links.length]).toEqual([
      'Reader',
      { name: 'A', href: 'https://a.example' },
      2,
    ]);
    const links = [{ name: 'GitHub', url: 'https://github.com/example' }];
    const full = addOwnerDetails(makeSite({ role: 'Dean', affiliation: 'B', links }), owner);
    expect(full.role).toBe('Dean');
    expect(full.links.map(({ href }) => href)).toEqual([
      'https://github.com/example',
      'https://orcid.org/1',
    ]);
    const { institutions } = introduceOwner(full, owner);
    expect(institutions.map(({ name }) => name)).toEqual(['B', 'A']);
  });
});

describe('the list of people', () => {
  const person = (title: string, ...user_groups: string[]) =>
    makePerson({ title, user_groups }, { slug: title.toLowerCase() });
  const listed = (...[people, order]: Parameters<typeof groupPeople>) =>
    groupPeople(people, order).map(({ name, people: found }) => [
      name,
      ...found.map(({ title }) => title.text),
    ]);
  const many = [
    person('Zoë Abel', 'Students'),
    person('Ada Úber', 'Staff', 'Students'),
    person('Bo Ulm', 'Staff'),
    person('Di None'),
  ];

  it('has groups in the order of the settings, then by name, people by family name', () => {
    expect(listed(many)).toEqual([
      ['Staff', 'Ada Úber', 'Bo Ulm'],
      ['Students', 'Zoë Abel', 'Ada Úber'],
    ]);
    expect(listed(many, ['Alumni', 'Students'])[0]?.[0]).toBe('Students');
    expect(listed(many.toReversed())).toEqual(listed(many));
  });

  it('has everybody if nobody is in a group, and is empty with only the owner', () => {
    const owner = makePerson({ title: 'Me', user_groups: ['Staff'] }, { isOwner: true });
    expect(listed([person('Bo B'), person('Al A')])).toEqual([[undefined, 'Al A', 'Bo B']]);
    expect(listed([owner])).toEqual([]);
    expect(listed([owner, many[2]!])).toEqual([['Staff', 'Me', 'Bo Ulm']]);
    expect(listed([{ ...person('Bo B'), private: true }])).toEqual([]);
  });
});
