import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';
import { sampleFolder } from '../build/sample-folder.ts';

/** A kind of file of a site, with valid files of it. */
export interface SiteReader {
  name: string;
  /** The path of the file in the author's folder. */
  path: string;
  samples: readonly Buffer[];
}

const readSample = (path: string) => readFileSync(join(sampleFolder, 'content', path));

/** Returns the files of the sample site whose paths match. */
function listSamples(pattern: RegExp): Buffer[] {
  const paths = readdirSync(join(sampleFolder, 'content'), { recursive: true, encoding: 'utf8' });
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .toSorted()
    .map(readSample);
}

function listFixtures(folder: string, pattern: RegExp): Buffer[] {
  const path = join(root, 'tests/fixtures', folder);
  const names = readdirSync(path).filter((name) => pattern.test(name));
  return names.toSorted().map((name) => readFileSync(join(path, name)));
}

const tomlTalk = `+++
title = "On $x^2$ and \\"quotes\\""
date = 2024-05-22T10:30:00+02:00
date_end = 2024-05-22
tags = ["Knots", "Sums"]
abstract = """
Let $\\\\frac{1}{2}$ be. See [this](https://example.org/a).
"""
url_slides = "slides.pdf"
[image]
  caption = "A picture"
[[links]]
  name = "Code"
  url = "https://example.org/code"
  icon = "github"
  icon_pack = "fab"
+++
Text with \`code\`.
`;

const deliveries = `---
title: A talk that is given twice
macros: ['\\newcommand{\\R}{\\mathbb{R}}']
event: &event The seminar
authors: [Ada Example, 'Lin, Maya']
deliveries:
  - { event: *event, date: 2024-05-22 10:30, timezone: Europe/Paris, location: 'Lyon, France' }
  - event: Summer school
    date: 5-6 June 2024
    address: { city: Metz, country: France }
    coordinates: [49.1, 6.2]
links:
  - { icon: youtube, icon_pack: fab, name: Video, url: https://youtu.be/abcdefghijk }
projects: [knots]
aliases: [/talk/old/, /2019/05/22/talk.html]
---
`;

const markdown = `---
title: A post
date: 2024-05-22
---
# A heading {#id}

Text with *emphasis*, \`code\`, $x^2 + \\R$ and a [link](/talks/) to <https://example.org>. A note.[^1]

[^1]: Of *this* note.

| a | b |
|---|--:|
| 1 | 2 |

- one
  1. two
     > three

\`\`\`python
print("x")
\`\`\`

$$
\\begin{align} a &= b \\\\ c &= \\frac{d}{e} \\end{align}
$$

{{< figure src="a.png" title="A figure" >}}

{{% callout note %}}
In {{< relref "talks/nyu" >}} and \`{{ site.url }}\`.
{{% /callout %}}

<div class="a" onclick="x()"><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>

![Alt](missing.png "Title")

<video src="a.mp4"></video></div>

Term
: Definition

> [!NOTE]
> An alert.
`;

const mdx = `---
title: A page in MDX
date: 2024-05-22
---
export const year = 2024;

# In {year}

Text with *emphasis* and $x^2$, <b className="x">bold</b> and {[1, 2].map((n) => <i key={n}>{n}</i>)}.

<details open>
  <summary>More</summary>

  - a list
</details>
`;

const redirects = `# Old addresses
/talk/nyu/: /talks/m/
/2019/a.html: /
"https://old.example/b/": https://example.org/
/c d/: /talks/m/#abstract
`;

const site = `name: Ada Example
title: Ada's page
role: Reader in Measurement
url: https://ada.example
base: /
language: en-GB
timezone: Europe/London
accent: '#7b1e2c'
times: { z: utc }
macros:
  - \\newcommand{\\R}{\\mathbb{R}}
  - \\DeclareMathOperator{\\Var}{Var}
navigation:
  - { name: Talks, url: /talks/ }
  - name: More
    url: https://example.org
links:
  - { icon: envelope, url: 'mailto:ada@ada.example' }
  - { icon: github, icon_pack: fab, url: https://github.com/example }
home:
  - next_talk
  - section: recent_talks
    count: 3
    title: Recent
  - text: press
`;

const toBuffers = (...texts: string[]) => texts.map((text) => Buffer.from(text));

/** All kinds of text files that a site can have. */
export const siteReaders: readonly SiteReader[] = [
  {
    name: 'YAML front matter',
    path: 'content/talks/m/index.md',
    samples: [
      ...toBuffers(deliveries),
      ...listSamples(/^talks\/.*\.md$/),
      ...listFixtures('old-talks/files', /^(?!toml).*\.md$/),
    ],
  },
  {
    name: 'TOML front matter',
    path: 'content/talks/m.md',
    samples: [...toBuffers(tomlTalk), ...listFixtures('old-talks/files', /^toml.*\.md$/)],
  },
  {
    name: 'Markdown',
    path: 'content/posts/m.md',
    samples: [...toBuffers(markdown), ...listSamples(/^posts\/.*\.md$/)],
  },
  {
    name: 'MDX',
    path: 'content/posts/m.mdx',
    samples: [...toBuffers(mdx), ...listSamples(/\.mdx$/)],
  },
  {
    name: 'BibTeX',
    path: 'content/papers.bib',
    samples: [...listSamples(/\.bib$/), ...listFixtures('bib', /\.bib$/)],
  },
  {
    name: 'citation of a publication',
    path: 'content/publications/m/cite.bib',
    samples: toBuffers(
      '@article{m, title={A $x$}, author={Lin, Maya and {Ada Example}}, year=2020}',
    ),
  },
  {
    name: 'publication',
    path: 'content/publications/m/index.md',
    samples: listSamples(/^publications\/.*\.md$/),
  },
  { name: 'project', path: 'content/projects/m.md', samples: listSamples(/^projects\/.*\.md$/) },
  { name: 'course', path: 'content/teaching/m.md', samples: listSamples(/^teaching\/.*\.md$/) },
  { name: 'page', path: 'content/pages/m.md', samples: listSamples(/^pages\/.*\.md$/) },
  { name: 'deck', path: 'content/slides/m.md', samples: listSamples(/^slides\/.*\.md$/) },
  {
    name: 'person',
    path: 'content/authors/m/_index.md',
    samples: listSamples(/^authors\/.*\.md$/),
  },
  {
    name: 'person in YAML',
    path: 'content/authors/m.yaml',
    samples: listSamples(/^authors.*yaml$/),
  },
  { name: 'biography', path: 'content/about.md', samples: listSamples(/^about\.md$/) },
  {
    name: 'text of the home page',
    path: 'content/home/press.md',
    samples: toBuffers('---\ntitle: Press\nsubtitle: On $x$\n---\n\nA *text* with <b>HTML</b>.\n'),
  },
  {
    name: 'settings',
    path: 'content/site.yaml',
    samples: [...toBuffers(site), ...listSamples(/^site\.yaml$/)],
  },
  { name: 'CV', path: 'content/cv.yaml', samples: listSamples(/^cv\.yaml$/) },
  { name: 'redirects', path: 'content/redirects.yaml', samples: toBuffers(redirects) },
];

/** The other files of the site: those to which the files above refer. */
export const surroundings: Readonly<Record<string, string | Buffer>> = {
  'content/site.yaml': site,
  'content/home/press.md': 'Press.\n',
  'content/publications/m/index.md': '---\ntitle: M\ndate: 2020-01-01\n---\n',
  'content/talks/nyu.md': '---\ntitle: NYU\ndate: 2020-01-01\n---\nText.\n',
};
