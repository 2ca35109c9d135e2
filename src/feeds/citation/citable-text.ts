import { escapeTex, texToText } from '../../model/page/tex.ts';

/** A formula (as in `dollar-math.ts`), an escaped character, a mark of emphasis, or an element. */
const token =
  /(?<formula>\$(?![\s$])(?:\\[^]|[^$\\])*(?<!\s)\$(?!\d))|\\(?<mark>[!-/:-@[-`{-~])|(?<strong>\*\*)|(?<emph>\*)|<\/?(?<element>su[bp])>/g;

type TokenGroups = Record<'formula' | 'mark' | 'strong' | 'emph' | 'element', string | undefined>;

/** Returns Markdown on one line as plain text: without markup, with formulas in Unicode. */
export function toPlainText(markdown: string): string;
export function toPlainText(markdown: string | undefined): string | undefined;
export function toPlainText(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  return replaceTokens(markdown, (found) => {
    if (found.formula !== undefined) return texToText(found.formula.slice(1, -1));
    return found.mark ?? '';
  });
}

/** Returns Markdown on one line as TeX: formulas unchanged, the rest escaped. */
export function toTexText(markdown: string): string;
export function toTexText(markdown: string | undefined): string | undefined;
export function toTexText(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const open = new Set<string>();
  const toggle = (name: string) => {
    if (!open.delete(name)) return open.add(name) && `\\${name}{`;
    return '}';
  };
  const tex = replaceTokens(
    markdown,
    (found) => {
      if (found.formula !== undefined) return found.formula;
      if (found.mark !== undefined) return escapeTex(found.mark);
      if (found.strong) return toggle('textbf');
      if (found.emph) return toggle('emph');
      return toggle(found.element === 'sub' ? 'textsubscript' : 'textsuperscript');
    },
    escapeTex,
  );
  return tex + '}'.repeat(open.size);
}

function replaceTokens(
  markdown: string,
  replaceToken: (found: TokenGroups) => string,
  toText: (text: string) => string = (text) => text,
): string {
  let result = '';
  let at = 0;
  for (const match of markdown.matchAll(token)) {
    result += toText(markdown.slice(at, match.index)) + replaceToken(match.groups as TokenGroups);
    at = match.index + match[0].length;
  }
  return result + toText(markdown.slice(at));
}
