import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { filesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf } from '../helpers/html.ts';
import { talkFile } from '../helpers/talk-file.ts';

const many = Array.from({ length: 30 }, (_, i) => `Author ${i + 1}`);
const files = {
  'content/talks/a.md': talkFile({ title: 'A talk', date: '2025-01-01' }),
  'content/publications/old/index.md': talkFile(
    {
      title: 'On $x^2$',
      authors: ['B. Sample', 'admin'],
      date: '2019-01-01T00:00:00Z',
      publication_types: ['2'],
      publication: 'In *Example Letters*',
      doi: '10.1000/182',
      abstract: 'A bound, $\\beta$.',
      aliases: ['/publication/old/'],
      url_pdf: 'paper.pdf',
      links: [{ name: 'Data', url: 'data.csv' }],
    },
    'A body.',
  ),
  'content/publications/old/paper.pdf': '%PDF-1.4\n%%EOF\n',
  'content/publications/old/data.csv': 'a,b\n',
  'content/publications/old/cite.bib': '@article{x}',
  'content/publications/crowd.md': talkFile({ title: 'Crowd', authors: many, date: '2021-03-04' }),
  'content/publications/draft.md': talkFile({ title: 'Draft', date: '2022-01-01', draft: true }),
  'content/publications/_index.md': talkFile({ title: 'Publications' }),
};

describe('a site with publications', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ files, env: { BASE_PATH: '/sub' } });
    expect(site.code, site.output).toBe(0);
  });

  test('lists them by year, without drafts', () => {
    const page = parsePage(site.read('publications/index.html'));
    expect(page.all('main h2').map(textOf)).toEqual(['2021', '2019']);
    const titles = page.all('main h3 a').map((link) => attribute(link, 'href'));
    expect(titles).toEqual(['/sub/publications/crowd/', '/sub/publications/old/']);
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
    const page = parsePage(site.read('publications/old/index.html'));
    const said = page
      .all('meta[name^="citation_"]')
      .map((meta) => `${attribute(meta, 'name')}: ${attribute(meta, 'content')}`);
    expect(said).toEqual([
      'citation_title: On x²',
      'citation_author: B. Sample',
      'citation_author: Ada Example',
      'citation_publication_date: 2019',
      'citation_journal_title: Example Letters',
      'citation_doi: 10.1000/182',
      'citation_pdf_url: https://ada.example/sub/publications/old/paper.pdf',
    ]);
  });

  test('folds long lists of authors and loses nobody', () => {
    const page = parsePage(site.read('publications/crowd/index.html'));
    expect(page.text('.authors summary')).toBe('and 20 others');
    for (const name of many) expect(page.text('.authors')).toContain(name);
  });

  test('leads from old addresses', () => {
    const page = parsePage(site.read('publication/old/index.html'));
    expect(attribute(page.first('meta[http-equiv="refresh"]')!, 'content')).toContain(
      '/sub/publications/old/',
    );
  });

  test('passes over the page of the folder itself', () => {
    expect(site.output).toContain('publication/passed-over');
    expect(filesIn(site.dist).some((file) => file.startsWith('publications/draft'))).toBe(false);
  });
});

test('a site without publications has no trace of them', async () => {
  const site = await buildSite({ files: { 'content/talks/a.md': files['content/talks/a.md'] } });
  expect(site.code, site.output).toBe(0);
  expect(filesIn(site.dist).filter((file) => file.includes('publication'))).toEqual([]);
  expect(site.read('index.html')).not.toMatch(/publication/i);
});

test('a publication that cannot be read stops the build, and says where', async () => {
  const site = await buildSite({
    files: {
      'content/talks/a.md': files['content/talks/a.md'],
      'content/publications/bad.md': '---\nauthors: [A]\ndate: 2020-13-01\ntypo: x\n---\n',
    },
  });
  expect(site.code).toBe(1);
  expect(site.output).toContain('content/publications/bad.md:3:7');
  expect(site.output).toContain('publication/title-missing');
  expect(site.output).toContain('publication/unknown-key');
});
