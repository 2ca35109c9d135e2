import { makeAnimation, makeApng, makeImage, makePhotograph } from '../make/images.ts';
import { talkFile } from '../make/talk-file.ts';

const talk = { title: 'A talk', event: 'A seminar', date: '2024-05-06' };
const start = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">';
const drawing = `${start}<path d="M0 0L90 60"/></svg>`;
const activeDrawing = `${start}<script>alert(1)</script><path d="M0 0L90 60"/></svg>`;
const text =
  '![A](b.jpg)\n\n<img src="/c.png" srcset="/c.png 1x, /d.png 2x, e.png 3x" alt="C">\n\n![M](m.png)\n\n![S](s.svg)';

/** Creates images of every kind: of talks, and in their texts. */
export async function makeImageFiles(): Promise<Record<string, string | Buffer>> {
  const large = await makeImage('jpeg', [1800, 1200]);
  const [apng, webp, png] = [await makeApng(), await makeAnimation('webp'), await makeImage('png')];
  const photograph = await makePhotograph('jpeg', [1800, 1200]);
  const inText = { 'b.jpg': large, 'm.png': apng, 's.svg': activeDrawing, 'e.png': png };
  const textNames = ['text', 'text-mdown', 'text-capitals', 'text-mdx'];
  const toFiles = (name: string) =>
    Object.entries(inText).map(([file, data]) => [`content/talks/${name}/${file}`, data]);
  return {
    'content/talks/photo/index.md': talkFile({
      ...talk,
      featured: true,
      image: { focal_point: 'TopLeft' },
      links: [{ name: 'Full size', url: 'full.jpg' }],
    }),
    'content/talks/photo/featured.jpg': large,
    'content/talks/photo/full.jpg': photograph,
    'content/talks/moving/index.md': talkFile({ ...talk, featured: true }),
    'content/talks/moving/featured.webp': webp,
    'content/talks/drawn/index.md': talkFile(talk),
    'content/talks/drawn/featured.svg': drawing,
    'content/talks/text/index.md': talkFile(talk, text),
    // Private, because the feed of a site has at most 25 talks.
    'content/talks/text-mdown/index.mdown': talkFile({ ...talk, private: true }, text),
    'content/talks/text-capitals/index.MD': talkFile({ ...talk, private: true }, text),
    'content/talks/text-mdx/index.mdx': talkFile(
      talk,
      '![A](b.jpg)\n\n![M](m.png)\n\n![S](s.svg)\n',
    ),
    ...Object.fromEntries(textNames.flatMap(toFiles)),
    ...{ 'public/c.png': png, 'public/d.png': png },
  };
}
