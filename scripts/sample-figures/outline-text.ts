import { loadShareFonts } from '../../src/content/assets/share-fonts.ts';
import { openFont } from '../../src/feeds/share/open-font.ts';
import { shapeText } from '../../src/feeds/share/shape-text.ts';
import type { ShareFont } from '../../src/model/site/share-card.ts';

const textElement = /<text x="([\d.]+)" y="([\d.]+)" ([^>]*)>(.*?)<\/text>/g;
const italicPart = /<tspan font-style="italic">(.*?)<\/tspan>/;

/**
 * Replaces the texts of an SVG image by the outlines of their letters: a browser shows an image with the fonts of the
 * reader's system, which lack Newsreader.
 * @param fontSize In user units.
 */
export async function outlineTexts(svg: string, fontSize: number): Promise<string> {
  const fonts = await loadShareFonts();
  /** The outline of each letter by its font and number, with its id in the image. */
  const outlines = new Map<string, { id: string; path: string }>();
  const getId = (font: ShareFont, glyph: number): string => {
    const key = `${font.name} ${font.style} ${glyph}`;
    const outline = outlines.get(key) ?? {
      id: `g${outlines.size}`,
      path: toPath(font, glyph, fontSize),
    };
    outlines.set(key, outline);
    return outline.id;
  };
  const outlined = svg.replace(
    textElement,
    (_, x: string, y: string, attributes: string, markup: string) => {
      const glyphs = shapeMarkup(markup, fonts, attributes.includes('italic'));
      const width = glyphs.reduce((sum, { advance }) => sum + advance, 0) * fontSize;
      const [, anchor] = /text-anchor="(\w+)"/.exec(attributes) ?? [];
      let left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      const letters = glyphs.map(({ font, id, advance, shiftX, shiftY }) => {
        const place = `x="${round(left + shiftX * fontSize)}" y="${round(Number(y) - shiftY * fontSize)}"`;
        left += advance * fontSize;
        return `<use href="#${getId(font, id)}" ${place}/>`;
      });
      const [fill = ''] = /fill="[^"]*"/.exec(attributes) ?? [];
      return `<g ${fill}>${letters.join('')}</g>`;
    },
  );
  const paths = [...outlines.values()].map(({ id, path }) => `<path id="${id}" d="${path}"/>`);
  return outlined.replace('</svg>', `<defs>${paths.join('\n')}</defs>\n</svg>`);
}

function shapeMarkup(markup: string, fonts: readonly ShareFont[], isItalic: boolean) {
  const runs = markup.split(/(<tspan.*?<\/tspan>)/).flatMap((part) => {
    const italic = italicPart.exec(part)?.[1];
    const style = italic === undefined && !isItalic ? 'normal' : 'italic';
    return splitByFont(italic ?? part, fonts, style);
  });
  return shapeText(runs.map((run) => ({ ...run, ink: 'strong' }))).glyphs;
}

/** Splits a text into parts, each with the first font that has its characters. */
function splitByFont(text: string, fonts: readonly ShareFont[], style: ShareFont['style']) {
  const runs: { text: string; font: ShareFont }[] = [];
  for (const character of text) {
    const has = (font: ShareFont) => openFont(font).codePoints.has(character.codePointAt(0) ?? 0);
    const font = fonts.find((font) => font.style === style && has(font)) ?? fonts.find(has);
    if (!font) throw new Error(`No font has the character ${character}.`);
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

/** Returns the outline of a glyph in user units. */
function toPath(font: ShareFont, id: number, size: number): string {
  const { font: open, unitsPerEm } = openFont(font);
  const scale = size / unitsPerEm;
  return open
    .glyphToJson(id)
    .map(({ type, values }) => {
      const points = values.map((value, i) => (i % 2 === 0 ? value : -value) * scale);
      return type + points.map(round).join(' ');
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
