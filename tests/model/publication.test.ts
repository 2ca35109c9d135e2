import { describe, expect, it } from 'vitest';
import { sortPublications, toPublication } from '../../src/model/publication.ts';
import { toPublicationType } from '../../src/model/publication-type.ts';
import { addressesUnder } from '../../src/model/url.ts';
import { publicationTexts } from '../../src/model/written-texts.ts';
import { publicationSchema } from '../../src/schema/publication.ts';
import { knowing } from '../helpers/talk.ts';

const site = {
  owner: 'Ada Example',
  timezone: 'Europe/Vienna',
  z: 'utc' as const,
  addresses: addressesUnder('/sub'),
};

function make(keys: Record<string, unknown> = {}, slug = 'paper') {
  const frontMatter = publicationSchema.parse({ title: 'T', ...keys });
  const texts = Object.fromEntries(
    publicationTexts(frontMatter).map(({ name, value }) => [name, { html: value, text: value }]),
  );
  const source = { slug, frontMatter, texts, hasBody: false, hasMath: false, hasPlayer: false };
  return toPublication({ ...source, findFile: knowing('p.pdf') }, site);
}

describe('a publication', () => {
  it('has its authors in order, and knows which is the owner', () => {
    const { authors } = make({ authors: ['B. Sample', 'admin', 'Ada Example'] });
    expect(authors).toEqual([
      { name: 'B. Sample', isOwner: false },
      { name: 'Ada Example', isOwner: true },
      { name: 'Ada Example', isOwner: true },
    ]);
    expect(make().authors).toEqual([{ name: 'Ada Example', isOwner: true }]);
  });

  it.each([
    [['2'], 'Journal article'],
    [['article-journal'], 'Journal article'],
    [['Conference paper'], 'Conference paper'],
    [['0', '7'], 'Thesis'],
    [['0'], undefined],
    [['nonsense'], undefined],
  ])('of the types %j is a %s', (written, name) => {
    expect(toPublicationType(written)?.name).toBe(name);
  });

  it('says where it appeared, in short where there is a short name', () => {
    const long = make({ publication: 'In *Long*', publication_short: 'In *L*' });
    expect([long.venue?.text, long.venueShort?.text]).toEqual(['In *Long*', 'In *L*']);
    const old = make({ venue: 'In *Old*' });
    expect([old.venue?.text, old.venueShort?.text]).toEqual(['In *Old*', 'In *Old*']);
  });

  it('links its files and its DOI', () => {
    const { links, doi, href } = make({ paperurl: 'p.pdf', doi: 'https://doi.org/10.1/A' });
    expect(links.map(({ label, href: to }) => `${label} ${to}`)).toEqual([
      'PDF /p.pdf',
      'DOI https://doi.org/10.1/A',
    ]);
    expect(doi).toBe('10.1/A');
    expect(href).toBe('/sub/publications/paper/');
  });

  it('stands in order of its day; what has none stands first', () => {
    const papers = [
      make({ date: '2019-01-01' }, 'b'),
      make({ date: '2019-01-01' }, 'a'),
      make({}, 'undated'),
      make({ date: '2021-05-05' }, 'new'),
    ];
    expect(sortPublications(papers).map(({ slug }) => slug)).toEqual(['undated', 'new', 'a', 'b']);
  });
});
