import { beforeAll, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { filesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf, type Page } from '../helpers/html.ts';
import { makePdf } from '../helpers/pdf.ts';
import { talkFile } from '../helpers/talk-file.ts';

const files = {
  'content/talks/a.md': talkFile(
    { title: 'A talk', date: '2025-01-01' },
    'See {{< ref "pages/lab" >}}.',
  ),
  'content/pages/lab/index.md': talkFile(
    {
      title: 'The lab on $x^2$',
      summary: 'Who we are.',
      weight: 2,
      aliases: ['/lab/'],
      redirect_from: '/group.html',
      author_profile: true,
      tags: ['knots'],
      talks: ['a'],
      url_pdf: 'map.pdf',
    },
    '{% include base_path %}\n\n## Where\n\nHere, by [the map](map.pdf).\n',
  ),
  'content/pages/lab/map.pdf': makePdf(),
  'content/pages/first.md': talkFile({ title: 'First', weight: 1 }, 'Words.'),
  'content/pages/draft.md': talkFile({ title: 'Draft', draft: true }, 'Words.'),
  'content/pages/part.md': talkFile({ title: 'Part', widget: 'blank' }, 'Words.'),
  'content/pages/_index.md': talkFile({ title: 'Pages' }, 'Words.'),
};

let site: BuiltSite;
let lab: Page;

beforeAll(async () => {
  site = await buildSite({ files, env: { BASE_PATH: '/sub' } });
  expect(site.code, site.output).toBe(0);
  lab = parsePage(site.read('pages/lab/index.html'));
});

test('a page has its title, its text, its links and what goes with it', () => {
  expect(lab.text('h1')).toContain('The lab on');
  expect(lab.text('.prose')).toMatch(/^\s*Where\s+Here, by the map\.\s*$/);
  const hrefs = lab.all('main a').map((link) => attribute(link, 'href'));
  expect(hrefs).toContain('/sub/pages/lab/map.pdf');
  expect(hrefs).toContain('/sub/talks/a/');
  expect(attribute(lab.first('meta[name="description"]')!, 'content')).toBe('Who we are.');
  const talk = parsePage(site.read('talks/a/index.html'));
  expect(talk.all('main a').map((link) => attribute(link, 'href'))).toContain('/sub/pages/lab/');
});

test('the menu that nobody wrote ends with them, by weight', () => {
  const menu = lab.all('header nav a').map((link) => textOf(link).trim());
  expect(menu).toEqual(['Talks', 'First', 'The lab on x²', 'Search']);
});

test('there is no list of them, and none that is not to be seen', () => {
  const pages = filesIn(site.dist).filter((path) => /^pages\/.*\.html$/.test(path));
  expect(pages.sort()).toEqual(['pages/first/index.html', 'pages/lab/index.html']);
  expect(site.read('sitemap-0.xml')).toContain('/sub/pages/first/');
  expect(site.read('llms.txt')).toContain('/sub/pages/first/');
  expect(site.output).not.toMatch(/author_profile|include/);
});

test('their old addresses are answered', () => {
  for (const old of ['lab/index.html', 'group.html']) {
    expect(site.read(old), old).toContain('/sub/pages/lab/');
  }
});
