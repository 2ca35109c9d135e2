import { findOwn } from '../../schema/own-value.ts';
import { texToText } from './tex.ts';

/** A name without the marks that refer to footnotes, and the marks. */
export interface MarkedName {
  name: string;
  /** `*`, `†`, `1,2`: plain text. */
  mark?: string;
}

/** Raised text in TeX, in HTML, and as characters at the end of a part of a name. */
const marks = [
  /\{?\s*\$\s*(?:\{\})?\^\s*(?:\{([^{}$]*)\}|(\\[a-zA-Z]+|[^\s$]))\s*\$\s*\}?/g,
  /\{?\\(?:textsuperscript|inst|affil|footnotemark)\s*(?:\{([^{}]*)\}|\[([^\]]*)\])\}?/g,
  /<sup>([^<]*)<\/sup>/gi,
  /(?<=\S\s*)(\\(?:dag|ddag|dagger|ddagger)(?![a-zA-Z]))(?:\{\})?/g,
  /(?<=[\p{L}.)}*†‡]\s?)((?:\\?[*†‡§¶‖]|[⁰¹²³⁴-⁹])+)(?=[\s,}]|$)/gu,
];
const footnote = /\\(?:thanks|footnote)\s*\{[^{}]*\}/g;
const possibleMark = /[$\\<*†‡§¶‖⁰¹²³⁴-⁹]/;

/** Separates the marks of footnotes from a name: `Roe$^\dagger$` → `Roe` and `†`. @param source Markdown, HTML or TeX. */
export function splitNameMarks(source: string): MarkedName {
  if (!possibleMark.test(source)) return { name: source };
  const found: string[] = [];
  let name = source.replace(footnote, '');
  for (const pattern of marks) {
    name = name.replace(pattern, (_, ...groups: unknown[]) => {
      const mark = groups.find((group, i) => typeof group === 'string' && i < 2);
      const text = toMarkText(String(mark ?? ''));
      if (text !== '') found.push(text);
      return '';
    });
  }
  const mark = found.reduce((all, next) => {
    const isApart = /[\p{L}\p{N}]$/u.test(all) && /^[\p{L}\p{N}]/u.test(next);
    return all + (isApart ? ',' : '') + next;
  }, '');
  return { name: name.replace(/\s+(?=,|$)/g, ''), ...(mark !== '' && { mark }) };
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const signs: Record<string, string> = {
  ...{ '\\dag': '†', '\\ddag': '‡', '\\dagger': '†', '\\ddagger': '‡' },
  ...{ '\\ast': '*', '\\star': '⋆', '\\S': '§', '\\P': '¶', '\\#': '#', '\\*': '*' },
};

function toMarkText(tex: string): string {
  const plain = tex
    .replace(/\\(?:[a-zA-Z]+|[^])/g, (command) => findOwn(signs, command) ?? texToText(command))
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(digits.indexOf(digit)));
  return plain.replace(/[\s{}]+/g, '').slice(0, 12);
}
