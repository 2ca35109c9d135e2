import { makePdf } from '../make/pdf.ts';

const talk = (more = '') =>
  `---\ntitle: Measures of surprise\ndate: 2024-05-22\n${more}---\nText.\n`;
const redirects = `# What stood where before.
/talk/nyu/: /talks/nyu/
/talk/NYU Café v1.2/: /talks/nyu/
/talk/%C3%BCber/: /talks/nyu/#notes
/talk/ugly.html: /talks/nyu/
/talks/2012-03-01-talk-1: /talks/nyu/
/first/: /second/
/second/: /talks/
/round/: /robin/
/robin/: /round/
/alias-of/: /talk/by-alias/
/talks/nyu/: /talks/
/group/: https://group.example.org/people
/gone/: /talks/gone/
/draft/: /talks/draft/
/index.xml: /rss.xml
/talk/index.xml: /rss.xml
/post/index.xml: /posts.xml
/sitemap.xml: /sitemap-index.xml
/talk/nyu/slides.pdf: /talks/nyu/slides.pdf
/old/paper.pdf: /files/paper.pdf
`;

/** Old addresses in `redirects.yaml` and in talks. */
export const redirectsFiles = {
  'content/talks/nyu/index.md': talk('aliases: [/talk/by-alias/, /talk/Ünï cödé/]\n'),
  'content/talks/nyu/slides.pdf': makePdf(),
  'content/talks/draft.md': talk('draft: true\n'),
  'content/talks/by-file.md': talk(
    'permalink: /files/paper.pdf\naliases: [/own/, /_headers, /pagefind/x, /x.html, /x.html/y/]\n',
  ),
  'public/own/index.html': 'An own page.',
  'content/posts/moved.md': talk(),
  'content/redirects.yaml': redirects,
  'public/files/paper.pdf': makePdf(),
};

/** A talk that moved, and a `_redirects` file of the author. */
export const ownRedirectsFiles = {
  'content/talks/moved.md': talk('aliases: [/talk/moved/]\n'),
  'public/_redirects': '/a /b\n',
};
