import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { decodeImage } from '../../../src/content/assets/decode-image.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { makeAnimation, makeApng, makeImage } from '../../helpers/make/images.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-images-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(content: Buffer | string) {
  const file = join(folder, `${(count += 1)}`);
  writeFileSync(file, content);
  return decodeImage(file);
}
const cut = (image: Buffer, part = 0.6) => image.subarray(0, Math.floor(image.length * part));
const svg = (attributes: string, inside = '') =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

/** One grey pixel in arithmetic coding. */
const arithmeticJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  'base64',
);

/** The first box of an image from a phone, and nothing after it. */
const heic = '\0\0\0\x18ftypmif1\0\0\0\0mif1heic\0\0\0\0';

describe('decodeImage', () => {
  it.each(['avif', 'gif', 'jpeg', 'png', 'tiff', 'webp'] as const)('measures %s', async (kind) => {
    const format = kind === 'jpeg' ? 'jpg' : kind;
    expect(await read(await makeImage(kind))).toEqual({ width: 64, height: 40, format });
  });

  it.each(['avif', 'gif', 'jpeg', 'png', 'tiff', 'webp'] as const)(
    'detects that %s is incomplete',
    async (kind) => {
      expect(await read(cut(await makeImage(kind, [300, 200])))).toEqual({ error: 'damaged' });
    },
  );

  it.each([
    ['GIF', makeAnimation('gif')],
    ['WebP', makeAnimation('webp')],
    ['PNG', makeApng()],
  ])('detects that a %s is animated', async (_, image) => {
    expect(await read(await image)).toMatchObject({ width: 64, height: 40, animated: true });
  });

  it.each([
    ['empty', '', 'empty'],
    ['plain text', 'The figure will follow.', 'other'],
    ['a web page', '<!doctype html>\n<html><title>Not found</title>', 'web-page'],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 'git-lfs'],
    ['an SVG without a size', svg(''), 'no-size'],
    ['an SVG that is not XML', svg('viewBox="0 0 9 9"', '<g>'), 'damaged'],
    ['a JPEG that browsers do not show', arithmeticJpeg, 'unusual'],
    ['a PDF', '%PDF-1.4\n%%EOF\n', 'other'],
    ['HEIC', heic, 'heic'],
    ['HEIC of an older phone', heic.replace('mif1', 'heic'), 'heic'],
  ])('reports %s', async (_, content, error) => {
    expect(await read(content)).toEqual({ error });
  });

  it('takes the size of an SVG from its viewBox', async () => {
    expect(await read(svg('viewBox="0 0 90 60"'))).toEqual({
      width: 90,
      height: 60,
      format: 'svg',
    });
  });
});

describe('npm run check', () => {
  const talk = { title: 'T', date: '2021-09-22' };
  const check = async (files: Record<string, string | Buffer>) => {
    const { problems } = await checkSite(
      createAuthorFolder({ 'content/site.yaml': 'name: Ada\n', ...files }),
    );
    return problems.map(
      ({ file, line, column, severity, code }) => `${file}:${line}:${column} ${severity} ${code}`,
    );
  };

  it('reports nothing about valid images', async () => {
    const png = await makeImage('png');
    const files = {
      'content/talks/a/index.md': talkFile(
        { ...talk, image: { caption: 'C' } },
        '![A](b.png)\n\n<img src="b.png">',
      ),
      ...{ 'content/talks/a/featured.png': png, 'content/talks/a/b.png': png },
    };
    expect(await check(files)).toEqual([]);
  });

  it('names HEIC images as what they are, also under other names', async () => {
    const files = {
      'content/talks/a/index.md': talkFile({ ...talk, image: 'IMG_1.HEIC' }, '![A](b.jpg)'),
      'content/talks/b/index.md': talkFile(talk),
      'content/talks/c.md': talkFile({ ...talk, image: 'me.heif' }),
      ...{ 'content/talks/a/IMG_1.HEIC': heic, 'content/talks/a/b.jpg': heic },
      ...{ 'content/talks/b/featured.heic': heic, 'public/img/me.heif': heic },
    };
    const reported = await check(files);
    expect(reported.toSorted()).toEqual([
      'content/talks/a/index.md:4:1 warning talk/unreadable-picture',
      'content/talks/a/index.md:7:1 warning text/unreadable-picture',
      'content/talks/b/index.md:1:1 warning talk/unreadable-picture',
      'content/talks/c.md:4:1 warning talk/unreadable-picture',
    ]);
  });

  it('reports an image at its key, or at its position in the text', async () => {
    const jpeg = cut(await makeImage('jpeg', [300, 200]));
    const reported = await check({
      'content/talks/a/index.md': talkFile(talk),
      'content/talks/a/featured.jpg': jpeg,
      'content/talks/b/index.md':
        '---\ntitle: T\ndate: 2021-09-22\nimage:\n  filename: b.png\n---\n',
      'content/talks/b/b.png': 'Not yet.',
      'content/talks/c/index.md': talkFile(
        talk,
        'Words and ![it](c.png) and\n\n<img src="/d.gif">',
      ),
      ...{ 'content/talks/c/c.png': '', 'public/d.gif': 'gone' },
      'content/about.md': '---\nportrait: me.jpg\n---\n\nI am.\n',
      'content/me.jpg': jpeg,
    });
    expect(reported.sort()).toEqual([
      'content/about.md:2:11 warning about/unreadable-picture',
      'content/talks/a/index.md:1:1 warning talk/unreadable-picture',
      'content/talks/b/index.md:5:13 warning talk/unreadable-picture',
      'content/talks/c/index.md:6:11 warning text/unreadable-picture',
      'content/talks/c/index.md:8:1 warning text/unreadable-picture',
    ]);
  });
});
