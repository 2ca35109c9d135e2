import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import type { TextRun } from './printable-runs.ts';
import {
  imageHeight,
  imageWidth,
  toLineHeight,
  lineLength,
  titleSizes,
  toShareLayout,
  toTitleBox,
  type Box,
  type TitleSize,
} from './share-layout.ts';
import { toShareLines } from './share-lines.ts';

/**
 * Draws cards. Raise the version when the image of a card changes, so that cached images of earlier builds
 * are not used.
 */
export const shareImage = { version: 1, draw: drawShareImage };

/** Returns a PNG of 1200 × 630 pixels: the same bytes for the same card and fonts. */
export async function drawShareImage(card: ShareCard, fonts: ShareFont[]): Promise<Buffer> {
  const [svg, { Resvg }] = [await toShareSvg(card, fonts), await import('@resvg/resvg-js')];
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Returns an SVG with letters as outlines. */
export async function toShareSvg(card: ShareCard, fonts: ShareFont[]): Promise<string> {
  const pieces = toShareLines(card, fonts);
  const families = [...new Set(fonts.map(({ name }) => name))].join(', ');
  const size = await fitTitle(pieces.title, families, fonts);
  return render(toShareLayout(pieces, families, size), fonts);
}

/** Returns the largest size at which the title fits on its lines and no word is broken. */
async function fitTitle(
  title: TextRun[] | undefined,
  families: string,
  fonts: ShareFont[],
): Promise<TitleSize> {
  const smallest = titleSizes.at(-1) as TitleSize;
  if (!title) return smallest;
  const sample = toTitleBox(title, smallest);
  const longestWord = (await measureBox(sample, { width: 'min-content' }, families, fonts)).width;
  for (const titleSize of titleSizes) {
    if ((longestWord * titleSize.size) / smallest.size > lineLength) continue;
    const { height } = await measureBox(toTitleBox(title, titleSize), {}, families, fonts);
    if (height <= titleSize.lines * Math.round(titleSize.size * toLineHeight(titleSize.size)) + 1)
      return titleSize;
  }
  return { ...smallest, tooLong: true };
}

/** Returns the width and height of a box with an additional style. */
async function measureBox(
  box: Box,
  style: Box['props']['style'],
  families: string,
  fonts: ShareFont[],
): Promise<Extent> {
  let extent: Extent = { width: 0, height: 0 };
  const measuredStyle = { ...box.props.style, fontFamily: families, ...style };
  await render({ ...box, props: { ...box.props, style: measuredStyle } }, fonts, (node) => {
    if (node.key === box.key) extent = node;
  });
  return extent;
}

interface Extent {
  width: number;
  height: number;
}

async function render(
  tree: Box,
  fonts: ShareFont[],
  onNode: (node: Extent & { key: unknown }) => void = () => {},
): Promise<string> {
  const { default: satori } = await import('satori');
  // The types of satori need React, which is not installed. It reads only what a Box has.
  return satori(tree as never, {
    width: imageWidth,
    height: imageHeight,
    fonts: fonts.map(({ name, style, data }) => ({ name, style, data, weight: 400 })),
    onNodeDetected: onNode as never,
  });
}
