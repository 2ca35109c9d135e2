import type { ShortcodeSite } from '../../../src/markdown/shortcodes/expand-shortcodes.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { toFeedHtml } from '../../../src/feeds/feed/feed-html.ts';
import { toPlainMarkdown } from '../../../src/markdown/render/plain-markdown.ts';
import {
  createTextRenderer,
  type TextRenderer,
} from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, parsePage, getText } from '../../helpers/read/html.ts';

const id = 'a-B_c1d2E3f';
const page = `https://www.youtube.com/watch?v=${id}`;
const player = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`;

let renderer: TextRenderer;
beforeAll(async () => {
  renderer = await createTextRenderer('/');
});

async function render(text: string) {
  const { html, findings } = await renderer.block(text, { math: true });
  return { html, page: parsePage(html), said: findings.map(({ code }) => code) };
}

/** Returns the players of a text: the target of the link, the player and the link text. */
async function players(text: string) {
  const rendered = await render(text);
  expect([rendered.page.all('iframe'), rendered.said]).toEqual([[], []]);
  return rendered.page
    .all('p.embed.player > a')
    .map((link) => [getAttribute(link, 'href'), getAttribute(link, 'dataPlayer'), getText(link)]);
}

const onVimeo = ['https://vimeo.com/12', 'https://player.vimeo.com/video/12?dnt=1&autoplay=1'];

test.each([
  [`{{< youtube ${id} >}}`, [page, player, 'Watch on YouTube']],
  [`{{< youtube id="${id}" title="My talk" >}}`, [page, player, 'Watch “My talk” on YouTube']],
  [`{{< youtube https://youtu.be/${id} >}}`, [page, player, 'Watch on YouTube']],
  [
    `{{< youtube id="${id}" start="90" >}}`,
    [`${page}&t=90s`, `${player}&start=90`, 'Watch on YouTube'],
  ],
  ['{{< vimeo 12 >}}', [...onVimeo, 'Watch on Vimeo']],
  [
    `<iframe src="https://www.youtube.com/embed/${id}"></iframe>`,
    [page, player, 'Watch on YouTube'],
  ],
  [
    `<iframe src="//www.youtube.com/embed/${id}" title="YouTube video player" allow="autoplay"></iframe>`,
    [page, player, 'Watch on YouTube'],
  ],
  [
    '<iframe src="https://player.vimeo.com/video/12" title="The lecture"></iframe>',
    [...onVimeo, 'The lecture'],
  ],
])('turns %s into a link with a player', async (text, expected) => {
  expect(await players(text)).toEqual([expected]);
  expect(await players(`> ${text}`)).toEqual([expected]);
});

describe('an iframe', () => {
  const frame = `<iframe src="https://www.youtube.com/embed/${id}"></iframe>`;

  test('removes the style of its wrapper, which has no height', async () => {
    const box = `<div style="padding-bottom: 56%; height: 0; overflow: hidden">${frame}</div>`;
    expect(await players(box)).toHaveLength(1);
    expect((await render(box)).page.all('[style]')).toEqual([]);
  });

  test('becomes a plain link within a line', async () => {
    const { page: rendered, said } = await render(`See ${frame} too.`);
    expect(rendered.all('.player, [data-player]')).toEqual([]);
    expect(rendered.all('p a').map((link) => getAttribute(link, 'href'))).toEqual([page]);
    expect(said).toEqual([]);
  });
});

test('does not change links that cannot be played', async () => {
  for (const text of ['{{< youtube abc >}}', '{{< vimeo "event/12" >}}']) {
    const { page: rendered } = await render(text);
    expect(rendered.all('p.embed > a')).toHaveLength(1);
    expect(rendered.all('[data-player]')).toEqual([]);
  }
});

test('feeds and Markdown copies contain only the link', async () => {
  const frame = `<iframe src="https://www.youtube.com/embed/${id}" title="Recording"></iframe>`;
  const { html } = await render(`{{< youtube ${id} >}}\n\n${frame}`);
  const feed = toFeedHtml(html, 'https://ada.example/talks/nyu/').replaceAll('\n', '');
  const link = (words: string) => `<p><a href="${page}">${words}</a></p>`;
  expect(feed).toBe(link('Watch on YouTube') + link('Recording'));
  const options = { math: true, isMdx: false, resolve: (address: string) => address };
  const shortcodes: ShortcodeSite = { hasFile: () => false, findPage: () => undefined };
  expect(toPlainMarkdown(frame, { ...options, shortcodes })).toBe(`[${page}](<${page}>)`);
});

test.each([
  ['', 'p.embed > a'],
  ['Words ', 'p > a'],
])('turns the script of Speaker Deck after %j into a link', async (before, selector) => {
  const script =
    '<script async class="speakerdeck-embed" data-id="0a1b2c" src="//speakerdeck.com/assets/embed.js"></script>';
  const { page: rendered, said, html } = await render(before + script);
  const links = rendered.all(selector);
  expect(links.map((link) => [getAttribute(link, 'href'), getText(link)])).toEqual([
    ['https://speakerdeck.com/player/0a1b2c', 'Open the slides on Speaker Deck'],
  ]);
  expect([said, html.includes('<script')]).toEqual([[], false]);
});
