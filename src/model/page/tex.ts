import unicodeit from 'unicodeit';
import { expandMacros } from './tex-macros.ts';
import { simplifyPackages } from './tex-packages.ts';

/** Commands that only change the typeface of their argument. */
const wrapperCommands =
  /\\(?:text(?:rm|it|bf|sf|tt|sc|sl|up|md|normal)?|math(?:rm|it|sf|bf|tt|normal)|[mf]box|ensuremath|bm|pmb|boldsymbol|mathbfit|operatorname\*?|rm|mathop)(?:\s*\{([^{}]*)\}|(?![a-zA-Z]))/g;
/** Names of functions, which stay as they are. */
const functionNames =
  /\\(arg|cos|cot|deg|det|dim|exp|gcd|hom|inf|ker|lim|ln|log|max|min|mod|Pr|sec|sin|sup|tan|tanh)(?![a-zA-Z])/g;
const sizeCommands = /\\(?:displaystyle|left|right|limits|[bB]igg?[lrm]?)(?![a-zA-Z])/g;
const spaceCommands = /\\[,;:! ]|\\q?quad(?![a-zA-Z])|~/g;
const barCommands = /\\(?:[lr]?[vV]ert(?![a-zA-Z])|\|)/g;
const letterCommands = /\\(mathbb|mathcal|mathfrak)\s+([a-zA-Z])/g;
const escapedSigns = /\\([%#$])/g;
const rootPattern = /\\sqrt\s*\{([^{}]*)\}/g;
const fractionPattern = /\\(?:[dt]?frac|nicefrac|sfrac)\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

/** What Unicode may have a character for: a command with its argument, a subscript or superscript. */
const convertibleTex = /\\[a-zA-Z]+(?:\s*\{[^{}]*\})?|[_^](?:\{[^{}]*\}|\\[a-zA-Z]+|[^\s\\{}])|-/g;

/** Temporary characters for visible braces, while the grouping braces are removed. */
const [openBrace, closeBrace] = ['\u0001', '\u0002'];

/**
 * Converts a formula to readable Unicode: `I(X;T) - \beta I(T;Y)` → `I(X;T) − β I(T;Y)`.
 * A formula with a part that Unicode cannot express is returned as TeX.
 */
export function texToText(tex: string): string {
  const cached = textCache.get(tex);
  if (cached !== undefined) return cached;
  const text = convertTex(tex);
  if (textCache.size >= maxCached) textCache.clear();
  textCache.set(tex, text);
  return text;
}

/** The texts of formulas. Most are used several times: for the search, in feeds, and the same letter in many texts. */
const textCache = new Map<string, string>();
const maxCached = 5000;

function convertTex(source: string): string {
  const tex = expandMacros(source);
  const unicode = simplifyPackages(tex)
    .replace(sizeCommands, '')
    .replace(/\\\{/g, openBrace)
    .replace(/\\\}/g, closeBrace)
    .replace(escapedSigns, '$1')
    .replace(wrapperCommands, (_, inner: string | undefined) => inner ?? '')
    .replace(functionNames, '$1 ')
    .replace(barCommands, (bar) => (/V|\\\|/.test(bar) ? '‖' : '|'))
    .replace(letterCommands, '\\$1{$2}')
    .replace(
      fractionPattern,
      (_, above: string, below: string) => `${addParentheses(above)}/${addParentheses(below)}`,
    )
    .replace(/\\[dt]?frac\s*(\d)\s*(\d)/g, '$1/$2')
    .replace(rootPattern, (_, inner: string) => `√${addParentheses(inner)}`)
    .replace(spaceCommands, ' ')
    .replace(convertibleTex, toUnicode)
    .replace(/ +(?=[\s,.;:()|‖])|(?<=[(|‖] *) +/g, '');
  // Unicode has no character for what `_` or `^` is still there for.
  if (/[\\_^&]/.test(unicode)) return tex.trim().replace(/\s+/g, ' ');
  return unicode
    .replace(/[{}]/g, '')
    .replaceAll(openBrace, '{')
    .replaceAll(closeBrace, '}')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Adds parentheses to a sum above or below the bar of a fraction, or in a root. */
function addParentheses(part: string): string {
  return /[-+\s=/]/.test(part.trim()) ? `(${part.trim()})` : part.trim();
}

const unicodeCache = new Map<string, string>();

/** Converts one part of a formula. Cached: unicodeit tries its whole table on every text. */
function toUnicode(part: string): string {
  const cached = unicodeCache.get(part);
  if (cached !== undefined) return cached;
  const unicode = unicodeit.replace(part);
  // unicodeit may replace only the beginning of a command or an argument that it does not know.
  const rest = part.includes('{') ? /[{}]/ : /[a-z]/i;
  const text = part.startsWith('\\') && rest.test(unicode) ? part : unicode;
  unicodeCache.set(part, text);
  return text;
}

/** Characters that TeX has commands for. BibTeX counts braces even after a backslash. */
const texSymbolNames: Record<string, string> = {
  '\\': 'backslash',
  '{': 'braceleft',
  '}': 'braceright',
  '~': 'asciitilde',
  '^': 'asciicircum',
};

/** Escapes a text outside formulas for TeX. What is escaped already, as Markdown allows, stays. */
export function escapeTex(text: string): string {
  return text.replace(/\\?([&%#_$])|[\\{}~^]/g, (character, escaped: string | undefined) =>
    escaped === undefined ? `\\text${texSymbolNames[character]}{}` : `\\${escaped}`,
  );
}
