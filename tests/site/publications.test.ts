import { beforeAll, describe, expect, test } from 'vitest';
import { readBibtex } from '../../src/content/parse/bibtex.ts';
import type { BuiltSite } from '../helpers/build-site.ts';
import { filesIn } from '../helpers/dist.ts';
import { breaches } from '../helpers/feed-profile.ts';
import { readRss } from '../helpers/feed.ts';
import { attribute, parsePage, textOf, type Page } from '../helpers/html.ts';
import { brokenRules, graphOf, nodesOf } from '../helpers/structured-data.ts';
import { portfolioSite } from '../helpers/sites/portfolio.ts';
import { manyAuthors } from '../helpers/sites/publications.ts';

/** With that of `peopleFiles`, the last but one in the list of publications. */
describe('a site with publications', () => {
  let site: BuiltSite;
  const pageAt = (path: string) => parsePage(site.read(`${path}index.html`));
  const hrefs = (page: Page, selector: string) =>
    page.all(selector).map((link) => attribute(link, 'href'));
  beforeAll(async () => {
    site = await portfolioSite();
    expect(site.code, site.output).toBe(0);
  });

  test('lists them by year, without drafts', () => {
    const page = parsePage(site.read('publications/index.html'));
    expect(page.all('main h2').map(textOf)).toEqual(['2021', '2020', '2019', '2018']);
    expect(hrefs(page, 'main h3 a')).toEqual([
      '/sub/publications/crowd/',
      '/sub/publications/Doe2020/',
      '/sub/publications/old/',
      '/sub/publications/three/',
      '/sub/publications/secret/',
    ]);
  });

  test('lets a visitor pick a type, or what has a PDF, by plain links, and by subject', () => {
    const page = pageAt('publications/');
    const choices = page.all('nav[aria-label="Filter"] li').map(textOf);
    expect(choices).toEqual(['All publications 5', 'Journal articles 2', 'With PDF 2']);
    expect(hrefs(page, 'nav[aria-label="Filter"] a').slice(1)).toEqual([
      '/sub/publications/type/journal-article/',
      '/sub/publications/with/pdf/',
    ]);
    const marks = page.all('li[data-marks]').map((item) => attribute(item, 'dataMarks'));
    expect(marks).toEqual([
      '',
      'kind-journal-article with-pdf',
      'kind-journal-article with-pdf',
      '',
      '',
    ]);
    for (const path of ['type/journal-article/', 'with/pdf/', 'tag/knots/']) {
      expect(hrefs(pageAt(`publications/${path}`), 'main h3 a')).toEqual([
        '/sub/publications/Doe2020/',
        '/sub/publications/old/',
      ]);
    }
    expect(hrefs(pageAt('publications/in/2020/'), 'main h3 a')).toHaveLength(1);
    expect(hrefs(pageAt('publications/old/'), 'ul[aria-label="Tags"] a')).toEqual([
      '/sub/publications/tag/knots/',
    ]);
  });

  test('gives all of them as BibTeX, but private ones, by a link of the list', () => {
    const { entries, problems } = readBibtex(site.read('publications.bib'), 'publications.bib');
    expect(problems).toEqual([]);
    expect(entries.map(({ key, title }) => [key, title])).toEqual([
      ['crowd', 'Crowd'],
      ['Doe2020', 'On *E. coli*'],
      ['old', 'On $x^2$'],
      ['three', 'A paper of three'],
    ]);
    expect(hrefs(pageAt('publications/'), 'main p a').slice(0, 2)).toEqual([
      '/sub/publications.bib',
      '/sub/publications.xml',
    ]);
    expect(pageAt('subscribe/').text('main')).toContain('https://ada.example/sub/publications.bib');
  });

  test('has a feed of them that readers read', () => {
    const xml = site.read('publications.xml');
    expect(breaches(xml)).toEqual([]);
    const items = readRss(xml);
    expect(items.map(({ title }) => title)).toEqual([
      ...['Crowd', 'On E. coli', 'On x²', 'A paper of three'],
    ]);
    expect(items[1]?.content).toContain('Jane Doe');
    expect(hrefs(pageAt('publications/old/'), 'link[type="application/rss+xml"]')).toContain(
      '/sub/publications.xml',
    );
  });

  test('relates them to talks, projects and posts, on both sides', () => {
    const tied = (path: string) =>
      pageAt(path)
        .all('main section[aria-label]:not([aria-label="Abstract"])')
        .map((section) => textOf(section));
    expect(tied('talks/tied/')).toEqual([
      'Related publications On E. coli Letters, 3(2), 1–9, 2020 On x2x^2x2 In Example Letters, 2019',
      'Related project Shelf of xxx',
    ]);
    expect(tied('publications/Doe2020/')).toEqual(['Related talk Tied Seminar, 2025']);
    expect(tied('publications/old/')).toEqual(['Related talk Tied Seminar, 2025']);
    expect(tied('publications/crowd/')).toEqual(['Related post News 2025']);
    expect(tied('projects/bookcase/')).toEqual([
      'Related talk Tied Seminar, 2025',
      'Related post News 2025',
    ]);
    expect(tied('publications/secret/')).toEqual(['Related project Shelf of xxx']);
    expect(tied('talks/plain/')).toEqual([]);
    expect(pageAt('talks/tied/').all('link[rel="stylesheet"][href*="katex"]')).toHaveLength(1);
    expect(site.output).toMatch(/tied\.md:6:\d+ warning there is no publication "nobody"/);
  });

  test('tells machines what they are', () => {
    const graph = graphOf(pageAt('publications/Doe2020/'));
    expect(brokenRules(graph)).toEqual([]);
    expect(nodesOf(graph, 'ScholarlyArticle')).toMatchObject([
      {
        headline: 'On E. coli',
        datePublished: '2020-03',
        author: [{ name: 'Jane Doe' }],
        pagination: '1–9',
        sameAs: ['https://arxiv.org/abs/2001.01234'],
        isPartOf: {
          issueNumber: '2',
          isPartOf: { volumeNumber: '3', isPartOf: { '@type': 'Periodical', name: 'Letters' } },
        },
      },
    ]);
    expect(graphOf(pageAt('publications/secret/'))).toEqual([]);
    const llms = site.read('llms.txt');
    expect(llms).toContain('[On E. coli](https://ada.example/sub/publications/Doe2020/): Jane Doe');
    expect(llms).not.toContain('Secret');
  });

  test('shows each on a page of its own, with its files beside it', () => {
    const page = parsePage(site.read('publications/old/index.html'));
    expect(page.text('h1')).toContain('On');
    expect(page.all('h1 .katex')).toHaveLength(1);
    expect(page.text('main')).toContain('B. Sample, Ada Example');
    expect(page.text('header em')).toBe('Example Letters');
    const links = page.all('main a').map((link) => attribute(link, 'href'));
    expect(links).toContain('/sub/publications/old/paper.pdf');
    expect(links).toContain('https://doi.org/10.1000/182');
    expect(site.read('publications/old/data.csv')).toBe('a,b\n');
    expect(page.all('.prose').map(textOf).at(-1)).toBe('A body.');
  });

  test('tells Google Scholar what it is', () => {
    const said = (path: string) =>
      pageAt(path)
        .all('meta[name^="citation_"]')
        .map((meta) => `${attribute(meta, 'name')}: ${attribute(meta, 'content')}`);
    expect(said('publications/Doe2020/')).toEqual([
      'citation_title: On E. coli',
      'citation_author: Jane Doe',
      'citation_publication_date: 2020/03',
      'citation_journal_title: Letters',
      'citation_volume: 3',
      'citation_issue: 2',
      'citation_firstpage: 1',
      'citation_lastpage: 9',
      'citation_arxiv_id: 2001.01234',
      'citation_keywords: knots',
    ]);
    expect(said('publications/old/')).toEqual([
      'citation_title: On x²',
      'citation_author: B. Sample',
      'citation_author: Ada Example',
      'citation_publication_date: 2019',
      'citation_journal_title: Example Letters',
      'citation_doi: 10.1000/182',
      'citation_keywords: Knots',
      'citation_pdf_url: https://ada.example/sub/publications/old/paper.pdf',
    ]);
  });

  test('folds long lists of authors and loses nobody', () => {
    const page = parsePage(site.read('publications/crowd/index.html'));
    expect(page.text('.authors summary')).toBe('and 20 others');
    for (const name of manyAuthors) expect(page.text('.authors')).toContain(name);
  });

  test('leads from old addresses', () => {
    const page = parsePage(site.read('publication/old/index.html'));
    expect(attribute(page.first('meta[http-equiv="refresh"]')!, 'content')).toContain(
      '/sub/publications/old/',
    );
  });

  test('passes over the page of the folder itself', () => {
    expect(site.output).toContain('publication/skipped');
    expect(filesIn(site.dist).some((file) => file.startsWith('publications/draft'))).toBe(false);
  });
});
