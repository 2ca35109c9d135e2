import type { SiteOptions } from '../build/build-site.ts';
import { talkFile } from '../make/talk-file.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const body = `Some text with $x^2$ and a [file](data.csv), [another talk](../mdx/) and [the site](/talks/).

![A curve](curve.png)

<script>alert(1)</script>

$$
a \\le b
$$
`;
const mdx = `import Aside from '/src/components/ui/Aside.astro';
import curve from './curve.png';

<Aside title="Remark">Inside a **component**.</Aside>

![Drawn by Markdown](./curve.png)

<img src={curve.src} alt="Drawn by MDX" onClick="x()" />
`;

/** Talks of each kind that a feed can contain. */
export const feedsFiles = {
  'content/talks/md/index.md': talkFile(
    { title: 'In Markdown', date: '2025-05-01', tags: ['One', 'Two & <three>'], summary: 'S.' },
    body,
  ),
  'content/talks/md/curve.png': png,
  'content/talks/md/data.csv': 'a,b\n',
  'content/talks/mdx/index.mdx': talkFile(
    { title: 'In MDX', date: '2025-06-01', tags: ['One'], url_slides: 'slides.pdf' },
    mdx,
  ),
  // Two images with the same name and content would be one file.
  'content/talks/mdx/curve.png': Buffer.concat([png, Buffer.from('another')]),
  'content/talks/mdx/featured.png': png,
  'content/talks/mdx/slides.pdf': Buffer.from('%PDF-1.4\n%%EOF\n'),
  'content/talks/private.md': talkFile(
    { title: 'Private', date: '2025-07-01', private: true, tags: ['One', 'Alone'] },
    'Not for all.',
  ),
};

/** A site below a base path with only these talks. */
export const feedSite = {
  files: feedsFiles,
  env: { SITE_URL: 'https://ada.example', BASE_PATH: '/sub' },
} satisfies SiteOptions;
