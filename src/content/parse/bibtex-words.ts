import { isBalanced } from '../../schema/macros.ts';

/** Text with escaped signs, braces, dashes and quotation marks, which need no parser. */
const simple = /^(?:[^\\$^%#~<>]|\\[&%#_$])*$/;
const ligatures: Record<string, string> = { '---': '—', '--': '–', '``': '“', "''": '”' };

/** Converts TeX that is almost text, as the parser does; undefined for any other. */
export function convertSimple(tex: string): string | undefined {
  if (!simple.test(tex) || !isBalanced(tex)) return undefined;
  return tex
    .replace(/---?|``|''/g, (mark) => ligatures[mark] ?? mark)
    .replace(/\\([&%#_$])|[{}]/g, (_, sign: string | undefined) => sign ?? '');
}

/** Commands for letters and accents, each with its argument directly after it. */
const letterCommands =
  /\\(?:["'`^~=.](?:[a-zA-Z]|\{[a-zA-Z]\}|\{?\\[ij](?![a-zA-Z])(?:\{\})?\}?)|(?:[cvukHrd]|textcelsius)\{[a-zA-Z]\}|(?:[oOlLij]|ss|ae|AE|oe|OE|aa|AA)(?:\{\}|(?=[{}\s,.]|$))|[&%#_$])/g;

/**
 * Splits TeX at the spaces outside braces, so that each word is converted separately and equal ones once; undefined if a
 * command may affect more than its word.
 */
export function splitTexWords(tex: string): string[] | undefined {
  if (/[\\~^_&$#%]/.test(tex.replace(letterCommands, '')) || !isBalanced(tex)) return undefined;
  const words: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of tex.matchAll(/\\[^]|[{}]|\s+/g)) {
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (depth === 0 && token.trim() === '') {
      // A space after a command ends it and is not shown.
      if (/\\[a-zA-Z]+$/.test(tex.slice(Math.max(0, index - 12), index))) continue;
      words.push(tex.slice(start, index));
      start = index + token.length;
    }
  }
  return [...words, tex.slice(start)];
}

/** Removes the braces of TeX in which they are not balanced, or nested too deeply. */
export function removeUnbalancedBraces(tex: string, maxDepth?: number): string {
  return isBalanced(tex, maxDepth) ? tex : tex.replace(/\\?[{}]/g, '');
}
