import { makeImage } from '../make/images.ts';
import { makePdf } from '../make/pdf.ts';

/** The numbers from 1 to `count`, as two digits. */
function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => String(i + 1).padStart(2, '0'));
}

const config = `project:
  type: website
  output-dir: docs
  render: ["*.qmd", "!template.qmd", "**/*.qmd"]
website:
  title: "Knot Notes"
  description: "Knots and the people who tie them."
  site-url: https://ada.uni-graz.at/knots/
  favicon: images/icon.png
  google-analytics: G-1
  navbar:
    left:
      - text: "Home"
        href: index.qmd
      - talks.qmd
      - text: Papers
        href: publications.qmd
      - text: More
        menu:
          - text: Blog
            href: posts/index.qmd
          - text: Teaching
            file: teaching/index.qmd
          - contact.qmd
      - text: "CV"
        href: files/cv.pdf
    right:
      - icon: github
        href: https://github.com/ada
      - text: "{{< ai orcid >}}"
        aria-label: ORCID
        href: https://orcid.org/0000-0002-1825-0097
  page-footer: { center: "Made with Quarto" }
format:
  html: { theme: cosmo, toc: true }
execute: { freeze: auto }
lang: en-GB
bibliography: references.bib
`;

const home = `---
title: "Ada Example"
subtitle: "Reader in Knots"
image: images/ada.png
about:
  template: trestles
  links:
    - icon: envelope
      text: Email
      href: mailto:ada@uni-graz.at
    - icon: github
      text: GitHub
      href: https://github.com/ada
listing: { id: latest, contents: posts, max-items: 2 }
---

::: {#hero-heading}
I tie knots. See [my talks](talks.qmd) and [a file](files/cv.pdf).
:::

::: {#latest}
:::
`;

const references = `@article{gordian,
  title={Cutting knots},
  author={Gordian, Gus and Sample, Lin},
  journal={Journal of Knots},
  year={2001},
  doi={10.1000/knots}
}
`;

/** A text with every construct of Quarto that has a meaning outside programs. */
const everything = `As @gordian says, knots are cut [see @gordian, p. 3]. Write to ada@uni-graz.at or \`@gordian\`.

::: {.callout-note title="Careful"}
Ropes *burn*.
:::

:::{.callout-tip collapse="true"}
## A tip
Wear gloves.
:::

::: {.columns}
::: {.column width="50%"}
Left.
:::
::: {.column width="50%"}
Right, with [small]{.smallcaps} words, H~2~O and x^2^.
:::
:::

![A knot](knot.png){#fig-knot fig-alt="Rope" width=50%}

See @fig-knot and @eq-twist, and [another post](../post-02/index.qmd#part) or [the talks](/talks.qmd).

$$
a_1 = b^2
$$ {#eq-twist}

{{< video https://www.youtube.com/embed/abcdefghijk >}}

{{< pagebreak >}}

{{< include _part.qmd >}}

By {{< meta author >}}, {{< var version >}} {{< fa brands github >}}.

::: {.content-visible when-format="pdf"}
Only in print.
:::

\`\`\`{.python filename="a.py"}
print("::: {.not-a-div} @gordian")
\`\`\`

\`\`\`{=html}
<b>Raw</b>
\`\`\`

## Part {#part .unnumbered}
`;

const frozen = {
  hash: 'x',
  result: {
    engine: 'knitr',
    markdown:
      '---\ntitle: Post 03\n---\n\n\n::: {.cell}\n\n```{.r .cell-code}\nplot(1)\n```\n\n::: {.cell-output-display}\n![](index_files/figure-html/plot-1.png){width=672}\n:::\n:::\n\n::: {.cell-output .cell-output-stdout}\n```\n[1] 2\n```\n:::\n',
    supporting: ['index_files'],
  },
};

const deck = `---
title: "Slides on knots"
subtitle: "For everyone"
author: Ada Example
date: 2024-05-06
format: revealjs
---

## First {background-color="black"}

::: {.incremental}
- One
:::

. . .

Later.

::: {.notes}
Breathe.
:::

## Second

\`\`\`r
## not a slide
\`\`\`
`;

/** A Quarto website with every kind of page, at least 60 of them. */
export async function makeQuartoSite(): Promise<Record<string, string | Buffer>> {
  const image = await makeImage('png');
  const posts = numbers(25).flatMap((number): [string, string | Buffer][] => {
    const keys = `title: "Post ${number}"\ndescription: "What it says"\nauthor:\n  - name: Ada Example\n    orcid: 0000-0002-1825-0097\ndate: "${number === '02' ? `March ${Number(number)}, 2023` : `2023-03-${number}`}"\ncategories: [knots, rope]\nimage: knot.png\nformat:\n  html:\n    code-fold: true\n`;
    const extra =
      number === '02'
        ? 'aliases: [/old/post.html, ../2023/post-02/]\n'
        : number === '25'
          ? 'draft: true\n'
          : '';
    const body =
      number === '01'
        ? everything
        : number === '03'
          ? '```{r}\nplot(1)\n```\n'
          : number === '02'
            ? 'Text.\n\n## Part\n'
            : `Text ${number}.\n`;
    return [
      [`posts/post-${number}/index.qmd`, `---\n${keys}${extra}---\n\n${body}`],
      [`posts/post-${number}/knot.png`, image],
    ];
  });
  const talks = numbers(18).map((number): [string, string] => [
    `talks/talk-${number}.qmd`,
    `---\ntitle: "Talk ${number}"\ndate: 2022-04-${number}\nevent: Knot Days\nlocation: Graz\nslides: /files/cv.pdf\ncategories: [rope]\n---\n\nWhat I said.\n`,
  ]);
  const papers = numbers(10).map((number): [string, string] => [
    `publications/paper-${number}/index.qmd`,
    `---\ntitle: "Paper ${number}"\nauthor: [Ada Example, Lin Sample]\ndate: 2021-05-${number}\ncitation:\n  type: article-journal\n  container-title: Journal of Knots\n  doi: 10.1000/${number}\n---\n\nAbstract ${number}.\n`,
  ]);
  const projects = numbers(6).map((number): [string, string] => [
    `projects/project-${number}.qmd`,
    `---\ntitle: "Project ${number}"\nimage: ../images/ada.png\n---\n\nAbout it.\n`,
  ]);
  const list = (title: string, contents: string) =>
    `---\ntitle: ${title}\nlisting:\n  contents: ${contents}\n  sort: date desc\n  feed: true\npage-layout: full\n---\n`;
  return {
    '_quarto.yml': config,
    '_variables.yml': 'version: 1.2\n',
    'index.qmd': home,
    'talks.qmd': list('Talks', 'talks'),
    'publications.qmd': list('Publications', '"publications/**/index.qmd"'),
    'projects.qmd': list('Projects', 'projects/*.qmd'),
    'posts/index.qmd': list('Blog', '"*/index.qmd"'),
    'posts/_metadata.yml': 'freeze: true\ntitle-block-banner: true\n',
    'contact.qmd':
      '---\ntitle: Contact\n---\n\nWrite [to me](index.qmd), or see [the blog](posts/index.qmd).\n',
    'template.qmd': '---\ntitle: Template\n---\n\nNot rendered.\n',
    '404.qmd': '---\ntitle: Not found\n---\n\nNothing.\n',
    'teaching/index.qmd': '---\ntitle: Teaching\n---\n\nI teach [knots](knots.qmd).\n',
    'teaching/knots.qmd': '---\ntitle: Knots for beginners\ndate: 2023-10-01\n---\n\nAll knots.\n',
    'slides/knots.qmd': deck,
    ...Object.fromEntries([...posts, ...talks, ...papers, ...projects]),
    'posts/post-01/_part.qmd': 'An included part.\n',
    '_freeze/posts/post-03/index/execute-results/html.json': JSON.stringify(frozen),
    '_freeze/posts/post-03/index/figure-html/plot-1.png': image,
    '_freeze/site_libs/clipboard/clipboard.min.js': '',
    'references.bib': references,
    'notebook.ipynb': '{}',
    'images/ada.png': image,
    'images/icon.png': image,
    'files/cv.pdf': makePdf(),
    'styles.css': 'p {}',
    'docs/index.html': 'made',
    '.gitignore': '/.quarto/\n',
    'README.md': '# Site\n',
    'site.Rproj': '',
  };
}
