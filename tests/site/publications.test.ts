import { beforeAll, describe, expect, test } from 'vitest';
import { readBibtex } from '../../src/content/parse/bibtex.ts';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { checkRss } from '../helpers/read/rss-profile.ts';
import { parseRss } from '../helpers/read/rss.ts';
import { getAttribute, parsePage, getText, type Page } from '../helpers/read/html.ts';
import { checkGraph, readGraph, findNodes } from '../helpers/read/structured-data.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';
import { manyAuthors } from '../helpers/sites/publications.ts';

/** One publication is of `makePeopleFiles`: the last but one in the list. */
describe('a site with publications', () => {
  let site: BuiltSite;
  const pageAt = (path: string) => parsePage(site.read(`${path}index.html`));
  const hrefs = (page: Page, selector: string) =>
    page.all(selector).map((link) => getAttribute(link, 'href'));
  beforeAll(async () => {
    site = await buildPortfolioSite();
    expect(site.code, site.output).toBe(0);
  });

  test('lists them by year, without drafts', () => {
    const page = parsePage(site.read('publications/index.html'));
    expect(page.all('main h2').map(getText)).toEqual(['2021', '2020', '2019', '2018']);
    expect(hrefs(page, 'main h3 a')).toEqual([
      '/sub/publications/crowd/',
      '/sub/publications/Doe2020/',
      '/sub/publications/old/',
      '/sub/publications/three/',
      '/sub/publications/secret/',
    ]);
  });

  test('can be filtered by type, PDF and subject, by plain links', () => {
    const page = pageAt('publications/');
    const filters = page.all('nav[aria-label="Filter"] li').map(getText);
    expect(filters).toEqual(['All publications 5', 'Journal articles 2', 'With PDF 2']);
    expect(hrefs(page, 'nav[aria-label="Filter"] a').slice(1)).toEqual([
      '/sub/publications/type/journal-article/',
      '/sub/publications/with/pdf/',
    ]);
    const keys = page.all('li[data-marks]').map((item) => getAttribute(item, 'dataMarks'));
    expect(keys).toEqual([
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

  test('links its list to a BibTeX file of all except private ones', () => {
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

  test('has a valid feed of them', () => {
    const xml = site.read('publications.xml');
    expect(checkRss(xml)).toEqual([]);
    const items = parseRss(xml);
    expect(items.map(({ title }) => title)).toEqual([
      ...['Crowd', 'On E. coli', 'On x²', 'A paper of three'],
    ]);
    expect(items[1]?.content).toContain('Jane Doe');
    expect(hrefs(pageAt('publications/old/'), 'link[type="application/rss+xml"]')).toContain(
      '/sub/publications.xml',
    );
  });

  test('links related talks, projects and posts in both directions', () => {
    const relatedSections = (path: string) =>
      pageAt(path)
        .all('main section[aria-label]:not([aria-label="Abstract"])')
        .map((section) => getText(section));
    expect(relatedSections('talks/tied/')).toEqual([
      // Each place is a paragraph of its own.
      'Related publications On E. coliLetters, 3(2), 1–9, 2020 On x2x^2x2In Example Letters, 2019',
      'Related project Shelf of xxx',
    ]);
    expect(relatedSections('publications/Doe2020/')).toEqual(['Related talk TiedSeminar, 2025']);
    expect(relatedSections('publications/old/')).toEqual(['Related talk TiedSeminar, 2025']);
    expect(relatedSections('publications/crowd/')).toEqual(['Related post News2025']);
    expect(relatedSections('projects/bookcase/')).toEqual([
      'Related talk TiedSeminar, 2025',
      'Related post News2025',
    ]);
    expect(relatedSections('publications/secret/')).toEqual(['Related project Shelf of xxx']);
    expect(relatedSections('talks/plain/')).toEqual([]);
    expect(pageAt('talks/tied/').all('link[rel="stylesheet"][href*="katex"]')).toHaveLength(1);
    expect(site.output).toMatch(/tied\.md:6:\d+ warning there is no publication "nobody"/);
  });

  test('has JSON-LD for them, and lists them in llms.txt', () => {
    const graph = readGraph(pageAt('publications/Doe2020/'));
    expect(checkGraph(graph)).toEqual([]);
    expect(findNodes(graph, 'ScholarlyArticle')).toMatchObject([
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
    expect(readGraph(pageAt('publications/secret/'))).toEqual([]);
    const llms = site.read('llms.txt');
    expect(llms).toContain('[On E. coli](https://ada.example/sub/publications/Doe2020/): Jane Doe');
    expect(llms).not.toContain('Secret');
  });

  test('has a page for each, with its files', () => {
    const page = parsePage(site.read('publications/old/index.html'));
    expect(page.text('h1')).toContain('On');
    expect(page.all('h1 .katex')).toHaveLength(1);
    expect(page.text('main')).toContain('B. Sample, Ada Example');
    expect(page.text('header em')).toBe('Example Letters');
    const links = page.all('main a').map((link) => getAttribute(link, 'href'));
    expect(links).toContain('/sub/publications/old/paper.pdf');
    expect(links).toContain('https://doi.org/10.1000/182');
    expect(site.read('publications/old/data.csv')).toBe('a,b\n');
    expect(page.all('.prose').map(getText).at(-1)).toBe('A body.');
  });

  test('shows the award of an entry of BibTeX, and raises the mark of a footnote', () => {
    const page = pageAt('publications/Doe2020/');
    expect(page.text('main')).toContain('Best paper');
    expect(page.text('.authors sup')).toBe('*');
    expect(page.text('pre')).toContain('author = {Doe, Jane and others},');
    expect(pageAt('publications/').text('main')).toContain('Best paper');
  });

  test('has meta tags for Google Scholar', () => {
    const citationTags = (path: string) =>
      pageAt(path)
        .all('meta[name^="citation_"]')
        .map((meta) => `${getAttribute(meta, 'name')}: ${getAttribute(meta, 'content')}`);
    expect(citationTags('publications/Doe2020/')).toEqual([
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
    expect(citationTags('publications/old/')).toEqual([
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

  test('folds long lists of authors and keeps every name', () => {
    const page = parsePage(site.read('publications/crowd/index.html'));
    expect(page.text('.authors summary')).toBe('and 20 others');
    for (const name of manyAuthors) expect(page.text('.authors')).toContain(name);
  });

  test('redirects old addresses', () => {
    const page = parsePage(site.read('publication/old/index.html'));
    expect(getAttribute(page.first('meta[http-equiv="refresh"]')!, 'content')).toContain(
      '/sub/publications/old/',
    );
  });

  test('skips the page of the folder itself', () => {
    expect(site.output).toContain('publication/skipped');
    expect(listFiles(site.dist).some((file) => file.startsWith('publications/draft'))).toBe(false);
  });
});
