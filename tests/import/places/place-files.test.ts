import { expect, test } from 'vitest';
import { placeFiles } from '../../../src/import/places/place-files.ts';
import { readOldSite } from '../../../src/import/old-site/read-old-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makePageText } from '../../helpers/old-sites/import-old-site.ts';

const hugo = {
  'config.toml': 'theme = "academic"\n',
  'content/talk/first.md': makePageText('First'),
};
const jekyll = { '_config.yml': 'title: A\n', '_talks/first.md': makePageText('First') };

/** Old path → its places, with `(quarantined)` after those that are not published, or the reason to skip it. */
function place(files: Record<string, string>) {
  const { copies, skipped } = placeFiles(readOldSite(createAuthorFolder(files).root), new Set());
  const places = Map.groupBy(copies, ({ from }) => from);
  return Object.fromEntries([
    ...[...places].map(([from, found]) => [
      from,
      found
        .map(({ to, quarantineReason }) =>
          quarantineReason === undefined ? to : `${to} (quarantined)`,
        )
        .join(' '),
    ]),
    ...skipped.map(({ from, reason }) => [from, `skipped: ${reason}`]),
  ]) as Record<string, string>;
}

test.each([
  ['content/talk/a/index.md', 'content/talks/a/index.md'],
  ['content/talks/a.md', 'content/talks/a.md'],
  ['content/event/a.md', 'content/talks/a.md'],
  ['content/events/a.md', 'content/talks/a.md'],
  ['content/publication/a/index.md', 'content/publications/a/index.md'],
  ['content/publications/a.md', 'content/publications/a.md'],
  ['content/project/a.md', 'content/projects/a.md'],
  ['content/projects/a.md', 'content/projects/a.md'],
  ['content/post/2020/a.md', 'content/posts/2020/a.md'],
  ['content/blog/a.md', 'content/posts/a.md'],
  ['content/news/a.md', 'content/posts/a.md'],
  ['content/courses/a.md', 'content/teaching/a.md'],
  ['content/authors/ada/_index.md', 'content/authors/ada/_index.md'],
  ['content/authors/ada/avatar.jpg', 'content/authors/ada/avatar.jpg'],
  ['content/slides/deck/index.md', 'content/slides/deck/index.md'],
  ['data/authors/me.yaml', 'content/authors/me.yaml'],
  ['content/refs.bib', 'content/refs.bib'],
  ['static/files/My CV (2020).pdf', 'public/files/My CV (2020).pdf'],
  ['static/CNAME', 'public/CNAME'],
  ['static/img/a.b.é.PNG', 'public/img/a.b.é.PNG'],
  ['assets/media/lab.jpg', 'public/media/lab.jpg'],
  ['content/post/data.txt', 'public/post/data.txt'],
  ['content/post/a_files/figure-html/1.png', 'public/post/a_files/figure-html/1.png'],
  ['content/privacy.md', 'content/pages/privacy.md'],
  ['content/research/_index.md', 'content/pages/research/index.md'],
  ['content/tools/index.md', 'content/pages/tools/index.md'],
  ['content/notes/emacs/keys.md', 'content/pages/notes/emacs/keys.md'],
  ['content/post/readme.md', 'quarantine/content/post/readme.md (quarantined)'],
  ['content/post/notes.org', 'quarantine/content/post/notes.org (quarantined)'],
  ['static/rss.xml', 'quarantine/static/rss.xml (quarantined)'],
  ['layouts/partials/head.html', 'skipped: Part of the old theme'],
  ['themes/academic/theme.toml', 'skipped: Part of the old theme'],
  ['assets/scss/custom.scss', 'skipped: Styles and scripts of the old theme'],
  ['.github/workflows/ci.yml', 'skipped: Deploys the old site'],
  ['netlify.toml', 'skipped: Deploys the old site'],
  ['go.mod', 'skipped: Declares the theme of the old site'],
  ['static/admin/index.html', 'skipped: The editor of the old theme'],
  ['content/post/.DS_Store', 'skipped: File of an operating system or an editor'],
  ['drafts/thoughts.txt', 'skipped: Outside the folders that the old generator publishes'],
])('Hugo: %s → %s', (path, to) => {
  const text = /readme|\.txt$|\.org$/.test(path) ? 'No front matter.' : makePageText('A');
  expect(place({ ...hugo, [path]: text })[path]).toBe(to);
});

test('keeps the files of a page next to it', () => {
  const found = place({
    ...hugo,
    'content/talk/a/index.md': makePageText('A'),
    'content/talk/a/slides.pdf': '%PDF',
    'content/talk/a/img/plot.png': '',
    'content/talk/a/notes.md': 'Notes without front matter.',
    'content/talk/a/talk.html': '<p>Slides</p>',
  });
  expect(found['content/talk/a/slides.pdf']).toBe('content/talks/a/slides.pdf');
  expect(found['content/talk/a/img/plot.png']).toBe('content/talks/a/img/plot.png');
  expect(found['content/talk/a/notes.md']).toBe('content/talks/a/notes.md');
  expect(found['content/talk/a/talk.html']).toBe('content/talks/a/talk.html');
});

test('keeps document sources next to their text, or makes a page of them', () => {
  const found = place({
    ...hugo,
    'content/post/knit.Rmd': makePageText('Knit'),
    'content/post/knit.md': makePageText('Knit'),
    'content/post/rendered.Rmd': makePageText('Rendered'),
    'content/post/rendered.html': makePageText('Rendered'),
    'content/post/alone.Rmd': makePageText('Alone'),
    'content/post/b/index.Rmarkdown': makePageText('B'),
    'content/post/b/plot.png': '',
    'content/post/setup.Rmd': 'No front matter.',
  });
  expect(found['content/post/knit.Rmd']).toBe('content/posts/knit.Rmd');
  expect(found['content/post/knit.md']).toBe('content/posts/knit.md');
  expect(found['content/post/rendered.Rmd']).toBe('content/posts/rendered.Rmd');
  expect(found['content/post/rendered.html']).toBe('content/posts/rendered.html');
  expect(found['content/post/alone.Rmd']).toBe('content/posts/alone.Rmd content/posts/alone.md');
  expect(found['content/post/b/index.Rmarkdown']).toBe(
    'content/posts/b/index.Rmarkdown content/posts/b/index.md',
  );
  expect(found['content/post/b/plot.png']).toBe('content/posts/b/plot.png');
  expect(found['content/post/setup.Rmd']).toBe('content/posts/setup.Rmd');
});

test('uses the text with the name of the page if there are two', () => {
  const found = place({
    ...hugo,
    'content/post/a/index.html': makePageText('Knitted'),
    'content/post/a/index.md': makePageText('Written'),
    'content/publication/b': makePageText('Without an end'),
    'content/publication/b.md': makePageText('B'),
    'content/talk/c.htm': makePageText('C'),
    'content/talk/c.html': makePageText('Another C'),
  });
  expect(found).toMatchObject({
    'content/post/a/index.html': 'quarantine/content/post/a/index.html (quarantined)',
    'content/post/a/index.md': 'content/posts/a/index.md',
    'content/publication/b': 'quarantine/content/publication/b (quarantined)',
    'content/publication/b.md': 'content/publications/b.md',
    'content/talk/c.htm': 'quarantine/content/talk/c.htm (quarantined)',
    'content/talk/c.html': 'content/talks/c.html',
  });
});

test('detects talks and publications in other folders by their keys', () => {
  const paper = 'date: 2020-01-02\npublication_types: ["2"]\n';
  const found = place({
    ...hugo,
    'content/preprints/_index.md': makePageText('Preprints'),
    'content/preprints/a.md': makePageText('A', paper),
    'content/preprints/b/index.md': makePageText('B', paper),
    'content/preprints/b/plot.png': '',
    'content/seminars/c.md': makePageText('C', 'date: 2020-01-02\nevent: Example Day\n'),
    'content/seminars/d.md': makePageText('D', 'date: 2020-01-02\n'),
  });
  expect(found).toMatchObject({
    'content/preprints/_index.md': 'content/pages/preprints.md',
    'content/preprints/a.md': 'content/publications/preprints/a.md',
    'content/preprints/b/index.md': 'content/publications/preprints/b/index.md',
    'content/preprints/b/plot.png': 'content/publications/preprints/b/plot.png',
    'content/seminars/c.md': 'content/talks/seminars/c.md',
    'content/seminars/d.md': 'content/pages/seminars/d.md',
  });
});

test('makes a page of the text above a list, with the files of a folder without other pages', () => {
  const found = place({
    ...hugo,
    'content/lab/_index.md': makePageText('Lab'),
    'content/lab/img/map.png': '',
    'content/notes/_index.md': makePageText('Notes'),
    'content/notes/a.md': makePageText('A'),
    'content/notes/a.png': '',
  });
  expect(found).toMatchObject({
    'content/lab/_index.md': 'content/pages/lab/index.md',
    'content/lab/img/map.png': 'content/pages/lab/img/map.png',
    'content/notes/_index.md': 'content/pages/notes.md',
    'content/notes/a.md': 'content/pages/notes/a.md',
    'content/notes/a.png': 'public/notes/a.png',
  });
});

test('makes no page of a file without its own text', () => {
  const found = place({
    ...hugo,
    'content/_index.md': makePageText('Home'),
    'content/tags/knots/_index.md': makePageText('Knots'),
    'content/empty/_index.md': '---\ntitle: Empty\n---\n',
    'content/landing.md': makePageText('Landing', 'type: landing\n'),
    'content/people/index.md': '---\ntitle: People\ntype: widget_page\n---\n',
    'content/people/group.md': makePageText('Group', 'widget: people\n'),
    'content/untitled.md': '---\ndate: 2020-01-01\n---\nWords.\n',
  });
  expect(Object.keys(found).length).toBeGreaterThanOrEqual(8);
  for (const [from, to] of Object.entries(found)) {
    if (from !== 'content/talk/first.md') expect(to, from).toMatch(/^(quarantine\/|skipped: )/);
  }
  const liquid = place({
    ...jekyll,
    '_pages/list.md': makePageText('List') + '{% if page.x %}{{ page.x }}{% endif %}\n',
    '_pages/words.html': makePageText('Words', 'layout: archive\n') + '{% include base_path %}\n',
    '_themes/knots.md': makePageText('Knots'),
  });
  expect(liquid).toMatchObject({
    '_pages/list.md': 'quarantine/_pages/list.md (quarantined)',
    '_pages/words.html': 'content/pages/words.html',
    '_themes/knots.md': 'content/pages/themes/knots.md',
  });
});

test('quarantines other languages, by the name of a file or by its folder', () => {
  const found = place({
    'config/_default/config.yaml': 'defaultContentLanguage: en\n',
    'config/_default/languages.yaml':
      'en: {contentDir: content/en}\nfr: {contentDir: content/fr}\nde: {}\n',
    'content/en/talk/a/index.md': makePageText('A'),
    'content/en/talk/a/index.de.md': makePageText('A'),
    'content/fr/talk/a/index.md': makePageText('A'),
  });
  expect(found).toMatchObject({
    'content/en/talk/a/index.md': 'content/talks/a/index.md',
    'content/en/talk/a/index.de.md': 'quarantine/content/en/talk/a/index.de.md (quarantined)',
    'content/fr/talk/a/index.md': 'quarantine/content/fr/talk/a/index.md (quarantined)',
  });
});

test('gives every page its own path and address', () => {
  const found = place({
    ...hugo,
    'content/blog/same.md': makePageText('Blog'),
    'content/news/same/index.md': makePageText('News'),
    'content/news/same/a.png': '',
    'content/post/Same.md': makePageText('Post'),
    'content/post/2019/same.md': makePageText('Older'),
    'content/post/slug-a.md': makePageText('Slug', 'slug: chosen\n'),
    'content/post/slug-b.md': makePageText('Slug', 'slug: Chosen\n'),
    'content/talk/tags.md': makePageText('Tags'),
    'content/blog/_index.md': makePageText('Blog'),
    'content/news/_index.md': makePageText('News'),
  });
  expect(found).toMatchObject({
    'content/blog/same.md': 'content/posts/same.md',
    'content/news/same/index.md': 'content/posts/same-news/index.md',
    'content/news/same/a.png': 'content/posts/same-news/a.png',
    'content/post/Same.md': 'content/posts/Same-2.md',
    'content/post/2019/same.md': 'content/posts/2019/same-post.md',
    'content/post/slug-a.md': 'content/posts/slug-a.md',
    'content/post/slug-b.md': 'quarantine/content/post/slug-b.md (quarantined)',
    'content/talk/tags.md': 'content/talks/tags-talk.md',
    'content/news/_index.md': 'content/posts/_index-news.md',
  });
  const targets = Object.values(found).map((to) => to.toLowerCase());
  expect(new Set(targets).size).toBe(targets.length);
});

test('numbers two different files with one address, and merges equal ones', () => {
  const found = place({
    ...hugo,
    'assets/media/a.png': 'the same',
    'static/media/a.png': 'the same',
    'assets/media/b.png': 'one',
    'static/media/b.png': 'other',
    'static/media/C.png': 'capital',
    'static/media/c.png': 'small',
  });
  expect(found).toMatchObject({
    'assets/media/a.png': 'public/media/a.png',
    'static/media/a.png': 'public/media/a.png',
    'assets/media/b.png': 'public/media/b.png',
    'static/media/b.png': 'public/media/b-2.png',
    'static/media/C.png': 'public/media/C.png',
    'static/media/c.png': 'public/media/c.png',
  });
});

test.each([
  ['_publications/2020-a.md', 'content/publications/2020-a.md'],
  ['_posts/2021-09-11-a.md', 'content/posts/2021-09-11-a.md'],
  ['_portfolio/a.html', 'content/projects/a.html'],
  ['_teaching/a.md', 'content/teaching/a.md'],
  ['_talks/2018-07-26-EASST-md', 'content/talks/2018-07-26-EASST-md.md'],
  ['_bibliography/papers.bib', 'content/papers.bib'],
  ['files/a.pdf', 'public/files/a.pdf'],
  ['images/a b.png', 'public/images/a b.png'],
  ['assets/img/own.png', 'public/assets/img/own.png'],
  ['CNAME', 'public/CNAME'],
  ['_drafts/a.md', 'quarantine/_drafts/a.md (quarantined)'],
  ['_data/cv/work.yml', 'quarantine/_data/cv/work.yml (quarantined)'],
  ['_data/ui-text.yml', 'skipped: Data for templates of the old theme'],
  ['_pages/terms.md', 'content/pages/terms.md'],
  ['_layouts/talk.html', 'skipped: Part of the old theme'],
  ['assets/css/main.scss', 'skipped: Styles, scripts and icons of the old theme'],
  ['Gemfile', 'skipped: Lists the dependencies of the old generator'],
  ['markdown_generator/talks.py', 'skipped: Scripts of the old theme'],
  ['README.md', 'skipped: Describes the old repository, and is not part of the site'],
  ['package.json', 'skipped: Settings of development tools'],
])('Jekyll: %s → %s', (path, to) => {
  expect(place({ ...jekyll, [path]: makePageText('A') })[path]).toBe(to);
});

test('quarantines a page that would be skipped, with the reason', () => {
  const { copies } = placeFiles(
    readOldSite(
      createAuthorFolder({
        ...hugo,
        'content/authors/_lin/_index.md': makePageText('Lin'),
        'content/talk/_old/index.md': makePageText('Old'),
        'content/publication/plain/index.html': '<!DOCTYPE html><h1>Plain</h1>',
        'content/talk/deck/index.md': makePageText('Deck'),
        'content/talk/deck/shown/index.html': '<!DOCTYPE html><h1>Shown</h1>',
      }).root,
    ),
    new Set(),
  );
  const quarantined = copies.filter((copy) => copy.quarantineReason !== undefined);
  expect(quarantined.map(({ from, quarantineReason: why }) => `${from}: ${why}`).sort()).toEqual([
    'content/authors/_lin/_index.md: The name of the file or of its folder begins with _. Remove the _ and move the file into its section to publish it',
    'content/publication/plain/index.html: No front matter. Add a title between two lines of --- and move the file into its section to publish it',
    'content/talk/_old/index.md: The name of the file or of its folder begins with _. Remove the _ and move the file into its section to publish it',
  ]);
});
