/** Blanks of word processors and web pages, which YAML and TOML take for letters: no-break, thin and wide spaces. */
const SPECIAL = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000';
const SPECIAL_BLANK = new RegExp(`[${SPECIAL}]`);
const SPECIAL_BLANKS = new RegExp(SPECIAL_BLANK, 'g');
const BLANKS = `[ \\t${SPECIAL}]`;
/** The indentation of a line with the hyphens of its lists; a key and the separator between it and its value. */
const STRUCTURE = new RegExp(
  `^((?:${BLANKS}*-(?=${BLANKS}))*${BLANKS}*)(?:([\\w-]+)(${BLANKS}*[:=]${BLANKS}+))?`,
  'gm',
);

/**
 * Replaces no-break spaces and similar characters with spaces in the indentation of lines, after the hyphens of lists and
 * around the colon or equals sign of keys. No character changes its place.
 */
export function replaceSpecialBlanks(text: string): string {
  if (!SPECIAL_BLANK.test(text)) return text;
  return text.replace(
    STRUCTURE,
    (_, indent: string, key = '', sign = '') => `${toSpaces(indent)}${key}${toSpaces(sign)}`,
  );
}

function toSpaces(text: string): string {
  return text.replace(SPECIAL_BLANKS, ' ');
}
