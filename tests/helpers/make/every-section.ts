/**
 * Generates files of `count` pages in each section, which refer to each other: talks with speakers, decks, projects,
 * publications, old addresses and attached files.
 */
export function generateSections(count: number): Record<string, string> {
  const pages = Array.from({ length: count }, (_, n) => toFiles(n, count));
  return Object.assign({}, ...pages) as Record<string, string>;
}

const zones = ['Europe/Vienna', 'Asia/Tokyo', 'America/New_York'];

function toFiles(n: number, count: number): Record<string, string> {
  const date = `${2021 + (n % 4)}-0${1 + (n % 9)}-1${n % 10}`;
  const next = (n + 1) % count;
  const authors = `authors: [person-${n}, person-${next}]`;
  const tags = `tags: [Method ${n % 3}, Instrument ${n % 5}]`;
  const text = `How $\\\\sigma_{${n}} / \\\\sqrt{n}$ changes, *slowly*.`;
  return {
    [`content/talks/talk-${n}/index.md`]: `---
title: Measuring a quantity by method $x_{${n}}$
event: Seminar ${n % 4}
location: Room ${n}, Graz
date: ${date}T16:00:00
date_end: ${date}T17:30:00
timezone: ${zones[n % zones.length]}
${authors}
${tags}
slides: deck-${n}
projects: [project-${n}]
publications: [paper-${n}]
url_pdf: paper.txt
aliases: [/old/talk-${n}/]
abstract: ${JSON.stringify(text)}
---

${text.replaceAll('\\\\', '\\')} See [the next talk](../talk-${next}/) and ![a plot](plot.svg).
`,
    [`content/talks/talk-${n}/paper.txt`]: 'text',
    [`content/talks/talk-${n}/plot.svg`]:
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><path d="M0 0h8v6z"/></svg>',
    [`content/slides/deck-${n}.md`]: `---\ntitle: Deck ${n}\n---\n\n# One\n\n---\n\n# Two\n`,
    [`content/people/person-${n}/index.md`]: `---\ntitle: Person ${n}\nrole: Reader\n---\n\nText.\n`,
    [`content/projects/project-${n}.md`]: `---\ntitle: Project ${n}\n${authors}\n${tags}\n---\n\nText.\n`,
    [`content/publications/paper-${n}.md`]: `---\ntitle: Paper ${n}\ndate: ${date}\n${authors}\n${tags}\ntype: article-journal\n---\n\nText.\n`,
    [`content/posts/post-${n}.md`]: `---\ntitle: Post ${n}\ndate: ${date}\n${authors}\n${tags}\ntalks: [talk-${n}]\n---\n\n## One\n\nText.\n\n## Two\n\nText.\n`,
    [`content/teaching/course-${n}.md`]: `---\ntitle: Course ${n}\ndate: ${date}\n---\n\nText.\n`,
    [`content/pages/page-${n}.md`]: `---\ntitle: Page ${n}\n---\n\nText.\n`,
  };
}
