import { describe, expect, it } from 'vitest';
import { checkDeckName, toDeckLinks, type FindDeck } from '../../../src/model/page/page-links.ts';
import { createDeckFinder, groupPagesByDeck, type Deck } from '../../../src/model/deck/deck.ts';
import { toTalkLinks } from '../../../src/model/talk/talk.ts';
import { toRawDeckName } from '../../../src/model/page/raw-links.ts';
import { makeFrontMatter, makeTalk, createFileFinder } from '../../helpers/make/talk.ts';

const findDeck: FindDeck = (name) =>
  name.toLowerCase() === 'bounds' ? { slug: 'b', href: '/sub/slides/b/' } : undefined;

describe('slides:', () => {
  it.each([
    ['bounds', 'bounds'],
    ['my talk', 'my talk'],
    ['bounds/index.md', 'bounds'],
    ['/slides/bounds/', 'bounds'],
    ['content/slides/bounds.md', 'bounds'],
    ['https://example.org/bounds', undefined],
    ['//example.org/bounds', undefined],
    ['slides.pdf', undefined],
    ['slides/bounds.html', undefined],
  ])('%s', (slides, name) => {
    expect(toRawDeckName({ slides })).toBe(name);
  });
});

describe('a link to a deck', () => {
  const deck = { kind: 'slides', label: 'Slides', href: '/sub/slides/b/', deck: 'b' };

  it('is before all other links and keeps them', () => {
    const talk = makeFrontMatter({
      slides: 'Bounds',
      url_slides: 'old.pdf',
      url_code: 'https://a.org/',
    });
    const links = toTalkLinks(talk, createFileFinder('old.pdf'), findDeck);
    expect(links[0]).toEqual(deck);
    expect(links.map(({ label }) => label)).toEqual(['Slides', 'old.pdf', 'Code']);
  });

  it('does not exist for an unknown deck, or on a site without decks', () => {
    expect(toDeckLinks({ slides: 'no' }, findDeck)).toEqual([]);
    expect(toDeckLinks({ slides: 'bounds' })).toEqual([]);
    expect(toDeckLinks({}, findDeck)).toEqual([]);
  });
});

describe('an unknown deck', () => {
  const said = (slides: string, decks: string[]) =>
    checkDeckName({ slides }, decks).map(({ code, message, remedy }) => [code, message, remedy]);

  it('is reported with the most similar name', () => {
    expect(said('bound', ['other', 'bounds'])).toEqual([
      [
        'unknown-deck',
        'there is no deck "bound" in content/slides/, so the page does not link to it',
        'Did you mean slides: bounds?',
      ],
    ]);
    expect(said('quite-else', ['bounds'])[0]?.[1]).toBe(
      'there is no deck "quite-else" in content/slides/, so the page does not link to it',
    );
  });

  it.each([
    ['without decks', 'bounds', []],
    ['that is there', 'Bounds', ['bounds']],
    ['that a template left', 'example', ['bounds']],
    ['of a file', 'slides.pdf', ['bounds']],
  ])('is not told %s', (_, slides, decks) => {
    expect(said(slides, decks)).toEqual([]);
  });
});

describe('decks of a site', () => {
  const page = makeTalk({ slides: 'Bounds' }, {}, { findDeck });
  const toDeck = (slug: string, name: string): Deck => ({ ...page, slug, name, links: [] });

  it('are found by their names in any case, the first of two', () => {
    const find = createDeckFinder([toDeck('a', 'one'), toDeck('b', 'Two'), toDeck('c', 'two')]);
    expect([find('ONE'), find('TWO'), find('three')].map((deck) => deck?.slug)).toEqual([
      'a',
      'b',
      undefined,
    ]);
  });

  it('are grouped with the pages that link to them', () => {
    const talks = ['x', 'y'].map((slug) => ({ ...page, slug }));
    const groups = groupPagesByDeck([...talks, makeTalk({}, { slug: 'z' })]);
    expect([...groups].map(([deck, pages]) => [deck, pages.map(({ slug }) => slug)])).toEqual([
      ['b', ['x', 'y']],
    ]);
  });
});
