import { describe, expect, test, vi } from 'vitest';
import {
  countCheckedTexts,
  deferTexts,
  renderInBackground,
  renderTextsFor,
} from '../../../src/content/loaders/deferred-texts.ts';

/** Defers the texts of pages, and returns the slugs that were rendered together. */
function defer(section: string, slugs: string[], total = slugs.length) {
  const pages = new Map(
    slugs.map((slug) => [slug, { address: `/ada/${section}/${encodeURIComponent(slug)}/` }]),
  );
  const rendered: string[][] = [];
  deferTexts(section, {
    ...{ total, pages },
    async render(wanted) {
      rendered.push([...wanted]);
      await Promise.resolve();
      for (const slug of wanted) {
        if (slug.startsWith('bad')) throw new Error(`${slug} cannot be rendered`);
      }
      for (const slug of wanted) pages.delete(slug);
    },
  });
  return rendered;
}

const paths = (section: string, slug: string) => ({
  page: `/ada/${section}/${slug}/`,
  markdown: `/ada/${section}/${slug}.md`,
  image: `/ada/${section}/${slug}/photo.jpg`,
});

describe('renderTextsFor', () => {
  test('renders the texts of the requested page only', async () => {
    const rendered = defer('talks', ['a', 'b', 'c', 'mar-do-norte', 'é']);
    await renderTextsFor(paths('talks', 'a').page);
    await renderTextsFor(paths('talks', 'b').markdown);
    await renderTextsFor(paths('talks', 'c').image);
    await renderTextsFor('/ada/talks/%C3%A9/');
    expect(rendered).toEqual([['a'], ['b'], ['c'], ['é']]);
    expect(renderTextsFor(paths('talks', 'a').page)).toBeUndefined();
  });

  test.each(['/ada/', '/ada/talks/', '/ada/talks/tags/x/', '/ada/src/main.ts', '/%E0%A4%A'])(
    'renders nothing for %s',
    (path) => {
      defer('talks', ['a']);
      expect(renderTextsFor(path)).toBeUndefined();
    },
  );

  test.each(['/ada/rss.xml', '/ada/feed.json', '/ada/talks.ics', '/ada/pagefind/pagefind.js'])(
    'renders all texts for %s',
    async (path) => {
      const rendered = [defer('talks', ['a', 'b']), defer('posts', ['c'])];
      await renderTextsFor(path);
      expect(rendered).toEqual([[['a', 'b']], [['c']]]);
    },
  );

  test('renders a page once for simultaneous requests', async () => {
    const rendered = defer('talks', ['a', 'b']);
    await Promise.all([
      renderTextsFor(paths('talks', 'a').page),
      renderTextsFor(paths('talks', 'a').page),
      renderTextsFor('/ada/rss.xml'),
    ]);
    expect(rendered).toEqual([['a'], ['b']]);
  });
});

test('renders all texts in the background, between requests', async () => {
  const rendered = defer(
    'talks',
    Array.from({ length: 50 }, (_, i) => `t${i}`),
    60,
  );
  defer('posts', []);
  expect(countCheckedTexts()).toEqual({ checked: 10, total: 60 });
  const isIdle = vi.fn(() => Promise.resolve());
  const onRendered = vi.fn();
  await renderInBackground(isIdle, onRendered);
  expect(rendered.map(({ length }) => length)).toEqual([32, 18]);
  expect(isIdle).toHaveBeenCalledTimes(2);
  expect(onRendered).toHaveBeenCalledTimes(2);
  expect(countCheckedTexts()).toEqual({ checked: 60, total: 60 });
});

test('renders the other texts if one cannot be rendered, which is printed', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue();
  defer('talks', ['a', 'bad', 'c']);
  await renderInBackground(
    () => Promise.resolve(),
    () => undefined,
  );
  expect(countCheckedTexts()).toEqual({ checked: 2, total: 3 });
  expect(print.mock.calls.map(([error]) => String(error))).toEqual([
    'Error: bad cannot be rendered',
  ]);
  print.mockRestore();
});
