import { expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.ts';
import { readRss } from '../helpers/feed.ts';
import { talkFile } from '../helpers/talk-file.ts';

const talk = (title: string, date: string, body: string) => talkFile({ title, date }, body);
const mdx = `import Aside from '/src/components/ui/Aside.astro';

<Aside title="Remark">Inside a **component**.</Aside>
`;
const files = {
  'content/talks/md.md': talk('In Markdown', '2025-06-01', 'With $x^2$ and\n\n$$a \\le b$$\n'),
  'content/talks/mdx.mdx': talk('In MDX', '2025-07-01', mdx),
};

test('items of a feed stay as they are, whatever else is built, and wherever', async () => {
  const [first, second] = await Promise.all([
    buildSite({ files }),
    buildSite({
      files: { ...files, 'content/talks/old.md': talk('Old', '2001-01-01', 'Words.') },
      env: { TZ: 'Asia/Tokyo' },
    }),
  ]);
  expect(first.code, first.output).toBe(0);
  const items = readRss(first.read('rss.xml'));
  expect(items.map(({ title }) => title)).toEqual(['In MDX', 'In Markdown']);
  expect(readRss(second.read('rss.xml')).slice(0, 2)).toEqual(items);
});
