import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { listFiles } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { readGraph } from '../helpers/read/structured-data.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

describe('a site with people', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildPortfolioSite();
    expect(site.code, site.output).toBe(0);
  });
  const page = (path: string) => parsePage(site.read(`${path}index.html`));
  const linksOn = (path: string, selector: string) =>
    page(path)
      .all(`${selector} a`)
      .map((link) => [getText(link), getAttribute(link, 'href')]);

  test('lists them by group, with their portraits', () => {
    const list = page('people/');
    expect(list.all('main h2').map(getText)).toEqual(['Staff', 'Students']);
    expect(linksOn('people/', 'main h3')).toEqual([
      ['Lin Sample', '/sub/people/lin/'],
      ['José Núñez', '/sub/people/jose/'],
    ]);
    expect(list.all('main section:nth-of-type(2) img')).toHaveLength(1);
    expect(list.text('nav')).toContain('People');
  });

  test('has a page for each person, with talks and publications', () => {
    const jose = page('people/jose/');
    expect([jose.text('h1'), jose.text('.prose em')]).toEqual(['José Núñez', 'too']);
    expect(getAttribute(jose.first('.portrait img')!, 'alt')).toBe('José Núñez');
    expect(linksOn('people/jose/', '#talks + div h3')).toEqual([
      ['A talk by two', '/sub/talks/both/'],
    ]);
    const lin = page('people/lin/');
    expect(lin.text('.prose em')).toBe('bio');
    expect(linksOn('people/lin/', '.introduction ul')).toEqual([['Telephone', 'tel:+4312345']]);
    expect(lin.all('#publications + div h3').map(getText)).toEqual(['A paper of three']);
    expect(lin.text('#publications + div')).toMatch(/20\d\d/);
    const [person] = readGraph(lin);
    expect(person).toMatchObject({
      '@type': 'Person',
      name: 'Lin Sample',
      url: 'https://ada.example/sub/people/lin/',
      affiliation: { name: 'Example' },
    });
  });

  test('links lists of authors to people, and the owner to the home page', () => {
    expect(linksOn('talks/both/', '.authors')).toEqual([
      ['Ada Example', '/sub/'],
      ['jose núñez', '/sub/people/jose/'],
    ]);
    expect(linksOn('publications/three/', '.authors')).toEqual([
      ['Lin Sample', '/sub/people/lin/'],
      ['A. Example', '/sub/'],
    ]);
    expect(page('publications/three/').text('.authors')).toContain('Somebody Else');
    expect(site.read('publications/three/index.html')).toContain('Sample, L., Example, A.');
  });

  test('shows the profile of the owner on the home page', () => {
    const home = page('');
    expect([home.text('h1'), home.text('.role')]).toEqual(['Ada Example', 'Reader in Measurement']);
    expect(home.text('.introduction .prose em')).toBe('things');
    expect(home.all('.portrait img')).toHaveLength(1);
    expect(home.text('#interests + div')).toBe('knots & braids');
    expect(home.text('#education + div')).toContain('2012 PhD A College');
    expect(linksOn('', '.introduction')).toEqual([
      ['Example University', 'https://university.example'],
      ['CV', '/sub/people/admin/cv.pdf'],
      ['GitHub', 'https://github.com/ada'],
    ]);
    expect(site.read('people/admin/cv.pdf')).toContain('%PDF');
    expect(site.output).toMatch(/admin\/_index\.md:5:7.*\n.*\n.*\n.*person\/not-shown/);
  });

  test('redirects old addresses, and publishes no draft', () => {
    const targets = ['author/jose', 'author/jose-nunez', 'team/jose', 'author/admin'].map((old) =>
      getAttribute(page(`${old}/`).first('meta[http-equiv="refresh"]')!, 'content'),
    );
    const jose = '0; url=/sub/people/jose/';
    expect(targets).toEqual([jose, jose, jose, '0; url=/sub/']);
    const files = listFiles(site.dist);
    expect(files.filter((file) => /draft|people\/admin\/index/.test(file))).toEqual([]);
    expect(files).toContain('people/none/index.html');
    const sitemap = site.read('sitemap-0.xml');
    expect(sitemap).toContain('/people/lin/');
    expect(sitemap).not.toMatch(/secret|author\//);
  });
});
