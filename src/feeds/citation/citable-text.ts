import { escapeTex } from '../../model/publication/escape-tex.ts';
import { texToText } from '../../model/publication/tex-to-text.ts';

/** A formula by the rule of `dollar-math.ts`, an escaped mark, a mark of emphasis, an element. */
const piece =
  /(?<formula>\$(?![\s$])(?:\\[^]|[^$\\])*(?<!\s)\$(?!\d))|\\(?<mark>[!-/:-@[-`{-~])|(?<strong>\*\*)|(?<emph>\*)|<\/?(?<element>su[bp])>/g;

type Groups = Record<'formula' | 'mark' | 'strong' | 'emph' | 'element', string | undefined>;

/** Markdown on one line as plain text: marks gone, formulas as Unicode. */
export function toPlainText(markdown: string): string {
  return walk(markdown, (found) => {
    if (found.formula !== undefined) return texToText(found.formula.slice(1, -1));
    return found.mark ?? '';
  });
}

/** Markdown on one line as TeX: formulas as they are, the rest escaped. */
export function toTexText(markdown: string): string {
  const open = new Set<string>();
  const command = (name: string) => {
    if (!open.delete(name)) return open.add(name) && `\\${name}{`;
    return '}';
  };
  const tex = walk(
    markdown,
    (found) => {
      if (found.formula !== undefined) return found.formula;
      if (found.mark !== undefined) return escapeTex(found.mark);
      if (found.strong) return command('textbf');
      if (found.emph) return command('emph');
      return command(found.element === 'sub' ? 'textsubscript' : 'textsuperscript');
    },
    escapeTex,
  );
  return tex + '}'.repeat(open.size);
}

function walk(
  markdown: string,
  toPiece: (found: Groups) => string,
  toText: (text: string) => string = (text) => text,
): string {
  let result = '';
  let at = 0;
  for (const match of markdown.matchAll(piece)) {
    result += toText(markdown.slice(at, match.index)) + toPiece(match.groups as Groups);
    at = match.index + match[0].length;
  }
  return result + toText(markdown.slice(at));
}
