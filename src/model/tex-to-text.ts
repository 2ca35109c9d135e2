import unicodeit from 'unicodeit';

const spaces =
  /\\[,;:! ]|\\(?:quad|qquad|displaystyle|left|right|big|Big|bigl|bigr|limits)(?![a-zA-Z])/g;
const wrappers =
  /\\(?:text|mathrm|mathit|operatorname\*?|textrm|textit|mathsf|rm)(?:\{([^{}]*)\}|(?![a-zA-Z]))/g;
const fraction = /\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g;

/**
 * A formula as readable Unicode: `I(X;T) - \beta I(T;Y)` → `I(X;T) − βI(T;Y)`.
 * A formula that Unicode cannot write stays TeX as a whole.
 */
export function texToText(tex: string): string {
  const plain = tex
    .replace(wrappers, (_, inner: string | undefined) => inner ?? '')
    .replace(fraction, '$1/$2')
    .replace(spaces, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const unicode = unicodeit.replace(plain);
  // A mark left over, such as `_` or `^`, is one that Unicode has no letter for.
  return /[\\_^]/.test(unicode) ? tex.trim() : unicode.replace(/[{}]/g, '');
}
