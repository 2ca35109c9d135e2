import { describe, expect, it } from 'vitest';
import { listHugoAddresses } from '../../../src/import/addresses/hugo-addresses.ts';
import { readCommittedAddresses, testGenerator } from '../../helpers/old-sites/generators.ts';
import { makeOldSite } from '../../helpers/old-sites/stage-old-site.ts';

const page = (...lines: string[]) => ['---', ...lines, '---', 'Text.', ''].join('\n');
const dated = (...lines: string[]) => page('date: 2019-03-04T23:30:00-07:00', ...lines);

const config = `baseURL: https://old.example/
title: Old
removePathAccents: true
permalinks:
  event: /talk/:slug/
  post: /:year/:month/:day/:slug/
  note: /n/:monthname/:weekdayname/:yearday/:06/:sections/:section/:filename/:title
  authors: /author/:slug/
  tags: /tag/:slug/
taxonomies: { tag: tags, category: categories, publication_type: publication_types, author: authors }
`;

/** A site with an example of each setting that affects addresses. */
const academic: Record<string, string> = {
  'config.yaml': config,
  'content/event/_index.md': page('title: Talks'),
  'content/event/a/index.md': dated(
    'title: "A  Double — Space: Título & C++ (v1.2)"',
    'authors: [admin, "Jane Q. Doe", "José Núñez"]',
    'tags: ["Deep Learning", "C++", "C#", a/b, "R&D"]',
    'publication_types: ["2"]',
  ),
  'content/event/a/Slides File.PDF': 'x',
  'content/event/a/sub/notes.txt': 'x',
  'content/event/a/web/index.html': '<p>Slides</p>',
  'content/event/b.md': dated('title: Slash / Title', 'slug: My Slug.X'),
  'content/event/loose.csv': 'x',
  'content/publication/PAIRED/index.md': dated(
    'title: P',
    'aliases: [/pub/old/, rel-alias, "/Pub/Ünï cö/", /x.html, /no/slash, sub/rel2/, ../up]',
  ),
  'content/publication/PAIRED/PAIRED.pdf': 'x',
  'content/publication/In-the--ZONE-x-/index.md': dated('title: Q', 'url: /custom/Path Here/'),
  'content/publication/u2.md': dated('title: U', 'url: rel/url.html'),
  'content/publication/u3.md': dated('title: U', 'url: /abs/noslash'),
  'content/publication/draft.md': dated('title: D', 'draft: true'),
  'content/publication/Name With Blanks & Ünï.md': dated('title: N'),
  'content/publication/slug.md': dated('title: S', 'slug: "-Slug Ünï X-"'),
  'content/publication/a -  b_c--d.md': dated('title: A'),
  'content/publication/a.b.c.md': dated('title: A'),
  'content/post/x.md': dated('title: Post X'),
  'content/post/only-published.md': page('title: Published', 'publishDate: 2018-02-03'),
  'content/post/deep/er/y.md': dated('title: Why'),
  'content/post/undated.md': page('title: No date'),
  'content/post/toml.md': '+++\ntitle = "In TOML"\nDate = 2017-01-02T08:00:00Z\n+++\n',
  'content/note/sec/_index.md': page('title: Sec'),
  'content/note/sec/z/index.md': dated('title: Zed Z'),
  'content/note/w.md': dated('title: W w'),
  'content/authors/admin/_index.md': page('title: Ada Example'),
  'content/authors/jd/_index.md': page('title: JD', 'slug: jay-dee'),
  'content/tags/academic/_index.md': page('title: Academic!'),
  'content/home/index.md': page('headless: true', 'type: widget_page'),
  'content/home/about.md': page('title: About', 'widget: about'),
  'content/privacy.md': page('title: Privacy'),
  'content/Upper Case/Sub Dir/z.md': dated('title: Z', 'categories: [My Cat]'),
  'content/Upper Case/loose file.txt': 'x',
  'content/plain/raw.html': '<p>Raw.</p>',
  'content/plain/hidden.md': dated('title: H', '_build: { render: false }'),
  'content/plain/q.en.md': dated('title: Q'),
  'content/plain/no-front-matter.md': 'Words.\n',
  'static/files/Some Paper.pdf': 'x',
  'static/img/Ünï.png': 'x',
};

const ugly: Record<string, string> = {
  'config/_default/hugo.toml':
    'baseURL = "https://old.example/"\nuglyURLs = true\ndisablePathToLower = true\ndefaultContentLanguageInSubdir = true\n',
  'config/_default/languages.toml': '[en]\nweight = 1\n[de]\nweight = 2\n',
  'config/_default/permalinks.toml': 'talk = "/p/:title/"\ncategories = "/category/:title/"\n',
  'config/_default/frontmatter.toml': 'date = [":filename", ":default"]\n',
  'content/talk/a.md': page('title: "C++ -- in A+B"', 'categories: ["A -- B"]', 'tags: [C++]'),
  'content/talk/B/index.md': page('title: In Bundle', 'aliases: [/old/]'),
  'content/talk/B/b.pdf': 'x',
  'content/x/2018-01-02-Named-By-Day.md': page('title: x'),
  'content/x/In-the--ZONE-x-.md': page('title: x'),
  'content/x/100% of a&b@c,d.md': page('title: x'),
};

/** Formats addresses; `?` marks those of older versions of Hugo. */
function computed(files: Record<string, string>): string[] {
  return listHugoAddresses(makeOldSite('wowchemy', files)).map(
    ({ old, guessed }) => (guessed ? '? ' : '') + old,
  );
}

/** Omits addresses of older versions, and those that a browser cannot request. */
function certain(addresses: readonly string[]): string[] {
  const asked = addresses.map((old) => old.replace(/#.*$/, '/').replace(/\/index\.html$/, '/'));
  return [...new Set(asked.filter((old) => !old.startsWith('?')))].sort();
}

describe('by the rules of Hugo', () => {
  it('returns the addresses of every page, list, term, feed and file', () => {
    expect(computed(academic).sort()).toMatchSnapshot();
  });

  it('returns those of a site with ugly addresses, capitals and a language folder', () => {
    expect(computed(ugly).sort()).toMatchSnapshot();
  });

  it.each([
    ['future talks have theirs, for Hugo makes them in time', { date: '2099-01-01' }, ['/talk/t/']],
    ['drafts have none', { draft: 'true' }, []],
    ['nor those of which Hugo is told so', { build: '{ render: never }' }, []],
  ])('%s', (_, keys, expected) => {
    const lines = Object.entries({ title: 'T', ...keys }).map(([key, value]) => `${key}: ${value}`);
    const found = computed({ 'content/talk/t.md': page(...lines) });
    expect(found.filter((old) => old.startsWith('/talk/t/'))).toEqual(expected);
  });

  it('reads patterns by kind of page, of newer versions', () => {
    const files = {
      'hugo.yaml':
        'permalinks: { page: { blog: "/b/:contentbasename/" }, section: { blog: /b/ } }\n',
      'content/blog/First Post.md': dated('title: Another'),
    };
    expect(computed(files)).toContain('/b/first-post/');
  });

  it('groups the pages of another language', () => {
    const files = {
      'config.yaml': 'languages: { en: { weight: 1 }, zh: { weight: 2 } }\n',
      'content/talk/a/index.md': dated('title: A'),
      'content/talk/a/index.zh.md': dated('title: A'),
      'content/talk/b.zh.md': dated('title: B'),
    };
    const [found] = listHugoAddresses(makeOldSite('wowchemy', files)).filter(
      ({ old }) => old === '/zh/',
    );
    expect(found?.target).toEqual({
      kind: 'none',
      reason: '2 pages are in another language (zh). The new site has one language, en.',
    });
  });
});

it.each(['content/en', 'content'])(
  'groups pages in a language folder next to or below %s',
  (folder) => {
    const files = {
      'config.yaml': `languages: { en: { contentDir: ${folder} }, zh: { contentDir: content/zh } }\n`,
      [`${folder}/talk/a.md`]: dated('title: A'),
      'content/zh/talk/a.md': dated('title: A'),
      'content/zh/talk/b/index.md': dated('title: B'),
      'content/zh/talk/b/a.png': '',
    };
    const found = listHugoAddresses(makeOldSite('wowchemy', files)).filter(({ old }) =>
      /zh/.test(old),
    );
    expect(found).toEqual([
      {
        old: '/zh/',
        target: {
          kind: 'none',
          reason: '2 pages are in another language (zh). The new site has one language, en.',
        },
      },
    ]);
  },
);

const sites = { academic, ugly };
const made = readCommittedAddresses('hugo');

describe('the addresses of a Hugo site', () => {
  it.each([
    ['academic', 70],
    ['ugly', 20],
  ] as const)('of the site "%s" are those that are computed', (name, least) => {
    const known = certain(made[name] ?? []).filter((old) => !/^\/en\/sitemap|^\/de\//.test(old));
    expect(known.length).toBeGreaterThan(least);
    expect(certain(computed(sites[name]))).toEqual(known);
  });

  testGenerator('hugo', sites);
});
