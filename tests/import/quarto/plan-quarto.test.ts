import { expect, test, vi } from 'vitest';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import type { ImportReportJson } from '../../../src/import/report/format-report.ts';
import { importOldSite } from '../../helpers/old-sites/import-old-site.ts';
import { makeQuartoSite } from '../../helpers/old-sites/quarto-site.ts';

vi.setConfig({ testTimeout: 60_000 });

test('a Quarto website arrives whole', async () => {
  const { read, into } = await importOldSite(await makeQuartoSite());
  const report = JSON.parse(read('import-report.json')) as ImportReportJson;
  const { problems, pages, addresses, danglingLinks } = report;
  expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(Object.fromEntries(pages.map(({ section, count }) => [section, count]))).toEqual({
    ...{ talks: 18, publications: 10, projects: 6, posts: 25, teaching: 1, people: 0 },
    ...{ pages: 2, slides: 1 },
  });
  expect(pages.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(60);
  expect(addresses.filter(({ outcome }) => 'reason' in outcome)).toEqual([]);
  expect(danglingLinks).toEqual([]);
  expect(report.unrendered).toEqual([]);
  const quarantined = report.files.filter(({ outcome }) => outcome === 'quarantined');
  expect(quarantined.map(({ path }) => path)).toEqual(['notebook.ipynb', 'template.qmd']);

  const { settings } = readSite(resolveSiteFolder({ LECTERN_SITE: into }), {});
  expect(settings).toMatchObject({
    ...{ name: 'Ada Example', role: 'Reader in Knots', url: 'https://ada.uni-graz.at' },
  });
  expect(settings.links.map(({ name, url }) => `${name} ${url}`)).toEqual([
    'Email mailto:ada@uni-graz.at',
    'GitHub https://github.com/ada',
    'ORCID https://orcid.org/0000-0002-1825-0097',
  ]);
  expect(settings.navigation?.map(({ name, url }) => `${name} ${url}`)).toEqual([
    ...['Talks /talks/', 'Papers /publications/', 'Blog /posts/', 'Teaching /pages/teaching/'],
    ...['Contact /pages/contact/', 'CV /files/cv.pdf'],
  ]);
  const found = Object.fromEntries(
    addresses.map(({ old, outcome }) => [old, 'to' in outcome ? outcome.to : '']),
  );
  expect(found).toMatchObject({
    '/talks.html': '/talks/',
    '/talks.xml': '/rss.xml',
    '/posts/': '/posts/',
    '/posts/index.xml': '/posts.xml',
    '/posts/post-02/': '/posts/post-02/',
    '/old/post.html': '/posts/post-02/',
    '/posts/2023/post-02/': '/posts/post-02/',
    '/talks/talk-01.html': '/talks/talk-01/',
    '/slides/knots.html': '/slides/knots/',
    '/posts/post-01/knot.png': '/posts/post-01/knot.png',
  });
  expect(read('content/about.md')).toMatchInlineSnapshot(`
    "---
    # from index.qmd
    portrait: ada.png
    ---

    I tie knots. See [my talks](/talks/) and [a file](/files/cv.pdf).
    "
  `);
  expect(read('content/posts/post-01.md')).toMatchInlineSnapshot(`
    "---
    title: Post 01
    description: What it says
    date: 2023-03-01
    authors:
      - Ada Example
    tags:
      - knots
      - rope
    image:
      filename: /posts/post-01/knot.png
    ---

    As Gordian and Sample ([2001](<https://doi.org/10.1000/knots>)) says, knots are cut (see [Gordian and Sample, 2001](<https://doi.org/10.1000/knots>), p. 3). Write to ada@uni-graz.at or \`@gordian\`.

    {{< callout note title="Careful" >}}

    Ropes *burn*.

    {{< /callout >}}

    {{< callout tip title="A tip" >}}

    Wear gloves.

    {{< /callout >}}

    Left.

    Right, with small words, H<sub>2</sub>O and x<sup>2</sup>.

    <a id="fig-knot"></a>

    {{< figure src="/posts/post-01/knot.png" alt="Rope" caption="Figure 1: A knot" >}}

    See [Figure 1](#fig-knot) and [Equation 1](#eq-twist), and [another post](/posts/post-02/#part) or [the talks](/talks/).

    <a id="eq-twist"></a>

    $$
    a_1 = b^2 \\tag{1}
    $$

    {{< youtube abcdefghijk >}}

    An included part.

    By Ada Example, 1.2 .

    \`\`\`python
    print("::: {.not-a-div} @gordian")
    \`\`\`

    <b>Raw</b>

    ## Part {#part}

    ## References

    - Gus Gordian, Lin Sample (2001). [Cutting knots](<https://doi.org/10.1000/knots>). *Journal of Knots*.
    "
  `);
  expect(read('content/posts/post-03.md')).toMatchInlineSnapshot(`
    "---
    title: Post 03
    description: What it says
    date: 2023-03-03
    authors:
      - Ada Example
    tags:
      - knots
      - rope
    image:
      filename: /posts/post-03/knot.png
    ---

    \`\`\`r
    plot(1)
    \`\`\`

    ![](/posts/post-03/index_files/figure-html/plot-1.png)

    \`\`\`
    [1] 2
    \`\`\`

    "
  `);
  expect(read('content/publications/paper-01.md')).toMatchInlineSnapshot(`
    "---
    title: Paper 01
    date: 2021-05-01
    authors:
      - Ada Example
      - Lin Sample
    publication: '*Journal of Knots*'
    doi: 10.1000/01
    ---

    Abstract 01.
    "
  `);
  expect(read('content/slides/knots.md')).toMatchInlineSnapshot(`
    "---
    title: Slides on knots
    subtitle: For everyone
    date: 2024-05-06
    authors:
      - Ada Example
    ---

    # Slides on knots

    For everyone

    ---

    ## First

    - One

    Later.

    {{< speaker_note >}}

    Breathe.

    {{< /speaker_note >}}


    ---

    ## Second

    \`\`\`r
    ## not a slide
    \`\`\`
    "
  `);
});

test('a page with cells that nobody ran shows their code, and the report lists it', async () => {
  const { read } = await importOldSite({
    '_quarto.yml': 'project: { type: website }\nwebsite: { title: Ada Example }\n',
    'posts/a/index.qmd':
      '---\ntitle: A\ndate: 2024-01-02\n---\n\n```{r}\n#| label: fig-a\nplot(1)\n```\n\n```{r}\n#| include: false\nsecret()\n```\n',
  });
  expect(read('content/posts/a.md')).toContain('```r\nplot(1)\n```');
  expect(read('content/posts/a.md')).not.toContain('secret');
  const { unrendered } = JSON.parse(read('import-report.json')) as ImportReportJson;
  expect(unrendered).toEqual([{ from: 'posts/a/index.qmd', to: 'content/posts/a.md' }]);
});

test('a Quarto book is refused with its type', async () => {
  const book = { '_quarto.yml': 'project: { type: book }\n', 'index.qmd': '# Book\n' };
  await expect(importOldSite(book)).rejects.toThrow('a Quarto project of the type "book"');
});
