import { beforeAll, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { talkFile } from '../helpers/talk-file.ts';

const talk = talkFile({ title: 'A talk', event: 'A seminar', date: '2024-05-06' });
const cv = `work:
  - name: University of Example
    startDate: 2019
awards:
  - title: Prize
    summary: For $x^2$.
`;

let site: BuiltSite;
beforeAll(async () => {
  const files = { 'content/talks/a.md': talk, 'content/cv.yaml': cv };
  site = await buildSite({ files: { ...files, 'public/cv.pdf': '%PDF-1.4\n%%EOF\n' } });
});

test('the menu of an author who wrote none leads to it, and so does the sitemap', () => {
  const { code, output, read } = site;
  expect(code, output).toBe(0);
  expect(read('index.html')).toMatch(/<nav[^>]*>.*href="\/talks\/".*href="\/cv\/".*?<\/nav>/s);
  expect(read('sitemap-0.xml')).toContain('https://ada.example/cv/');
});

test('the page has its sections, its talks and the PDF that is there', () => {
  const page = site.read('cv/index.html');
  for (const words of ['since 2019', 'University of Example', 'href="/talks/a/"', 'class="katex'])
    expect(page).toContain(words);
  expect(page).toContain('href="/cv.pdf"');
  expect(page).not.toContain('>Education<');
});
