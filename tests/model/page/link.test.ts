import { describe, expect, it } from 'vitest';
import {
  describeFile,
  findFirstPage,
  formatFileSize,
  type LinkKind,
  type SiteFile,
  type PageLink,
} from '../../../src/model/page/link.ts';

/** A blank that does not break, written so that it can be seen. */
const seen = (text: string | undefined) => text?.replaceAll('\u00a0', '~');

describe('formatFileSize', () => {
  it.each([
    [0, '0~kB'],
    [1, '0.1~kB'],
    [949, '0.9~kB'],
    [9_949, '9.9~kB'],
    [9_951, '10~kB'],
    [361_189, '361~kB'],
    [999_499, '999~kB'],
    [999_500, '1~MB'],
    [3_000_000, '3~MB'],
    [3_141_592, '3.1~MB'],
    [42_400_000, '42~MB'],
    [999_500_000, '1~GB'],
    [7_250_000_000, '7.3~GB'],
    [5e12, '5,000~GB'],
  ])('writes %i bytes as %s', (bytes, text) => {
    expect(seen(formatFileSize(bytes, 'en-GB'))).toBe(text);
  });

  it.each([
    ['de', '3,1~MB'],
    ['fr', '3,1~Mo'],
    ['fi', '3,1~Mt'],
  ])('writes as %s does', (language, text) => {
    expect(seen(formatFileSize(3_141_592, language))).toBe(text);
  });
});

const link = (kind: LinkKind, file?: Partial<SiteFile>): PageLink => {
  const href = file?.href ?? '/talks/nyu/deck.pdf';
  return { kind, label: kind, href, ...(file && { file: { bytes: 3_141_592, ...file, href } }) };
};

describe('describeFile', () => {
  it.each([
    ['slides', { pages: 42 }, 'PDF', '42~pages, 3.1~MB'],
    ['poster', { pages: 1 }, 'PDF', '1~page, 3.1~MB'],
    ['pdf', { pages: 1234, bytes: 2e8 }, 'PDF', '1,234~pages, 200~MB'],
    ['slides', {}, 'PDF', '3.1~MB'],
    ['slides', { href: '/a/Deck.PDF?v=2#page=3' }, 'PDF', '3.1~MB'],
    ['slides', { href: '/a/deck.pptx' }, 'PPTX', '3.1~MB'],
  ] as const)(
    'says of %s with %j what a reader wants to know first',
    (kind, file, format, extent) => {
      const details = describeFile(link(kind, file), 'en');
      expect([details?.format, seen(details?.extent)]).toEqual([format, extent]);
    },
  );

  it.each([
    ['a link that leads away', link('slides')],
    ['a data set', link('dataset', {})],
    ['a file of the author’s own naming', link('other', { pages: 3 })],
    ['a page of the site', link('slides', { href: '/slides/index.html' })],
  ])('says nothing of %s', (_, of) => {
    expect(describeFile(of, 'en')).toBeUndefined();
  });
});

describe('findFirstPage', () => {
  const image = { src: '/first.png', width: 4, height: 3, format: 'png' };
  const slides = link('slides', { preview: image });
  const poster = link('poster', { preview: image, href: '/poster.pdf' });

  it('prefers the slides to the poster, in any order', () => {
    expect(findFirstPage([poster, slides])).toEqual({ kind: 'slides', href: slides.href, image });
    expect(findFirstPage([link('slides', {}), poster])?.kind).toBe('poster');
  });

  it('is undefined without an image of a first page', () => {
    expect(findFirstPage([link('slides'), link('pdf', { preview: image })])).toBeUndefined();
  });
});
