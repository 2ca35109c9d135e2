import type { Printer } from '../../model/page/formula-placeholder.ts';

/** How a printer escapes the characters that KaTeX escapes. */
interface Escapes {
  text: Record<string, string>;
  attribute: Record<string, string>;
}

const htmlEscapes: Escapes = {
  text: { '&amp;': '&#x26;', '&lt;': '&#x3C;', '&gt;': '>', '&quot;': '"', '&#x27;': "'" },
  attribute: { '&amp;': '&#x26;', '&lt;': '<', '&gt;': '>', '&quot;': '&#x22;', '&#x27;': "'" },
};
const jsxEscapes: Escapes = {
  text: { '&gt;': '&gt;', '&lt;': '&lt;', '&amp;': '&amp;', '&quot;': '&quot;', '&#x27;': '&#39;' },
  attribute: { '&amp;': '&amp;', '&lt;': '<', '&gt;': '>', '&quot;': '&quot;', '&#x27;': "'" },
};

const escaped = /&(?:amp|lt|gt|quot|#x27);/g;
/** A tag with an escaped character, or such a character in a text. KaTeX escapes `<` and `>` everywhere. */
const tagOrEscaped = /<[^<>&]*&[^<>]*>|&(?:amp|lt|gt|quot|#x27);/g;
const styleAttribute = / style="([^"]*?);?"/g;
const selfClosing = /<(\w+)([^<>]*?)\s*\/>/g;

/**
 * Returns HTML of KaTeX as a printer writes the same elements. Equal to parsing and printing it, in
 * a fraction of the time.
 */
export function printKatex(katex: string, printer: Printer): string {
  const { text, attribute } = printer === 'jsx' ? jsxEscapes : htmlEscapes;
  let html = katex;
  if (html.includes('/>')) html = html.replace(selfClosing, '<$1$2></$1>');
  // KaTeX writes `class ="…"` for elements of MathML.
  if (html.includes(' class ="')) html = html.replaceAll(' class ="', ' class="');
  if (printer !== 'html') html = html.replace(styleAttribute, printStyle);
  // Astro writes an empty attribute without a value.
  if (printer === 'jsx') html = html.replaceAll('=""', '');
  if (html.includes('\r')) html = html.replace(/\r\n?/g, '\n');
  if (!html.includes('&')) return html;
  return html.replace(tagOrEscaped, (found) =>
    found.startsWith('<')
      ? found.replace(escaped, (character) => attribute[character] ?? character)
      : (text[found] ?? found),
  );
}

/** Astro writes rules without spaces between them and without a last semicolon. */
function printStyle(_: string, rules: string): string {
  return ` style="${rules.replace(/([:;]) /g, '$1')}"`;
}

/** Returns the text in HTML of KaTeX, of the MathML and of the visible form. */
export function toKatexText(katex: string): string {
  const characters: Record<string, string> = { ...htmlEscapes.text, '&amp;': '&', '&lt;': '<' };
  return katex.replace(/<[^>]*>/g, '').replace(escaped, (found) => characters[found] ?? found);
}
