import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildPortfolioSite();
});

test('the default menu and the sitemap link to the CV', () => {
  const { code, output, read } = site;
  expect(code, output).toBe(0);
  expect(read('index.html')).toMatch(
    /<nav[^>]*>.*href="\/sub\/talks\/".*href="\/sub\/cv\/".*?<\/nav>/s,
  );
  expect(read('sitemap-0.xml')).toContain('https://ada.example/sub/cv/');
});

test('the page lists the publications of the site, without private ones', () => {
  const page = site.read('cv/index.html');
  expect(page).toContain('href="/sub/publications/Doe2020/"');
  expect(page).not.toContain('/sub/publications/secret/');
});

test('the page has its sections, its talks and a link to the PDF of the author', () => {
  const page = site.read('cv/index.html');
  for (const words of [
    '2019–present',
    'University of Example',
    'href="/sub/talks/plain/"',
    'class="katex',
  ])
    expect(page).toContain(words);
  expect(page).toContain('href="/sub/cv.pdf"');
  expect(page).not.toContain('>Education<');
});
