import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { fileFor, pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf } from '../helpers/html.ts';
import { laterTalksSite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await laterTalksSite();
});

const talk = (slug: string) => parsePage(site.read(`talks/${slug}/index.html`));

/** The scripts of a page that make a player. */
function playersOf(path: string): string[] {
  return parsePage(site.read(path))
    .all('script:not([type="application/ld+json"])')
    .map((script) => {
      const source = attribute(script, 'src');
      const file = source && fileFor(site.dist, source);
      return file ? readFileSync(join(site.dist, file), 'utf8') : textOf(script);
    })
    .filter((script) => script.includes('data-player'));
}

test('no page holds a frame, and the policy allows two hosts of frames', () => {
  expect(site.code, site.output).toBe(0);
  for (const path of pagesIn(site.dist)) {
    const page = parsePage(site.read(path));
    expect(page.all('iframe'), path).toEqual([]);
    const policies = page
      .all('meta')
      .filter((meta) => attribute(meta, 'httpEquiv') === 'content-security-policy')
      .map((meta) => /frame-src[^;]*/.exec(attribute(meta, 'content') ?? '')?.[0].trim());
    expect(policies, path).toEqual([
      'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    ]);
  }
});

test('a video is a link with a name of its own, on the picture of its talk', () => {
  const page = talk('pictured');
  const [link, ...others] = page.all('main [data-player]');
  expect(others).toEqual([]);
  expect(textOf(link!)).toBe('Play the video of “A” & B, on YouTube');
  expect(attribute(link!, 'href')).toBe('https://www.youtube.com/watch?v=a-B_c1d2E3f&t=90s');
  expect(attribute(link!, 'dataPlayer')).toBe(
    'https://www.youtube-nocookie.com/embed/a-B_c1d2E3f?autoplay=1&start=90',
  );
  expect(page.all('main img').map((image) => attribute(image, 'alt'))).toEqual(['A plot']);
});

test('each way to write a video in a text is a player, in MDX too', () => {
  expect(talk('texts').all('main .player > [data-player]')).toHaveLength(3);
  expect(talk('mdx').all('main .player > [data-player]')).toHaveLength(1);
  expect(parsePage(site.read('index.html')).all('main .player > [data-player]')).toHaveLength(1);
});

test('a file of the site is a player of the browser, which fetches nothing yet', () => {
  const [video, ...others] = talk('local').all('main video');
  expect(others).toEqual([]);
  expect([video!.properties['controls'], attribute(video!, 'preload')]).toEqual([true, 'none']);
  expect(attribute(video!, 'src')).toBe('/talks/local/talk.mp4');
  expect(attribute(video!, 'ariaLabel')).toBe('Video of A file');
  expect(fileFor(site.dist, attribute(video!, 'poster') ?? '')).toBeDefined();
});

test('its script is small, and on the pages alone that hold a player', () => {
  for (const path of ['talks/pictured/index.html', 'talks/texts/index.html', 'index.html']) {
    const [script = '', ...others] = playersOf(path);
    expect(others, path).toEqual([]);
    expect(script).not.toBe('');
    expect(gzipSync(script).length).toBeLessThanOrEqual(512);
  }
  for (const path of ['talks/local/index.html', 'talks/none/index.html', 'talks/index.html'])
    expect(playersOf(path), path).toEqual([]);
});

test('feeds hold no trace of the player', () => {
  for (const path of ['rss.xml', 'feed.json', 'talks/texts.md']) {
    expect(site.read(path), path).toContain('Watch on YouTube');
    expect(site.read(path), path).not.toMatch(/data-player|nocookie|iframe/);
  }
});
