import { decodeEntities } from './entities.ts';
import { escapeTex, texToText } from './tex.ts';
import { separateDegrees } from './tex-packages.ts';
import { dollarFormula } from './title-markup.ts';

/** An escaped character, a reference to a character, a mark, an element or a link. */
const markup =
  /\\(?<mark>[!-/:-@[-`{-~])|(?<entity>&#?\w{1,30};)|\[(?<label>[^[\]]+)\]\([^\s()]+\)|(?<![\p{L}\p{N}_])_(?<stressed>[^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}_])|(?<strong>\*\*)|(?<emph>\*)|<(?<element>su[bp]|i|em|b|strong|span|u|small)(?:\s[^<>]*)?>(?=[^]*<\/\k<element>>)|<\/(?<end>su[bp]|i|em|b|strong|span|u|small)>/u;
const token = new RegExp(`(?<formula>${dollarFormula.source})|${markup.source}`, 'gu');

type TokenName =
  'formula' | 'mark' | 'entity' | 'label' | 'stressed' | 'strong' | 'emph' | 'element' | 'end';
type TokenGroups = Record<TokenName, string | undefined>;

/** Returns Markdown on one line as plain text: without markup, with formulas in Unicode. */
export function toPlainText(markdown: string): string;
export function toPlainText(markdown: string | undefined): string | undefined;
export function toPlainText(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const text = replaceTokens(markdown, ({ formula, mark, entity, label, stressed }) => {
    if (formula !== undefined) return texToText(formula.slice(1, -1));
    if (entity !== undefined) return decodeEntities(entity);
    const inner = label ?? stressed;
    return inner === undefined ? (mark ?? '') : toPlainText(inner);
  });
  return separateDegrees(text);
}

const elementCommands: Record<string, string> = {
  ...{ sub: 'textsubscript', sup: 'textsuperscript', i: 'emph', em: 'emph' },
  ...{ b: 'textbf', strong: 'textbf' },
};

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
    ({ formula, mark, entity, label, stressed, strong, emph, element, end }) => {
      if (formula !== undefined) return formula;
      if (mark !== undefined) return escapeTex(mark);
      if (entity !== undefined) return escapeTex(decodeEntities(entity));
      if (label !== undefined) return toTexText(label);
      if (stressed !== undefined) return `\\emph{${toTexText(stressed)}}`;
      if (strong) return toggle('textbf');
      if (emph) return toggle('emph');
      const command = elementCommands[element ?? end ?? ''];
      return command === undefined ? '' : toggle(command);
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
