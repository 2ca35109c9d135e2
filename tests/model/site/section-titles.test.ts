import { describe, expect, it } from 'vitest';
import {
  toHomeTitle,
  toMenuText,
  toSectionNoun,
  toSectionTitle,
} from '../../../src/model/site/section-titles.ts';
import { toMenu } from '../../../src/model/site/site.ts';
import { makeSite } from '../../helpers/make/site.ts';

const sections = { publications: 'Papers', posts: { title: 'News and views', menu: 'News' } };
const named = makeSite({ sections });

describe('the names of sections', () => {
  it('are those of the folders by default', () => {
    const site = makeSite();
    expect(toSectionTitle(site, 'talks')).toBe('Talks');
    expect(toSectionTitle(site, 'cv')).toBe('CV');
    expect(toMenuText(site, 'posts')).toBe('Posts');
    expect(toSectionNoun(site, 'posts')).toBe('posts');
    expect(toHomeTitle(site, 'recent_publications')).toBe('Recent publications');
    expect(toHomeTitle(site, 'about')).toBe('About');
  });

  it('are those in the settings in lists, menus, parts of the home page and feeds', () => {
    expect(toSectionTitle(named, 'publications')).toBe('Papers');
    expect(toSectionTitle(named, 'talks')).toBe('Talks');
    const menu = toMenu(named, { talks: true, publications: true, posts: true });
    expect(menu.map(({ name }) => name)).toEqual(['Talks', 'Papers', 'News']);
    expect(toHomeTitle(named, 'featured_publications')).toBe('Featured papers');
    expect(toHomeTitle(named, 'posts')).toBe('Recent news and views');
    expect(toHomeTitle(named, 'recent_talks')).toBe('Recent talks');
    const { feed } = makeSite({ sections: { talks: 'Lectures' } });
    expect(feed.title).toBe('Ada Example: lectures');
    expect(feed.description).toBe('Lectures by Ada Example.');
  });

  it.each([
    ['en-GB', 'Papers', 'papers'],
    ['en', 'Selected Works', 'Selected Works'],
    ['en', 'LaTeX notes', 'LaTeX notes'],
    ['de', 'Vorträge', 'Vorträge'],
  ])('keep capitals of names and of other languages (%s: %s)', (language, title, noun) => {
    const site = makeSite({ language, sections: { talks: title } });
    expect(toSectionNoun(site, 'talks')).toBe(noun);
  });

  it('are not repeated after a title that starts like the part', () => {
    const site = makeSite({ sections: { talks: 'Recent and upcoming talks' } });
    expect(toHomeTitle(site, 'recent_talks')).toBe('Recent and upcoming talks');
    expect(toHomeTitle(site, 'featured_talks')).toBe('Featured talks');
  });
});
