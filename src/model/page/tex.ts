import unicodeit from 'unicodeit';

/** Commands that only set something apart or upright: their argument is what is read. */
const wrappers =
  /\\(?:text(?:rm|it|bf|sf)?|math(?:rm|it|sf|bf)|operatorname\*?|rm|mathop)(?:\s*\{([^{}]*)\}|(?![a-zA-Z]))/g;
/** Names of functions, which are read as they are. */
const functions =
  /\\(arg|cos|cot|deg|det|dim|exp|gcd|hom|inf|ker|lim|ln|log|max|min|mod|Pr|sec|sin|sup|tan|tanh)(?![a-zA-Z])/g;
const sizes = /\\(?:displaystyle|left|right|limits|[bB]igg?[lrm]?)(?![a-zA-Z])/g;
const spaces = /\\[,;:! ]|\\q?quad(?![a-zA-Z])|~/g;
const bars = /\\(?:[lr]?[vV]ert|\|)(?![a-zA-Z])/g;
const letters = /\\(mathbb|mathcal|mathfrak)\s+([a-zA-Z])/g;
const signs = /\\([%#$])/g;
const root = /\\sqrt\s*\{([^{}]*)\}/g;
const fraction = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

/** What Unicode may have a letter for: a command with its argument, a sub- or superscript. */
const marked = /\\[a-zA-Z]+(?:\s*\{[^{}]*\})?|[_^](?:\{[^{}]*\}|\\[a-zA-Z]+|[^\s\\{}])|-/g;

/** Stand in for braces that are read, while those that only group are taken away. */
const [openBrace, closeBrace] = ['\u0001', '\u0002'];

/**
 * A formula as readable Unicode: `I(X;T) - \beta I(T;Y)` → `I(X;T) − β I(T;Y)`.
 * A formula that Unicode cannot write stays TeX as a whole.
 */
export function texToText(tex: string): string {
  const unicode = tex
    .replace(sizes, '')
    .replace(/\\\{/g, openBrace)
    .replace(/\\\}/g, closeBrace)
    .replace(signs, '$1')
    .replace(wrappers, (_, inner: string | undefined) => inner ?? '')
    .replace(functions, '$1 ')
    .replace(bars, (bar) => (/V|\\\|/.test(bar) ? '‖' : '|'))
    .replace(letters, '\\$1{$2}')
    .replace(fraction, (_, above: string, below: string) => `${grouped(above)}/${grouped(below)}`)
    .replace(root, (_, inner: string) => `√${grouped(inner)}`)
    .replace(spaces, ' ')
    .replace(marked, toUnicode)
    .replace(/ +(?=[\s,.;:()|‖])|(?<=[(|‖] *) +/g, '');
  // A mark left over, such as `_` or `^`, is one that Unicode has no letter for.
  if (/[\\_^&]/.test(unicode)) return tex.trim().replace(/\s+/g, ' ');
  return unicode
    .replace(/[{}]/g, '')
    .replaceAll(openBrace, '{')
    .replaceAll(closeBrace, '}')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A sum above or below a fraction's bar, or in a root, keeps together on one line. */
function grouped(part: string): string {
  return /[-+\s=/]/.test(part.trim()) ? `(${part.trim()})` : part.trim();
}

const known = new Map<string, string>();

/** unicodeit tries its whole table on every text; the marks of formulas are few and recur. */
function toUnicode(mark: string): string {
  const earlier = known.get(mark);
  if (earlier !== undefined) return earlier;
  const unicode = unicodeit.replace(mark);
  // Of a command or an argument that it does not know, unicodeit may take the beginning alone.
  const torn = mark.includes('{') ? /[{}]/ : /[a-z]/i;
  const found = mark.startsWith('\\') && torn.test(unicode) ? mark : unicode;
  known.set(mark, found);
  return found;
}

/** Marks that TeX has words for; as braces, they would upset BibTeX even with a backslash. */
const texWords: Record<string, string> = {
  '\\': 'backslash',
  '{': 'braceleft',
  '}': 'braceright',
  '~': 'asciitilde',
  '^': 'asciicircum',
};

/** A text outside formulas as TeX. What is escaped already, as Markdown allows, stays so. */
export function escapeTex(text: string): string {
  return text.replace(/\\?([&%#_$])|[\\{}~^]/g, (mark, plain: string | undefined) =>
    plain === undefined ? `\\text${texWords[mark]}{}` : `\\${plain}`,
  );
}
