/**
 * A formula in a rendered text. KaTeX's HTML is hundreds of times as long as its TeX, so a text
 * contains placeholders, `<span data-formula="inline:x^2"></span>`, until its page is finished.
 */
export interface Formula {
  tex: string;
  /** On a line of its own. */
  display: boolean;
  printer: Printer;
  /** The definitions, in TeX, of the author's macros in it. */
  definitions?: string;
}

/**
 * What prints the elements around a formula, and therefore the formula. Each printer escapes
 * characters in its own way: `html` is rehype-stringify; `jsx` is Astro, for the body of an MDX
 * file; `jsx-html` is rehype-stringify for elements parsed from what Astro printed.
 */
export type Printer = 'html' | 'jsx' | 'jsx-html';

/** The attribute of a placeholder, by its name in hast. */
export const formulaAttribute = 'dataFormula';

const placeholder = /<span data-formula="((?:inline|display)[^"]*)">[^<]*<\/span>/g;
/** Between a formula and its definitions. Encoded text has only digits after a percent sign. */
const separator = '%/';
const code = /^(?<mode>inline|display)(?:-(?<printer>jsx|jsx-html))?:(?<content>[^]*)$/;

/** Returns the value of a placeholder's attribute. No printer or parser of HTML changes it. */
export function toFormulaCode({ tex, display, printer, definitions }: Formula): string {
  const mode = display ? 'display' : 'inline';
  return `${printer === 'html' ? mode : `${mode}-${printer}`}:${encode(tex)}${definitions ? separator + encode(definitions) : ''}`;
}

/** Returns the formula of a placeholder; undefined for other elements, which lack the attribute. */
export function parseFormulaCode(value: unknown): Formula | undefined {
  const { mode, printer = 'html', content } = code.exec(String(value))?.groups ?? {};
  if (content === undefined) return undefined;
  const [tex = '', definitions] = content.split(separator).map(decode);
  return {
    ...{ tex, display: mode === 'display', printer: printer as Printer },
    ...(definitions !== undefined && { definitions }),
  };
}

/**
 * Returns the properties of an element, parsed from a text, that rehype-stringify prints again.
 * Changes only those of placeholders in what Astro printed.
 */
export function toReprinted<P extends Record<string, unknown>>(properties: P): P {
  const formula = parseFormulaCode(properties[formulaAttribute]);
  if (formula?.printer !== 'jsx') return properties;
  return { ...properties, [formulaAttribute]: toFormulaCode({ ...formula, printer: 'jsx-html' }) };
}

/** Replaces each placeholder in printed HTML. */
export function replacePlaceholders(html: string, toHtml: (formula: Formula) => string): string {
  return html.replace(placeholder, (found, value: string) => {
    const formula = parseFormulaCode(value);
    return formula ? toHtml(formula) : found;
  });
}

/** Returns whether printed HTML may contain placeholders. */
export function hasPlaceholder(html: string): boolean {
  return html.includes('<span data-formula="');
}

/** Encodes all that HTML escapes or a parser of HTML replaces, and what the encoding needs. */
function encode(tex: string): string {
  return tex.replace(
    /[\0-\x1f"%&'<>\x7f]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function decode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
