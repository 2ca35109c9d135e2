import { describe, expect, it } from 'vitest';
import { listJekyllAddresses } from '../../../src/import/addresses/jekyll-addresses.ts';
import { readCommittedAddresses, testGenerator } from '../../helpers/old-sites/generators.ts';
import { makeOldSite } from '../../helpers/old-sites/stage-old-site.ts';

const page = (...lines: string[]) => ['---', 'title: T', ...lines, '---', 'Text.', ''].join('\n');

const config = (permalink: string) => `title: Old
permalink: ${permalink}
include: [_pages, files]
exclude: [drafts, "*.log", Rakefile]
collections:
  talks: { output: true, permalink: "/:collection/:path/" }
  publications: { output: true }
  hidden: { output: false }
defaults:
  - scope: { path: "_pages/by-default.md" }
    values: { permalink: /by-default/ }
plugins: [jekyll-feed, jekyll-sitemap, jekyll-redirect-from]
`;

/** A site of academicpages with an example of each setting that affects addresses. */
const files: Record<string, string> = {
  'index.md': page(),
  'root.md': page(),
  'plain.html': page(),
  'dir/index.md': page(),
  'dir/other.md': page(),
  Rakefile: 'x',
  'drafts/a.txt': 'x',
  'some.log': 'x',
  '_pages/about.md': page('permalink: /about/', 'redirect_from: [/about.html, old-about/]'),
  '_pages/by-default.md': page(),
  '_pages/none.md': page(),
  '_talks/2012-03-01-talk-1.md': page('permalink: /talks/2012-03-01-talk-1'),
  '_talks/sub/With Blank & Ünï.md': page(),
  '_talks/nameless': page('permalink: /talks/nameless/'),
  '_talks/unpublished.md': page('published: false'),
  '_publications/2009-10-01-Paper_Number 1.md': page(),
  '_publications/2010.md': page('permalink: /publication/2010.html'),
  '_hidden/a.md': page(),
  '_posts/2012-08-14-blog-post-1.md': page('permalink: /posts/2012/08/blog-post-1/'),
  '_posts/2021-01-02-Title_Case--x.md': page(),
  '_posts/2021-01-03-slugged.md': page('slug: "My Slug É"', 'categories: [One Two, three]'),
  '_posts/2021-01-04-dated.md': page('date: 2022-10-11', 'category: Notes'),
  'files/paper.pdf': 'x',
  'images/Ünï.png': 'x',
};

const site = (permalink: string) => ({ ...files, '_config.yml': config(permalink) });
const computed = (permalink: string) =>
  listJekyllAddresses(makeOldSite('academicpages', site(permalink))).map(({ old }) => old);

const permalinks = [
  '/:categories/:title/',
  'pretty',
  'date',
  'none',
  'ordinal',
  '/:year/:title:output_ext',
];

describe('by the rules of Jekyll', () => {
  it.each(permalinks)('where permalink is %s', (permalink) => {
    expect(computed(permalink).sort()).toMatchSnapshot();
  });

  it('ignores an address of another site', () => {
    const elsewhere = { '_posts/2021-01-05-x.md': page('permalink: https://x.example/y/') };
    const found = listJekyllAddresses(makeOldSite('academicpages', elsewhere)).map(
      ({ old }) => old,
    );
    expect(found).toEqual(['/', '/feed.xml', '/sitemap.xml']);
  });
});

/** Removes `.html`, because a static server finds `/x.html` for `/x`. */
const plain = (addresses: string[]) =>
  [...new Set(addresses.map((old) => old.replace(/\.html$|\/$/, '')))].sort();

const made = readCommittedAddresses('jekyll');

describe('the addresses of a Jekyll site', () => {
  it.each(permalinks)('are correct for the permalink %s', (permalink) => {
    const known = (made[permalink] ?? []).filter(
      (old) => !/^\/(redirects\.json|robots\.txt)$/.test(old),
    );
    expect(known.length).toBeGreaterThan(20);
    expect(plain(computed(permalink))).toEqual(plain(known));
  });

  testGenerator(
    'jekyll',
    Object.fromEntries(permalinks.map((permalink) => [permalink, site(permalink)])),
  );
});
