import { describe, expect, it } from 'vitest';
import { toTextDirection, toMenu } from '../../../src/model/site/site.ts';
import { makeSite } from '../../helpers/make/site.ts';

describe('toSite', () => {
  it('puts its own addresses below the base path and keeps others unchanged', () => {
    const site = makeSite({
      base: '/~ada',
      icon: 'favicon.svg',
      navigation: [
        { name: 'Talks', url: '/talks/' },
        { name: 'Lab', url: 'https://lab.example.org/' },
      ],
      links: [
        { name: 'CV', url: 'files/cv.pdf', icon: 'cv', icon_pack: 'ai' },
        { name: 'E-mail', url: 'mailto:ada@example.org' },
      ],
    });
    expect(site.icon).toBe('/~ada/favicon.svg');
    expect(site.navigation.map(({ href }) => href)).toEqual([
      '/~ada/talks/',
      'https://lab.example.org/',
    ]);
    expect(site.links).toEqual([
      { name: 'CV', href: '/~ada/files/cv.pdf', icon: { name: 'cv', pack: 'ai' } },
      { name: 'E-mail', href: 'mailto:ada@example.org' },
    ]);
    expect(site.absolute(site.addresses.talk('nyu'))).toBe('https://example.org/~ada/talks/nyu/');
  });

  it('adds a missing scheme to addresses', () => {
    const { affiliation, links } = makeSite({
      affiliation: { name: 'A College', url: 'www.college.example/' },
      links: [{ name: 'Lab', url: 'www.lab.example' }],
    });
    expect(affiliation).toEqual({ name: 'A College', href: 'https://www.college.example/' });
    expect(links).toEqual([{ name: 'Lab', href: 'https://www.lab.example' }]);
  });

  it('has the origin if the settings have a url', () => {
    expect(makeSite({ url: 'https://ada.example' }).origin).toBe('https://ada.example');
    const site = makeSite();
    expect(site.origin).toBeUndefined();
    expect(site.absolute('/talks/')).toBe('https://example.org/talks/');
  });

  it('names the feed after the site unless it has a name', () => {
    expect(makeSite().feed).toEqual({
      title: 'Ada Example: talks',
      description: 'Talks by Ada Example.',
    });
    const feed = { title: 'Lectures' };
    expect(makeSite({ description: 'About knots.', feed }).feed).toEqual({
      title: 'Lectures',
      description: 'About knots.',
    });
  });
});

it.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['az-Arab', 'rtl'],
  ['en-GB', 'ltr'],
  ['zh', 'ltr'],
])('a site in %s runs %s', (language, direction) => {
  expect(toTextDirection(language)).toBe(direction);
});

describe('the menu', () => {
  const filled = { talks: true, publications: false, posts: true, cv: false };
  const hrefs = (navigation: { name: string; url: string }[]) =>
    toMenu(makeSite({ base: '/sub', navigation }), filled).map(({ href }) => href);

  it('has the sections with content by default', () => {
    expect(toMenu(makeSite({ base: '/sub' }), filled)).toEqual([
      { name: 'Talks', href: '/sub/talks/' },
      { name: 'Posts', href: '/sub/posts/' },
    ]);
  });

  it('ends with the plain pages', () => {
    const page = { title: { text: 'For students' }, href: '/sub/pages/for-students/' };
    const menu = toMenu(makeSite({ base: '/sub' }), filled, [page]);
    expect(menu.at(-1)).toEqual({ name: 'For students', href: '/sub/pages/for-students/' });
    const navigation = [{ name: 'N', url: '/talks/' }];
    expect(toMenu(makeSite({ navigation }), filled, [page])).toHaveLength(1);
  });

  it('omits empty sections and keeps the order of the settings', () => {
    const urls = ['/cv/', '/posts/', '/publications/', '/talks/tags/'];
    expect(hrefs(urls.map((url) => ({ name: 'N', url })))).toEqual([
      '/sub/posts/',
      '/sub/talks/tags/',
    ]);
  });
});
