import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { addressOf, fileFor, pagesIn } from '../helpers/dist.ts';
import { attribute, parsePage, textOf } from '../helpers/html.ts';
import { sampleSite } from '../helpers/sample-site.ts';

const gzipped = (text: string | Buffer) => gzipSync(text).length;

describe('the pages of the samples', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await sampleSite('root');
  });

  /** The scripts of a page, inline and linked; data for search engines is none. */
  function scriptsOf(path: string): string[] {
    const scripts = parsePage(site.read(path)).all('script:not([type="application/ld+json"])');
    return scripts.map((script) => {
      const source = attribute(script, 'src');
      const file = source && fileFor(site.dist, source);
      if (source && !file) throw new Error(`${path} asks for ${source}, which is not there.`);
      return file ? readFileSync(join(site.dist, file), 'utf8') : textOf(script);
    });
  }

  test('send at most 2 KB of JavaScript', () => {
    const sizes = pagesIn(site.dist)
      .filter((path) => !path.startsWith('search/'))
      .map((path) => [addressOf(path), gzipped(scriptsOf(path).join('\n'))] as const);
    expect(sizes.filter(([, size]) => size > 2048)).toEqual([]);
  });

  test('fetch 34 KB more to show a deck, and only to show one', () => {
    const folder = join(site.dist, '_astro');
    const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
    const filesWith = (words: string | RegExp) =>
      files.filter((name) => readFileSync(join(folder, name), 'utf8').search(words) >= 0);
    const [show = ''] = files.filter((name) => name.startsWith('deck-show.'));
    expect(gzipped(readFileSync(join(folder, show)))).toBeLessThan(34 * 1024);
    const loaders = [...filesWith(`./${show}`), ...filesWith('reveal-viewport')];
    expect(loaders).toHaveLength(3);
    const asking = pagesIn(site.dist).filter((path) =>
      loaders.some((name) => site.read(path).includes(name)),
    );
    expect(asking).toEqual(['slides/compression-after-the-fact/index.html']);
  });

  test('keep themselves right by a script of at most 1 KB', () => {
    const live = scriptsOf('talks/index.html').filter((script) =>
      script.includes('RelativeTimeFormat'),
    );
    expect(live).toHaveLength(1);
    expect(gzipped(live.join())).toBeLessThan(1024);
  });

  test('send none where nothing is to come', () => {
    const scripts = scriptsOf('talks/certified-information/index.html');
    expect(scripts.join()).not.toContain('RelativeTimeFormat');
  });
});
