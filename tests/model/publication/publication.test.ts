import { describe, expect, it } from 'vitest';
import { pickNamedAuthors, sortPublications } from '../../../src/model/publication/publication.ts';
import { toPublicationType } from '../../../src/model/publication/raw-publication.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { parseVenue } from '../../../src/model/publication/publication-citable.ts';
import { makePublication } from '../../helpers/make/publication.ts';
import { createFileFinder } from '../../helpers/make/talk.ts';

const make = (keys: Record<string, unknown> = {}, slug = 'paper') =>
  makePublication(
    keys,
    slug,
    { findFile: createFileFinder('p.pdf') },
    { addresses: createAddresses('/sub') },
  );

describe('a publication', () => {
  it('has its authors in order, with the owner marked', () => {
    const { authors } = make({ authors: ['B. Sample', 'admin', 'Ada Example'] });
    expect(authors).toEqual([
      { name: 'B. Sample', isOwner: false },
      { name: 'Ada Example', isOwner: true },
      { name: 'Ada Example', isOwner: true },
    ]);
    expect(make().authors).toEqual([{ name: 'Ada Example', isOwner: true }]);
  });

  it.each(['**Ada Example**', '__Ada Example__', '<b>Ada Example</b>', '*Ada Example*'])(
    'knows its owner in %s',
    (name) => {
      const { authors } = make({ authors: ['B. Sample', name, 'C. Sample*'] });
      expect(authors).toEqual([
        { name: 'B. Sample', isOwner: false },
        { name: 'Ada Example', isOwner: true },
        { name: 'C. Sample', mark: '*', isOwner: false },
      ]);
    },
  );

  it.each([
    [['2'], 'Journal article'],
    [['article-journal'], 'Journal article'],
    [['Conference paper'], 'Conference paper'],
    [['0', '7'], 'Thesis'],
    [['0'], undefined],
    [['nonsense'], undefined],
  ])('maps the types %j to %s', (words, name) => {
    expect(toPublicationType(words)?.name).toBe(name);
  });

  it('has its venue, and the short name if there is one', () => {
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

  it('links the slides and the BibTeX of academicpages', () => {
    const { links } = make({
      slidesurl: 'https://a.example/s',
      bibtexurl: 'https://a.example/p.bib',
    });
    expect(links.map(({ label, href: to }) => `${label} ${to}`)).toEqual([
      'Slides https://a.example/s',
      'BibTeX https://a.example/p.bib',
    ]);
  });

  it('has the identifiers of HugoBlox, and links to their providers', () => {
    const { links, doi } = make({
      hugoblox: { ids: { doi: '10.5/a', arxiv: 'arXiv:1512.04133v1' } },
      links: [
        { type: 'preprint', provider: 'arxiv', id: '1512.04133v1' },
        { type: 'code', provider: 'github', id: 'a/b' },
        { type: 'custom', label: 'Notes', url: 'https://n.example' },
        { type: 'dataset', url: '#' },
      ],
    });
    expect(links.map(({ label, href: to }) => `${label} ${to}`)).toEqual([
      'arXiv https://arxiv.org/abs/1512.04133v1',
      'Code https://github.com/a/b',
      'Notes https://n.example',
      'DOI https://doi.org/10.5/a',
    ]);
    expect(doi).toBe('10.5/a');
  });

  it.each([
    [
      'Zhang, Shihui, <b>Callaghan, Max</b>, Ji, John S. (2023). &quot;T&quot;.',
      ['Shihui Zhang', 'Max Callaghan', 'John S. Ji'],
    ],
    ['Ada Example, Lin Sample, and Jo Doe (2023). T.', ['Ada Example', 'Lin Sample', 'Jo Doe']],
    ['Example Group. (2009). T.', ['Example Group']],
    ['Your Name, You. (2009). T.', ['You Your Name']],
    ['nothing that anybody could read', ['Ada Example']],
  ])('has the authors of its citation where nothing else names them: %s', (citation, names) => {
    expect(make({ citation }).authors.map(({ name }) => name)).toEqual(names);
  });

  it('does not treat "et al." as a person', () => {
    const some = make({ authors: ['A. Doe', 'et al.'] });
    expect(pickNamedAuthors(some).map(({ name }) => name)).toEqual(['A. Doe']);
  });

  it('is sorted by date; publications without a date are first', () => {
    const papers = [
      make({ date: '2019-01-01' }, 'b'),
      make({ date: '2019-01-01' }, 'a'),
      make({}, 'undated'),
      make({ date: '2021-05-05' }, 'new'),
    ];
    expect(sortPublications(papers).map(({ slug }) => slug)).toEqual(['undated', 'new', 'a', 'b']);
  });
});

it.each([
  [
    'In *Journal of Examples*, 12(3), 45–78',
    { title: 'Journal of Examples', volume: '12', issue: '3', page: '45–78' },
  ],
  ['*J. Ex.*, vol. 7, pp. 1-9.', { title: 'J. Ex.', volume: '7', page: '1–9' }],
  [
    'In *Proc. of the 3rd Conference* (PC), pages 101--112',
    { title: 'Proc. of the 3rd Conference', page: '101–112' },
  ],
  ['_Letters_ 5', { title: 'Letters', volume: '5' }],
  ['In: Example Press, 2nd edition', { title: 'Example Press, 2nd edition' }],
  ['**Bold** words', { title: '**Bold** words' }],
  ['', { title: '' }],
])('parseVenue splits %s', (text, venue) => {
  expect(parseVenue(text)).toEqual(venue);
});
