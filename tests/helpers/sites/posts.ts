import { talkFile } from '../make/talk-file.ts';

const code = '```python\nreturn "a"\n```\n';
const body = `Words.[^1] Here $x^2$.

${code}
## One

### Inside

## Two [linked](data.csv)

## Three

[^1]: A note.
`;

/** Posts of every kind, and projects. */
export const postsFiles = {
  'content/talks/code.md': talkFile({ title: 'A talk', date: '2025-01-01' }, code),
  'content/posts/long/index.md': talkFile(
    {
      title: 'On $x^2$',
      summary: 'Why.',
      authors: ['B. Sample', 'admin'],
      date: '2026-01-10',
      lastmod: '2026-01-12',
      tags: ['knots'],
      categories: ['Blog'],
      aliases: ['/post/long/'],
      projects: ['shelf'],
    },
    body,
  ),
  'content/posts/long/data.csv': 'a,b\n',
  'content/posts/program.mdx': talkFile(
    { title: 'MDX', date: '2026-01-09', toc: true },
    `## H\n\n${code}`,
  ),
  'content/posts/plain.md': talkFile(
    { title: 'Plain', date: '2026-01-08', highlight: false },
    code,
  ),
  'content/posts/draft.md': talkFile({ title: 'Draft', date: '2026-01-01', draft: true }),
  'content/posts/later.md': talkFile({ title: 'Later', date: '2026-01-16' }),
  'content/posts/secret.md': talkFile({ title: 'Secret', date: '2026-01-02', private: true }),
  'content/projects/shelf/index.md': talkFile({
    title: 'Shelf',
    date: '2020-01-01',
    summary: 'Sets.',
    weight: 1,
    external_link: 'https://shelf.example/',
    url_code: 'code.txt',
    aliases: ['/project/shelf/'],
  }),
  'content/projects/shelf/featured.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"/>',
  'content/projects/shelf/code.txt': 'x\n',
  'content/projects/newer.md': talkFile({ title: 'Newer', date: '2025-01-01' }, code),
  'content/projects/draft.md': talkFile({ title: 'Draft', draft: true }),
  ...Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => {
      const date = `${2001 + Math.floor(i / 10)}-01-${10 + (i % 10)}`;
      // Most are too old for the feed. They are private, because a private page has no share image.
      const keys = { title: `Old ${i}`, date, ...(i < 110 && { private: true }) };
      return [`content/posts/old-${i}.md`, talkFile(keys)];
    }),
  ),
};
