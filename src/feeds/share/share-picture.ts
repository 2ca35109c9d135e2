import type { ShareCard } from '../../model/site/share-card.ts';
import type { ShareFont } from '../../model/site/share-font.ts';
import type { Run } from '../printable.ts';
import { shareLayout, titleBox, type Box } from './share-layout.ts';
import { toSharePieces } from './share-pieces.ts';
import {
  leading,
  measure,
  pictureHeight,
  pictureWidth,
  titleSizes,
  type TitleSize,
} from './share-size.ts';

/**
 * How cards are drawn. Raise the version when the same card should come out otherwise: pictures kept
 * from earlier builds are then drawn anew.
 */
export const sharePicture = { version: 1, draw: drawSharePicture };

/** The picture as PNG, 1200 × 630 pixels: the same bytes for the same card and fonts. */
export async function drawSharePicture(card: ShareCard, fonts: ShareFont[]): Promise<Buffer> {
  const [svg, { Resvg }] = [await toShareSvg(card, fonts), await import('@resvg/resvg-js')];
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** The picture as SVG, its letters as outlines. */
export async function toShareSvg(card: ShareCard, fonts: ShareFont[]): Promise<string> {
  const pieces = toSharePieces(card, fonts);
  const families = [...new Set(fonts.map(({ name }) => name))].join(', ');
  const size = await fittingSize(pieces.title, families, fonts);
  return render(shareLayout(pieces, families, size), fonts);
}

/** The largest size at which the title keeps to its lines and no word is broken. */
async function fittingSize(
  title: Run[] | undefined,
  families: string,
  fonts: ShareFont[],
): Promise<TitleSize> {
  const smallest = titleSizes.at(-1) as TitleSize;
  if (!title) return smallest;
  const sample = titleBox(title, smallest);
  const longestWord = (await extent(sample, { width: 'min-content' }, families, fonts)).width;
  for (const at of titleSizes) {
    if ((longestWord * at.size) / smallest.size > measure) continue;
    const { height } = await extent(titleBox(title, at), {}, families, fonts);
    if (height <= at.lines * Math.round(at.size * leading(at.size)) + 1) return at;
  }
  return { ...smallest, tooLong: true };
}

/** How wide and high a box comes out with a style of its own. */
async function extent(
  box: Box,
  style: Box['props']['style'],
  families: string,
  fonts: ShareFont[],
): Promise<Extent> {
  let found: Extent = { width: 0, height: 0 };
  const measured = { ...box.props.style, fontFamily: families, ...style };
  await render({ ...box, props: { ...box.props, style: measured } }, fonts, (node) => {
    if (node.key === box.key) found = node;
  });
  return found;
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
  // Satori is typed by React, which is not here; it reads no more than a Box has.
  return satori(tree as never, {
    width: pictureWidth,
    height: pictureHeight,
    fonts: fonts.map(({ name, style, data }) => ({ name, style, data, weight: 400 })),
    onNodeDetected: onNode as never,
  });
}
