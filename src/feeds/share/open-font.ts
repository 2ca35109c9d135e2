import { Blob, Face, Font } from 'harfbuzzjs';
import type { ShareFont } from '../../model/site/share-card.ts';
import { toSfnt } from './woff-to-sfnt.ts';

/** A font that HarfBuzz has read. Its unit is `1 / unitsPerEm` of the size of a text. */
export interface OpenFont {
  font: Font;
  unitsPerEm: number;
  codePoints: ReadonlySet<number>;
}

const openFonts = new WeakMap<ShareFont, OpenFont>();

/** Reads a font, once. */
export function openFont(file: ShareFont): OpenFont {
  let open = openFonts.get(file);
  if (!open) openFonts.set(file, (open = readFont(file.data)));
  return open;
}

function readFont(data: Buffer): OpenFont {
  const face = new Face(new Blob(toSfnt(data)));
  const font = new Font(face);
  return { font, unitsPerEm: face.upem, codePoints: new Set(face.collectUnicodes()) };
}
