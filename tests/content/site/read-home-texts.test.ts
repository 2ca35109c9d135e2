import { expect, test } from 'vitest';
import { readHomeTexts } from '../../../src/content/site/read-home-texts.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { getAttribute, parsePage } from '../../helpers/read/html.ts';

test('detects formulas in the subtitle and in the text', async () => {
  const folder = createAuthorFolder({
    'content/home/a.md': '---\nsubtitle: On $x$\n---\nText\n',
    'content/home/b.md': '---\nsubtitle: On x\n---\n$x$\n',
    'content/home/c.md': '---\nsubtitle: x\n---\n`class="katex"`\n',
  });
  const renderer = await createTextRenderer('/');
  const home = [{ text: 'a' }, { text: 'b' }, { text: 'c' }];
  const { texts } = await readHomeTexts({ folder, renderer, home });
  expect(texts.map(({ subtitle, body }) => [subtitle?.hasMath ?? false, body.hasMath])).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('adds the name of a text to its ids, and to links to them', async () => {
  const folder = createAuthorFolder({
    'content/home/press.md':
      '## Radio\n\nSee [above](#radio), [talks](#talks) and a note.[^1]\n\n[^1]: Here.\n',
  });
  const renderer = await createTextRenderer('/');
  const { texts } = await readHomeTexts({ folder, renderer, home: [{ text: 'press' }] });
  const page = parsePage(texts[0]?.body.html ?? '');
  const ids = page.all('[id]').map((element) => getAttribute(element, 'id') ?? '');
  expect(ids.length).toBeGreaterThan(2);
  expect(ids.filter((id) => !id.startsWith('press-'))).toEqual([]);
  const links = page.all('a[href]').map((element) => getAttribute(element, 'href')?.slice(1) ?? '');
  expect(links).toContain('talks');
  expect(links.filter((id) => id !== 'talks' && !ids.includes(id))).toEqual([]);
});
