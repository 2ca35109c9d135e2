import { talkFile } from '../make/talk-file.ts';

const siteYaml = `name: Ada Example
links:
  - name: Mail
    url: mailto:ada@ada.example
sections:
  teaching: { title: Courses given, menu: Courses }
  posts: News
home:
  - text: press
  - section: recent_talks
    title: Lectures
    count: 2
  - teaching
  - featured_publications
  - section: projects
    count: 1
  - { section: posts, title: News }
  - experience
  - education
  - awards
  - skills
  - about
  - contact
  - next_talk
  - { text: plain }
  - { text: off }
`;

const cv = `work:
  - position: Reader
    name: Example University
    startDate: 2020
education:
  - studyType: PhD
    institution: Other University
    endDate: 2014
skills:
  - name: Languages of machines
    keywords: [Julia]
`;

const word = '---\ntitle: Words on me\nsubtitle: From *afar*\nwidget: blank\nweight: 3\n---\n';
/** A composed home page, and the contents of its blocks. */
export const homeFiles = {
  'content/site.yaml': siteYaml,
  'content/about.md': 'Who I am.\n',
  'content/cv.yaml': cv,
  'content/authors/ada/_index.md':
    '---\ntitle: Ada Example\neducation:\n  courses:\n    - course: BSc\n---\n',
  'content/home/press.md': `${word}\n## Papers\n\nA note.[^1] $x^2$ [above](#papers)\n\n[^1]: Yes.\n`,
  'content/home/plain.md': '## Papers\n\nNo title.[^1]\n\n[^1]: No.\n',
  'content/home/off.md': '---\ntitle: Off\nactive: false\n---\n\nHidden words.\n',
  'content/home/hero.md': '+++\nwidget = "hero"\nactive = true\n+++\n',
  ...Object.fromEntries(
    [1, 2, 3].map((n) => [
      `content/talks/t${n}.md`,
      talkFile({ title: `Talk ${n}`, date: `2025-01-0${n}` }),
    ]),
  ),
  'content/teaching/braids.md': talkFile({ title: 'Braids', term: 'Spring 2025' }),
  'content/projects/a.md': talkFile({ title: 'Shelf', date: '2025-01-01' }),
  'content/projects/b.md': talkFile({ title: 'Older', date: '2024-01-01' }),
  'content/posts/p.md': talkFile({ title: 'A post', date: '2025-02-03' }),
  'content/publications/plain.md': talkFile({ title: 'Not featured', date: '2025-02-03' }),
};
