import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BuiltSite } from '../helpers/build/build-site.ts';
import { fileFor } from '../helpers/read/dist.ts';
import { getAttribute, parsePage, type Page } from '../helpers/read/html.ts';
import { hasPosition } from '../helpers/make/images.ts';
import { buildPortfolioSite } from '../helpers/sites/portfolio.ts';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildPortfolioSite();
});

const readPage = (path: string) => parsePage(site.read(`${path}index.html`));
const imagesOf = (page: Page) => page.all('main img');

/** Returns the files of the built site for all image addresses of a page. */
function imageFilesOf(page: Page, from: string): string[] {
  const addresses = page.all('main :is(img, source)').flatMap((element) => {
    const candidates = (getAttribute(element, 'srcSet') ?? '')
      .split(', ')
      .map((candidate) => candidate.split(' ')[0]);
    return [getAttribute(element, 'src'), ...candidates].flatMap((address) => address || []);
  });
  return addresses.map((address) => {
    const { pathname } = new URL(address, `https://ada.example/sub/${from}`);
    return fileFor(site.dist, pathname.replace('/sub/', '/')) ?? `nothing at ${address}`;
  });
}

test('the site builds', () => {
  expect(site.code, site.output).toBe(0);
});

describe('a photograph', () => {
  const page = () => readPage('talks/photo/');

  test('is published as AVIF, WebP and JPEG, in several widths', async () => {
    const sources = page().all('main figure picture source');
    expect(sources.map((source) => getAttribute(source, 'type'))).toEqual([
      'image/avif',
      'image/webp',
    ]);
    for (const source of sources) {
      const widths = getAttribute(source, 'srcSet')?.match(/\d+(?=w)/g);
      expect([widths, getAttribute(source, 'sizes')]).toEqual([
        ['480', '960', '1440'],
        expect.stringContaining('vw'),
      ]);
    }
    const formats = imageFilesOf(page(), 'talks/photo/').map(async (file) => {
      const { compression, format, width } = await sharp(join(site.dist, file)).metadata();
      return `${compression ?? format} ${width}`;
    });
    expect((await Promise.all(formats)).sort()).toEqual(
      ['av1 1440', 'av1 480', 'av1 960', 'jpeg 960', 'webp 1440', 'webp 480', 'webp 960'].sort(),
    );
  });

  test('has its size, so that nothing shifts', () => {
    const [image] = imagesOf(page());
    expect([getAttribute(image!, 'width'), getAttribute(image!, 'height')]).toEqual([
      '1800',
      '1200',
    ]);
  });

  test('is cropped around its focal point', () => {
    for (const path of ['', 'talks/photo/']) {
      const styles = imagesOf(readPage(path)).map((image) => getAttribute(image, 'style'));
      expect(styles).toContain('object-position: left top');
    }
  });
});

describe('the originals of images', () => {
  const listAssets = () => readdirSync(join(site.dist, '_astro'));

  test('are published only for animations, an image that MDX imports, and the icon of Lectern', () => {
    const originals = listAssets().filter((name) =>
      /\.[\w-]{8}\.(?:jpe?g|png|webp|gif)$/.test(name),
    );
    expect(originals.map((name) => name.replace(/\..*\./, '.')).sort()).toEqual([
      ...['curve.png', 'featured.webp', 'lectern-touch.png'],
    ]);
  });

  test('that pages link to have no position', async () => {
    const bytes = readFileSync(join(site.dist, 'talks/photo/full.jpg'));
    expect(hasPosition(bytes)).toBe(false);
    const { orientation, icc } = await sharp(bytes).metadata();
    expect([orientation, icc !== undefined]).toEqual([6, true]);
  });

  test('that are drawings have no scripts', () => {
    const drawings = listAssets().filter((name) => /^s\..*\.svg$/.test(name));
    expect(drawings.length).toBeGreaterThan(0);
    for (const name of drawings) expect(site.read(`_astro/${name}`)).toMatch(/<svg[^>]*><path/);
    // A warning in more than three places is printed once.
    expect(site.output).toMatch(/4 times: content\/talks\/text-capitals\/s\.svg:1:\d+, /);
  });
});

test.each(['drawn', 'moving'])('the %s image is published unchanged', async (name) => {
  const page = readPage(`talks/${name}/`);
  expect(page.all('main source')).toEqual([]);
  const [file] = imageFilesOf(page, `talks/${name}/`);
  const { format, pages = 1 } = await sharp(join(site.dist, file ?? '')).metadata();
  expect([format, pages]).toEqual(name === 'drawn' ? ['svg', 1] : ['webp', 2]);
});

describe.each(['text', 'text-mdown', 'text-capitals', 'text-mdx'])(
  'the images of the talk %s',
  (name) => {
    const page = () => readPage(`talks/${name}/`);

    test('are all published', () => {
      expect(
        imageFilesOf(page(), `talks/${name}/`).filter((file) => file.startsWith('nothing')),
      ).toEqual([]);
    });

    test('load lazily, and have their size', () => {
      expect(imagesOf(page()).length).toBe(name === 'text-mdx' ? 3 : 4);
      for (const image of imagesOf(page())) {
        expect(getAttribute(image, 'loading')).toBe('lazy');
        expect(
          Number(getAttribute(image, 'width')) / Number(getAttribute(image, 'height')),
        ).toBeCloseTo(1.5, 0);
      }
    });

    test('are published in several widths, below the base path', () => {
      const [photograph] = imagesOf(page());
      expect(getAttribute(photograph!, 'srcSet')).toMatch(
        /^\/sub\/_astro\/\S+ 480w, \S+ 960w, \S+ 1440w$/,
      );
    });

    test('keep animations and drawings unchanged', () => {
      const sources = imagesOf(page()).map((image) => getAttribute(image, 'src') ?? '');
      expect(sources.some((src) => src.endsWith('m.png'))).toBe(true);
      expect(sources.some((src) => src.endsWith('.svg'))).toBe(true);
    });
  },
);
