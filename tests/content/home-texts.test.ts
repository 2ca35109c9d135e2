import { expect, test } from 'vitest';
import { readHomeTexts } from '../../src/content/site/read-home-texts.ts';
import { createTextRenderer } from '../../src/markdown/render.ts';
import { authorFolder } from '../helpers/author-folder.ts';
import { attribute, parsePage } from '../helpers/html.ts';

test('what is named within a text of the home page bears its name, and only that', async () => {
  const folder = authorFolder({
    'content/home/press.md':
      '## Radio\n\nSee [above](#radio), [talks](#talks) and a note.[^1]\n\n[^1]: Here.\n',
  });
  const renderer = await createTextRenderer('/');
  const { texts } = await readHomeTexts({ folder, renderer, home: [{ text: 'press' }] });
  const page = parsePage(texts[0]?.body.html ?? '');
  const ids = page.all('[id]').map((element) => attribute(element, 'id') ?? '');
  expect(ids.length).toBeGreaterThan(2);
  expect(ids.filter((id) => !id.startsWith('press-'))).toEqual([]);
  const links = page.all('a[href]').map((element) => attribute(element, 'href')?.slice(1) ?? '');
  expect(links).toContain('talks');
  expect(links.filter((id) => id !== 'talks' && !ids.includes(id))).toEqual([]);
});
