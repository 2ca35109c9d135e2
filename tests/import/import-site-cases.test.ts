import { expect, test, vi } from 'vitest';
import type { ImportReportJson } from '../../src/import/report/format-report.ts';
import { importOldSite } from '../helpers/old-sites/import-old-site.ts';

// Details of old sites that an import once lost, each in a site of a few files.

vi.setConfig({ testTimeout: 60_000 });

/** Imports an old site and returns its report, with the problems as `file code`. */
async function importCase(files: Record<string, string>) {
  const { read } = await importOldSite(files);
  const report = JSON.parse(read('import-report.json')) as ImportReportJson;
  const problems = report.problems.map(({ file, code }) => `${file} ${code}`);
  const drafts = Object.fromEntries(
    report.pages.map(({ section, drafts: count }) => [section, count]),
  );
  const outcomes = Object.fromEntries(
    report.files.map(({ path, outcome, to }) => [path, [outcome, ...to].join(' ')]),
  );
  const addresses = Object.fromEntries(
    report.addresses.map(({ old, outcome }) => [
      old,
      'to' in outcome ? outcome.to : outcome.reason,
    ]),
  );
  return { read, report, problems, drafts, outcomes, addresses };
}

const jekyllTalk = (title: string, more: string) =>
  `---\ntitle: ${title}\ncollection: talks\nvenue: Lecture Hall\ndate: 2018-04-21\n${more}---\n`;

test('a page with published: false is a draft', async () => {
  const { problems, drafts, addresses } = await importCase({
    '_config.yml': 'title: Ada Example\ncollections: { talks: { output: true } }\n',
    '_talks/hidden.md': jekyllTalk('Withdrawn', 'published: false\n'),
    '_talks/open.md': jekyllTalk('Given', 'published: true\n'),
  });
  expect(problems).toEqual([]);
  expect(drafts['talks']).toBe(1);
  expect(Object.keys(addresses).filter((old) => /hidden|open/.test(old))).toEqual([
    '/talks/open.html',
  ]);
});

test('a Jekyll collection without output: true is not published', async () => {
  const { outcomes, report } = await importCase({
    '_config.yml':
      'title: Ada Example\ncollections: { talks: { output: true }, portfolio: { output: false } }\n',
    '_talks/open.md': jekyllTalk('Given', ''),
    '_portfolio/plans.md': '---\ntitle: Plans\n---\nWords.\n',
    '_reviews/secret.md': '---\ntitle: A review\n---\nWords.\n',
    '_posts/2020-01-02-note.md': '---\ntitle: A note\n---\nWords.\n',
  });
  expect(outcomes).toMatchObject({
    '_portfolio/plans.md': 'quarantined quarantine/_portfolio/plans.md',
    '_reviews/secret.md': 'quarantined quarantine/_reviews/secret.md',
    '_posts/2020-01-02-note.md': 'copied content/posts/2020-01-02-note.md',
  });
  expect(report.files.find(({ path }) => path === '_portfolio/plans.md')?.reason).toContain(
    'output: true',
  );
});

const hugoConfig = { 'config.yaml': 'title: Ada Example\ntheme: academic\n' };

test('a deck without a title and the talk that shows it are kept', async () => {
  const { problems, outcomes, addresses, drafts } = await importCase({
    ...hugoConfig,
    'content/slides/ebb/index.md': '---\nslides:\n  theme: white\n---\n# Ebb\n\n---\n\n## Flow\n',
    'content/talk/ebb/index.md':
      '---\ntitle: Why water goes away\nevent: Days\ndate: 2020-03-03\nslides: ebb\n---\n',
  });
  expect(problems).toEqual([]);
  expect(outcomes['content/slides/ebb/index.md']).toBe('copied content/slides/ebb/index.md');
  expect(addresses['/slides/ebb/']).toBe('/slides/ebb/');
  expect(drafts['slides']).toBe(0);
});

test('a time with one digit, a blank before +++ and a key with a dot are read', async () => {
  const { problems, outcomes } = await importCase({
    ...hugoConfig,
    'content/talk/noon.md':
      '+++\ndate = 2017-01-01T00:00:00\ntitle = "At eight"\nevent = "Days"\ntime_start = 2018-07-10T8:00:00\n+++\n',
    'content/publication/poster/index.md':
      ' +++\ntitle = "A poster"\ndate = "2013-10-19T16:52:21-05:00"\npublication_types = ["0"]\n+++\n',
    'content/publication/plankton/index.md':
      '---\ntitle: Plankton\ndate: 2020-02-02\nhugoblox.ids:\n  doi: "10.5555/12345678"\n---\n',
  });
  expect(problems).toEqual([]);
  expect(outcomes).toMatchObject({
    'content/talk/noon.md': 'copied content/talks/noon.md',
    'content/publication/poster/index.md': 'copied content/publications/poster/index.md',
  });
});

test('a post of HTML stays HTML, and formulas that KaTeX rejects are warnings', async () => {
  const code =
    '<pre><code>a\n\n# no heading\nx <- grepl(.$low, &quot;x&quot;) ~ .$high\n</code></pre>\n<p>\\(x\\)</p>';
  const { problems, outcomes, report, addresses } = await importCase({
    ...hugoConfig,
    'content/post/2018-05-01-code.html': `---\ntitle: Code\ndate: 2018-05-01\nslug: code\n---\n${code}`,
    'content/post/tides/index.html': `---\ntitle: Tides\ndate: 2018-05-02\n---\n<img src="a.png"> <a href="doi:10.5555/12345678">doi</a>`,
    'content/post/tides/a.png': 'x',
    'content/post/broken.md':
      '---\ntitle: Broken\ndate: 2018-05-03\n---\n$$ {\\prod}\\limits_{i} h $$\n',
    'content/about/me.html': '---\ntitle: Me\n---\n<p>Words.</p>',
    'content/page.html': '<html><body>A page of its own</body></html>',
    'static/img/tide table.png': 'x',
    'content/post/table.html': `---\ntitle: Table\ndate: 2018-05-04\n---\n<img src="/img/tide table.png">`,
  });
  expect(problems.filter((one) => !one.endsWith('unreadable-picture'))).toEqual([
    'content/posts/broken.md text/formula',
  ]);
  expect(outcomes).toMatchObject({
    'content/post/2018-05-01-code.html': 'copied content/posts/2018-05-01-code.html',
    'content/post/tides/index.html': 'copied content/posts/tides/index.html',
    'content/post/tides/a.png': 'copied content/posts/tides/a.png',
    'content/about/me.html': 'copied content/pages/about/me.html',
    'content/page.html': 'copied public/page.html',
  });
  expect(report.counts.quarantined).toBe(0);
  expect(report.danglingLinks).toEqual([]);
  expect(addresses).toMatchObject({
    '/post/code/': '/posts/code/',
    '/post/tides/': '/posts/tides/',
  });
});

const admin = (name: string, more = 'superuser: true\n') =>
  `---\ntitle: ${name}\n${more}authors: [admin]\n---\nWords.\n`;
const aboutWidget = (author: string) =>
  `+++\nwidget = "about"\nactive = true\nauthor = "${author}"\n+++\n`;

test.each([
  ['the marked owner', 'A site', 'Ada Example', 'superuser: true\n', 'Ada Example'],
  ['the person with the title of the site', 'Lab', 'Ada Example', 'superuser: true\n', 'Lab'],
  [
    'the person of the widget, not a sample',
    'A site',
    'Nelson Bighetti',
    'superuser: true\n',
    'Lab',
  ],
  ['the person of the widget, if nobody is marked', 'A site', 'Ada Example', '', 'Lab'],
])('a home page that shows a team belongs to %s', async (_, title, name, more, owner) => {
  const { read, problems } = await importCase({
    'config.yaml': `title: ${title}\ntheme: academic\n`,
    'content/authors/admin/_index.md': admin(name, more),
    'content/authors/lab/_index.md':
      '---\ntitle: Lab\nsuperuser: false\nauthors: [lab]\n---\nWe measure.\n',
    'content/home/about.md': aboutWidget('lab'),
  });
  expect(read('content/site.yaml')).toContain(`\nname: ${owner}\n`);
  expect(problems).toEqual(
    owner === 'Lab' && more ? [expect.stringContaining('second-owner')] : [],
  );
});

test('of two menu entries for one list, the one for the whole list is kept', async () => {
  const { read } = await importCase({
    'config.yaml': `title: Ada Example
theme: academic
menu:
  main:
    - { name: Working papers, url: '#working', weight: 1 }
    - { name: Selected talks, url: '#chosen', weight: 2 }
    - { name: Publications, url: /publication/, weight: 3 }
    - { name: My talks, url: '#talks', weight: 4 }
`,
    'content/home/working.md':
      '+++\nwidget = "pages"\nactive = true\n[content]\npage_type = "publication"\n[content.filters]\npublication_type = "3"\n+++\n',
    'content/home/chosen.md':
      '+++\nwidget = "pages"\nactive = true\n[content]\npage_type = "talk"\n[content.filters]\ntag = "x"\n+++\n',
    'content/home/talks.md':
      '+++\nwidget = "pages"\nactive = true\n[content]\npage_type = "talk"\n+++\n',
    'content/publication/kelp/index.md': '---\ntitle: Kelp\ndate: 2020-02-02\n---\n',
    'content/talk/a.md': '---\ntitle: A\ndate: 2020-02-02\n---\n',
  });
  const site = read('content/site.yaml');
  expect(site).toMatch(/name: Publications\n\s+url: \/publications\//);
  expect(site).toMatch(/name: My talks\n\s+url: \/talks\//);
  expect(site).not.toMatch(/Working papers\n\s+url|Selected talks\n\s+url/);
});

test('a page of academicpages that lists a collection is answered by the list, and the menu keeps it', async () => {
  const { read, problems, addresses } = await importCase({
    '_config.yml': `title: Ada Example
author: { name: Ada Example, bio: 'Tides <br> Lecturer at <a href="https://shore.example.org">Shore</a>' }
collections:
  publications: { output: true, permalink: '/articles/:path/' }
  portfolio: { output: true }
`,
    '_data/navigation.yml': 'main:\n  - { title: Articles, url: /articles/ }\n',
    '_pages/articles.html':
      '---\nlayout: archive\ntitle: Articles\npermalink: /articles/\n---\n{% for post in site.publications reversed %}\n{% include archive-single.html %}\n{% endfor %}\n',
    '_publications/2012-ebb.md': '---\ntitle: Ebb\ndate: 2012-01-01\n---\nWords.\n',
    '_portfolio/bell.md': '---\ntitle: A bell\nredirect_to: https://bell.example.org/\n---\n',
  });
  expect(problems).toEqual([]);
  expect(addresses['/articles/']).toBe('/publications/');
  expect(read('content/site.yaml')).toMatch(/name: Articles\n\s+url: \/publications\//);
  expect(read('content/site.yaml')).toContain('role: Tides, Lecturer at Shore\n');
});

test('a menu with the prefix of the language, and links to pages that moved, are kept', async () => {
  const { read, problems, addresses } = await importCase({
    'config.yaml': `title: Ada Example
theme: academic
defaultContentLanguage: en
defaultContentLanguageInSubdir: true
menu: { main: [{ name: CV, url: /en/cv/ }, { name: Research, url: /en/research/ }] }
languages: { en: { weight: 1 }, fr: { weight: 2 } }
`,
    'content/cv.md': '---\ntitle: CV\n---\nSee [thesis]({{< ref "/research/thesis.md" >}}).\n',
    'content/research/thesis.md':
      '---\ntitle: Thesis\ndate: 2017-01-01\npublication_types: ["7"]\n---\n',
    'content/talk/a.md':
      '---\ntitle: A\ndate: 2018-01-01\nevent: Days\n---\n[CV]({{< ref "/cv.md" >}}), [thesis]({{< ref "/research/thesis.md" >}}).\n',
  });
  expect(problems).toEqual([]);
  expect(read('content/site.yaml')).toMatch(
    /name: CV\n\s+url: \/pages\/cv\/[^]*name: Research\n\s+url: \/publications\//,
  );
  expect(addresses).toMatchObject({ '/en/cv/': '/pages/cv/', '/en/research/': '/publications/' });
});

test('a page whose Liquid is about addresses is a page', async () => {
  const { problems, outcomes, addresses } = await importCase({
    '_config.yml': 'title: Ada Example\nname: Ada Example\n',
    '_pages/research.md':
      '---\ntitle: Research\npermalink: /research/\n---\nMy [talks]({{ "/talks/" | relative_url }}), ![A]({{ "/images/a.svg" | absolute_url }}), [a]({% link _talks/a.md %}).\n',
    '_talks/a.md':
      '---\ntitle: A\ndate: 2018-01-01\nvenue: V\npermalink: /talks/a\n---\n[r]({{ "/research/" | relative_url }})\n',
    'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
  });
  expect(problems).toEqual([]);
  expect(outcomes['_pages/research.md']).toBe('copied content/pages/research.md');
  expect(addresses['/research/']).toBe('/pages/research/');
});

test('a backup beside a page of a folder is reported, and its files stay with the page', async () => {
  const page = '---\ntitle: Feedback\n---\n![qr](qr.svg)\n';
  const { problems, outcomes } = await importCase({
    ...hugoConfig,
    'content/feedback/_index.md': page,
    'content/feedback/_index.Rmd': page,
    'content/feedback/_index_backup.md': page,
    'content/feedback/qr.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>',
    'content/talk/a.md': '---\ntitle: A\ndate: 2018-01-01\n---\n',
  });
  expect(problems).toEqual([]);
  expect(outcomes).toMatchObject({
    'content/feedback/_index.md': 'copied content/pages/feedback/index.md',
    'content/feedback/qr.svg': 'copied content/pages/feedback/qr.svg',
    'content/feedback/_index_backup.md': 'quarantined quarantine/content/feedback/_index_backup.md',
  });
});

test('a list page without a text is skipped, because the new site generates it', async () => {
  const { outcomes, addresses } = await importCase({
    ...hugoConfig,
    'content/talk/_index.md': '---\ntitle: Talks\nview: compact\n---\n\n',
    'content/talk/a.md': '---\ntitle: A\ndate: 2018-01-01\n---\n',
    'content/post/_index.md': '---\ntitle: News\n---\nWords above the list.\n',
    'content/post/b.md': '---\ntitle: B\ndate: 2018-01-01\n---\n',
  });
  expect(outcomes).toMatchObject({
    'content/talk/_index.md': 'skipped',
    'content/post/_index.md': 'quarantined content/posts/_index.md',
  });
  expect(addresses).toMatchObject({ '/talk/': '/talks/', '/post/': '/posts/' });
});
