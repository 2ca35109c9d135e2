import { escapeTex, texToText } from '../../model/page/tex.ts';
import { separateDegrees } from '../../model/page/tex-packages.ts';

/** A formula (as in `dollar-math.ts`), an escaped character, a mark of emphasis, or an element. */
const token =
  /(?<formula>\$(?![\s$])(?:\\[^]|[^$\\])*(?<!\s)\$(?!\d))|\\(?<mark>[!-/:-@[-`{-~])|(?<strong>\*\*)|(?<emph>\*)|<\/?(?<element>su[bp])>/g;

type TokenGroups = Record<'formula' | 'mark' | 'strong' | 'emph' | 'element', string | undefined>;

/** Returns Markdown on one line as plain text: without markup, with formulas in Unicode. */
export function toPlainText(markdown: string): string;
export function toPlainText(markdown: string | undefined): string | undefined;
export function toPlainText(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const text = replaceTokens(markdown, ({ formula, mark }) => {
    if (formula !== undefined) return texToText(formula.slice(1, -1));
    return mark ?? '';
  });
  return separateDegrees(text);
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
    ({ formula, mark, strong, emph, element }) => {
      if (formula !== undefined) return formula;
      if (mark !== undefined) return escapeTex(mark);
      if (strong) return toggle('textbf');
      if (emph) return toggle('emph');
      return toggle(element === 'sub' ? 'textsubscript' : 'textsuperscript');
    },
    escapeTex,
  );
  return tex + '}'.repeat(open.size);
}

function replaceTokens(
  markdown: string,
  replaceToken: (groups: TokenGroups) => string,
  toText: (text: string) => string = (text) => text,
): string {
  let result = '';
  let position = 0;
  for (const match of markdown.matchAll(token)) {
    result +=
      toText(markdown.slice(position, match.index)) + replaceToken(match.groups as TokenGroups);
    position = match.index + match[0].length;
  }
  return result + toText(markdown.slice(position));
}
