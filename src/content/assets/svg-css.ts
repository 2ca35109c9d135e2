/** Returns whether a style, or the value of an attribute, loads something from another host. */
export function loadsForeign(css: string): boolean {
  return foreignUrl.test(decodeCss(css));
}

/** An address of another host in `url()`, in `image-set()` or after `@import` and `href=`. */
const foreignUrl =
  /(?:\b(?:url|src)\(\s*|@import\s+|image-set\([^)]*|href\s*=\s*)["']?\s*(?:(?:https?|ftp|wss?|javascript):|[\\/]{2})/i;

/** Removes what the rules of a drawing load from other hosts, such as fonts. */
export function cleanCss(css: string): string {
  const cleaned = css
    .replace(/@import\s+[^;{}]*(?:\/\/|\\|&)[^;{}]*;?/gi, '')
    .replace(/url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\s*\)/gi, (url) =>
      loadsForeign(url) ? 'url()' : url,
    );
  // What is written with escapes or references is not worth keeping.
  return loadsForeign(cleaned) ? '' : cleaned;
}

/** Decodes escapes of CSS and references of XML, and removes comments. */
function decodeCss(css: string): string {
  if (!/[\\&]|\/\*/.test(css)) return css;
  return css
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex?: string, decimal?: string) =>
      toCharacter(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    )
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) => toCharacter(parseInt(hex, 16)))
    .replace(/\\(?=[a-z])/gi, '');
}

function toCharacter(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
