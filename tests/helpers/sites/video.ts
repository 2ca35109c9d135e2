import { talkFile } from '../make/talk-file.ts';

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const id = 'a-B_c1d2E3f';
const frame = `<iframe src="https://www.youtube.com/embed/${id}" title="Recording"></iframe>`;
const date = '2025-03-04';

/** A video of each kind. */
export const videoFiles = {
  'content/about.md': `Hello.\n\n{{< youtube ${id} >}}\n`,
  'content/talks/pictured/index.md': talkFile({
    ...{ title: '“A” & B', date, url_video: `https://youtu.be/${id}?t=1m30s` },
    image: { alt_text: 'A plot' },
  }),
  'content/talks/pictured/featured.png': onePixel,
  'content/talks/vimeo.md': talkFile({
    title: 'On Vimeo',
    date,
    url_video: 'https://vimeo.com/12',
  }),
  'content/talks/texts.md': talkFile(
    // Late enough for a feed that holds 25 talks.
    { title: 'Texts', date: '2025-12-01', abstract: '{{< vimeo 12 >}}' },
    `{{< youtube ${id} >}}\n\n${frame}`,
  ),
  'content/talks/mdx.mdx': talkFile({ title: 'In MDX', date }, frame),
  'content/talks/local/index.md': talkFile({ title: 'A file', date, url_video: 'talk.mp4' }),
  'content/talks/local/talk.mp4': 'video',
  'content/talks/local/featured.png': onePixel,
  'content/talks/none.md': talkFile({ title: 'None', date, url_video: 'https://example.org/v' }),
};
