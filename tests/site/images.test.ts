import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build-site.ts';
import { fileFor } from '../helpers/dist.ts';
import { attribute, parsePage, type Page } from '../helpers/html.ts';
import { portfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await portfolioSite();
});

const pageOf = (path: string) => parsePage(site.read(`${path}index.html`));
const images = (page: Page) => page.all('main img');

/** The pictures that an element may load, as files of the built site. */
function filesOf(page: Page, from: string): string[] {
  const written = page.all('main :is(img, source)').flatMap((element) => {
    const candidates = (attribute(element, 'srcSet') ?? '')
      .split(', ')
      .map((one) => one.split(' ')[0]);
    return [attribute(element, 'src'), ...candidates].flatMap((address) => address || []);
  });
  return written.map((address) => {
    const { pathname } = new URL(address, `https://ada.example/sub/${from}`);
    return fileFor(site.dist, pathname.replace('/sub/', '/')) ?? `nothing at ${address}`;
  });
}

test('the site builds', () => {
  expect(site.code, site.output).toBe(0);
});

describe('a photograph', () => {
  const page = () => pageOf('talks/photo/');

  test('comes as AVIF, as WebP and as JPEG, in several widths', async () => {
    const sources = page().all('main figure picture source');
    expect(sources.map((source) => attribute(source, 'type'))).toEqual([
      'image/avif',
      'image/webp',
    ]);
    for (const source of sources) {
      const widths = attribute(source, 'srcSet')?.match(/\d+(?=w)/g);
      expect([widths, attribute(source, 'sizes')]).toEqual([
        ['480', '960', '1440'],
        expect.stringContaining('vw'),
      ]);
    }
    const kinds = filesOf(page(), 'talks/photo/').map(async (file) => {
      const { compression, format, width } = await sharp(join(site.dist, file)).metadata();
      return `${compression ?? format} ${width}`;
    });
    expect((await Promise.all(kinds)).sort()).toEqual(
      ['av1 1440', 'av1 480', 'av1 960', 'jpeg 960', 'webp 1440', 'webp 480', 'webp 960'].sort(),
    );
  });

  test('says how large it is, so that nothing shifts', () => {
    const [image] = images(page());
    expect([attribute(image!, 'width'), attribute(image!, 'height')]).toEqual(['1800', '1200']);
  });

  test('is cut around its focal point', () => {
    for (const path of ['', 'talks/photo/']) {
      const styles = images(pageOf(path)).map((image) => attribute(image, 'style'));
      expect(styles).toContain('object-position: left top');
    }
  });
});

test.each(['drawn', 'moving'])('a picture that is %s is published as it is', async (name) => {
  const page = pageOf(`talks/${name}/`);
  expect(page.all('main source')).toEqual([]);
  const [file] = filesOf(page, `talks/${name}/`);
  const { format, pages = 1 } = await sharp(join(site.dist, file ?? '')).metadata();
  expect([format, pages]).toEqual(name === 'drawn' ? ['svg', 1] : ['webp', 2]);
});

describe.each(['text', 'text-mdx'])('the pictures of a text in %s', (name) => {
  const page = () => pageOf(`talks/${name}/`);

  test('are all there', () => {
    expect(filesOf(page(), `talks/${name}/`).filter((file) => file.startsWith('nothing'))).toEqual(
      [],
    );
  });

  test('wait to be seen, and say how large they are', () => {
    expect(images(page()).length).toBe(name === 'text' ? 4 : 3);
    for (const image of images(page())) {
      expect(attribute(image, 'loading')).toBe('lazy');
      expect(Number(attribute(image, 'width')) / Number(attribute(image, 'height'))).toBeCloseTo(
        1.5,
        0,
      );
    }
  });

  test('come in several widths, below the base path', () => {
    const [photograph] = images(page());
    expect(attribute(photograph!, 'srcSet')).toMatch(
      /^\/sub\/_astro\/\S+ 480w, \S+ 960w, \S+ 1440w$/,
    );
  });

  test('still move, or are still drawn', () => {
    const sources = images(page()).map((image) => attribute(image, 'src') ?? '');
    expect(sources.some((src) => src.endsWith('m.png'))).toBe(true);
    expect(sources.some((src) => src.endsWith('.svg'))).toBe(true);
  });
});
