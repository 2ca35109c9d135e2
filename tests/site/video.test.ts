import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { fileFor, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { buildLaterTalksSite } from '../helpers/sites/talks.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildLaterTalksSite();
});

const talkPage = (slug: string) => parsePage(site.read(`talks/${slug}/index.html`));

/** Returns the scripts of a page that create a video player. */
function playerScriptsOf(path: string): string[] {
  return parsePage(site.read(path))
    .all('script:not([type="application/ld+json"])')
    .map((script) => {
      const source = getAttribute(script, 'src');
      const file = source && fileFor(site.dist, source);
      return file ? readFileSync(join(site.dist, file), 'utf8') : getText(script);
    })
    .filter((script) => script.includes('data-player'));
}

test('no page has an iframe, and the policy allows iframes of two hosts', () => {
  expect(site.code, site.output).toBe(0);
  for (const path of listPages(site.dist)) {
    const page = parsePage(site.read(path));
    expect(page.all('iframe'), path).toEqual([]);
    const policies = page
      .all('meta')
      .filter((meta) => getAttribute(meta, 'httpEquiv') === 'content-security-policy')
      .map((meta) => /frame-src[^;]*/.exec(getAttribute(meta, 'content') ?? '')?.[0].trim());
    expect(policies, path).toEqual([
      'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
    ]);
  }
});

test('a video is a link with a unique name, on the image of its talk', () => {
  const page = talkPage('pictured');
  const [link, ...others] = page.all('main [data-player]');
  expect(others).toEqual([]);
  expect(getText(link!)).toBe('Play the video of “A” & B, on YouTube');
  expect(getAttribute(link!, 'href')).toBe('https://www.youtube.com/watch?v=a-B_c1d2E3f&t=90s');
  expect(getAttribute(link!, 'dataPlayer')).toBe(
    'https://www.youtube-nocookie.com/embed/a-B_c1d2E3f?autoplay=1&start=90',
  );
  expect(page.all('main img').map((image) => getAttribute(image, 'alt'))).toEqual(['A plot']);
});

test('each syntax for a video in a text gives a player, in MDX too', () => {
  expect(talkPage('texts').all('main .player > [data-player]')).toHaveLength(3);
  expect(talkPage('mdx').all('main .player > [data-player]')).toHaveLength(1);
  expect(parsePage(site.read('index.html')).all('main .player > [data-player]')).toHaveLength(1);
});

test('a video file of the site is a video element that does not preload', () => {
  const [video, ...others] = talkPage('local').all('main video');
  expect(others).toEqual([]);
  expect([video!.properties['controls'], getAttribute(video!, 'preload')]).toEqual([true, 'none']);
  expect(getAttribute(video!, 'src')).toBe('/talks/local/talk.mp4');
  expect(getAttribute(video!, 'ariaLabel')).toBe('Video of A file');
  expect(fileFor(site.dist, getAttribute(video!, 'poster') ?? '')).toBeDefined();
});

test('the script is small, and only on pages with a player', () => {
  for (const path of ['talks/pictured/index.html', 'talks/texts/index.html', 'index.html']) {
    const [script = '', ...others] = playerScriptsOf(path);
    expect(others, path).toEqual([]);
    expect(script).not.toBe('');
    expect(gzipSync(script).length).toBeLessThanOrEqual(512);
  }
  for (const path of ['talks/local/index.html', 'talks/none/index.html', 'talks/index.html'])
    expect(playerScriptsOf(path), path).toEqual([]);
});

test('feeds do not contain the player', () => {
  for (const path of ['rss.xml', 'feed.json', 'talks/texts.md']) {
    expect(site.read(path), path).toContain('Watch on YouTube');
    expect(site.read(path), path).not.toMatch(/data-player|nocookie|iframe/);
  }
});
