import type { ShareCard } from '../model/share-card.ts';
import type { ShareFont } from '../model/share-font.ts';
import type { Run } from './printable.ts';
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
  const text = title.map((run) => run.text).join('');
  const longest = Math.max(...text.split(/[\s-]/).map((word) => [...word].length));
  for (const at of titleSizes) {
    if (longest * at.size * 0.5 > measure) continue;
    let height = 0;
    const loose = titleBox(title, at);
    loose.props.style['fontFamily'] = families;
    await render(loose, fonts, (node) => {
      if (node.key === 'title') height = node.height;
    });
    if (height <= at.lines * Math.round(at.size * leading(at.size)) + 1) return at;
  }
  return { ...smallest, tooLong: true };
}

async function render(
  tree: Box,
  fonts: ShareFont[],
  onNode: (node: { key: unknown; height: number }) => void = () => {},
): Promise<string> {
  const { default: satori } = await import('satori');
  return satori(tree as never, {
    width: pictureWidth,
    height: pictureHeight,
    fonts: fonts.map(({ name, style, data }) => ({ name, style, data, weight: 400 })),
    onNodeDetected: onNode as never,
  });
}
