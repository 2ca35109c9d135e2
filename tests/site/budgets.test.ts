import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { toAddress, fileFor, listPages } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, getText } from '../helpers/read/html.ts';
import { buildSampleSite } from '../helpers/build/sample-site.ts';

const gzipSize = (text: string | Buffer) => gzipSync(text).length;

describe('the pages of the sample site', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSampleSite('root');
  });

  /** Returns the scripts of a page, inline and linked, without its JSON-LD. */
  function readScripts(path: string): string[] {
    const scripts = parsePage(site.read(path)).all('script:not([type="application/ld+json"])');
    return scripts.map((script) => {
      const source = getAttribute(script, 'src');
      const file = source && fileFor(site.dist, source);
      if (source && !file) throw new Error(`${path} asks for ${source}, which does not exist.`);
      return file ? readFileSync(join(site.dist, file), 'utf8') : getText(script);
    });
  }

  test('send at most 2 KB of JavaScript', () => {
    const sizes = listPages(site.dist)
      .filter((path) => !path.startsWith('search/'))
      .map((path) => [toAddress(path), gzipSize(readScripts(path).join('\n'))] as const);
    expect(sizes.filter(([, size]) => size > 2048)).toEqual([]);
  });

  test('load at most 34 KB more to present slides, and only on the page of a deck', () => {
    const folder = join(site.dist, '_astro');
    const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
    const filesWith = (words: string | RegExp) =>
      files.filter((name) => readFileSync(join(folder, name), 'utf8').search(words) >= 0);
    const [show = ''] = files.filter((name) => name.startsWith('deck-show.'));
    expect(gzipSize(readFileSync(join(folder, show)))).toBeLessThan(34 * 1024);
    const loaders = [...filesWith(`./${show}`), ...filesWith('reveal-viewport')];
    expect(loaders).toHaveLength(3);
    const loadingPages = listPages(site.dist).filter((path) =>
      loaders.some((name) => site.read(path).includes(name)),
    );
    expect(loadingPages).toEqual(['slides/compression-after-the-fact/index.html']);
  });

  test('stay up to date with a script of at most 1 KB', () => {
    const live = readScripts('talks/index.html').filter((script) =>
      script.includes('RelativeTimeFormat'),
    );
    expect(live).toHaveLength(1);
    expect(gzipSize(live.join())).toBeLessThan(1024);
  });

  test('do not load that script without upcoming talks', () => {
    const scripts = readScripts('talks/certified-information/index.html');
    expect(scripts.join()).not.toContain('RelativeTimeFormat');
  });
});
