import { expect, test } from 'vitest';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { getAttribute, getText, parsePage } from '../../helpers/read/html.ts';

const renderer = createTextRenderer('/sub');
const files = ['deck.pdf', 'deck.pdf#page=2', 'plot.svg', 'talk.mp4', 'still.jpg', 'data.zip'];

async function render(text: string) {
  const { html, usedFiles, findings } = await renderer.block(text, {
    math: true,
    findFile(name) {
      if (files.includes(name)) return { place: 'bundle', path: name.replace(/#.*/, '') };
      return name === '/files/cv.pdf' ? { place: 'public', path: 'files/cv.pdf' } : undefined;
    },
  });
  return { page: parsePage(html), usedFiles, findings };
}

test.each([
  ['a frame', '<iframe src="deck.pdf" height="400"></iframe>'],
  ['an embedded file', '<embed src="deck.pdf" type="application/pdf" height="400">'],
  ['an object', '<object data="deck.pdf" height="400"><a href="deck.pdf">Deck</a></object>'],
])('%s with a PDF of the page is a frame with a title', async (_, html) => {
  const { page, usedFiles, findings } = await render(html);
  const frames = page.all('iframe');
  expect(page.all('embed, object')).toEqual([]);
  expect(
    frames.map((frame) => ['src', 'title', 'height'].map((name) => getAttribute(frame, name))),
  ).toEqual([['deck.pdf', 'deck.pdf', '400']]);
  expect(usedFiles).toContain('deck.pdf');
  expect(findings).toEqual([]);
});

test('a frame may show a part of a file, a file in public/ and a page of the site', async () => {
  const { page, findings } = await render(
    '<iframe src="deck.pdf#page=2"></iframe>\n\n<iframe src="/files/cv.pdf" title="CV"></iframe>\n\n<iframe src="/talks/nyu/"></iframe>',
  );
  expect(
    page.all('iframe').map((frame) => [getAttribute(frame, 'src'), getAttribute(frame, 'title')]),
  ).toEqual([
    ['deck.pdf#page=2', 'deck.pdf'],
    ['/sub/files/cv.pdf', 'CV'],
    ['/sub/talks/nyu/', 'nyu'],
  ]);
  expect(findings).toEqual([]);
});

test('an object with an image is an image', async () => {
  const { page } = await render('<object data="plot.svg" title="The bound"></object>');
  expect(page.all('img').map((image) => getAttribute(image, 'alt'))).toEqual(['The bound']);
});

test.each([
  ['<embed src="talk.mp4">', 'video[src="talk.mp4"][controls]', ''],
  ['<object data="data.zip">The data</object>', 'a[href="data.zip"]', 'The data'],
  ['<object data="data.zip" title="Data"><param name="a"></object>', 'a[href="data.zip"]', 'Data'],
  ['<embed src="data.zip">', 'a[href="data.zip"]', 'data.zip'],
])('a file that a frame cannot show has a player or a link: %s', async (html, selector, words) => {
  const { page, findings } = await render(html);
  expect(page.all(selector).map((element) => getText(element).trim())).toEqual([words]);
  expect(page.all('iframe, embed, object')).toEqual([]);
  expect(findings).toEqual([]);
});

test.each([
  ['<iframe src="no.pdf"></iframe>', 'iframe'],
  ['<embed src="no.pdf">', 'iframe, embed'],
  ['<object data="no.pdf"></object>', 'iframe, object'],
  ['<video src="no.mp4" controls></video>', 'video'],
  ['<audio src="no.mp3" controls></audio>', 'audio'],
  ['<video controls><source src="talk.mp4"><source src="no.webm"></video>', '[src="no.webm"]'],
  ['<video src="talk.mp4" poster="no.jpg"></video>', '[poster]'],
])('a missing file is reported and not shown: %s', async (html, selector) => {
  const { page, findings } = await render(html);
  expect(page.all(selector)).toEqual([]);
  expect(findings).toMatchObject([{ code: 'text/missing-file' }]);
});

test('the image before a video is published', async () => {
  const { usedFiles, findings } = await render('<video src="talk.mp4" poster="still.jpg"></video>');
  expect(usedFiles.sort()).toEqual(['still.jpg', 'talk.mp4']);
  expect(findings).toEqual([]);
});
