import { parse } from './bibtex-library.ts';
import type { BibField, BibPart } from './bibtex-lexer.ts';
import { bibLimits } from './bibtex-limits.ts';

/** The value of a field, with its strings inserted. */
export interface BibValue {
  tex: string;
  /** The offset of its first part. */
  offset: number;
  /** The value of a month as an expression of BibTeX, such as `may # {~3}`, if it uses the names of months. */
  expression?: string;
}

/** A value that cannot be used as it is. */
export interface ValueProblem {
  kind: 'unknown-string' | 'too-long';
  /** The name of the string; empty if a value is missing. */
  name: string;
  offset: number;
}

/** The strings that are defined at a place of a file. */
export interface StringTable {
  /** Defines a string, and replaces an earlier one with the same name. */
  define(field: BibField): ValueProblem[];
  /** Joins the parts of a value. A value that is too long is empty. */
  join(parts: readonly BibPart[]): { value: BibValue; problems: ValueProblem[] };
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Returns a table of strings with those that every style of BibTeX defines: the months and some journals. */
export function createStringTable(): StringTable {
  const strings = new Map<string, string>();
  const find = (name: string) => {
    const key = name.toLowerCase();
    return strings.get(key) ?? findMonth(key) ?? findStandardString(key);
  };
  const join = (parts: readonly BibPart[]) => {
    const problems: ValueProblem[] = [];
    const texts: string[] = [];
    let length = 0;
    for (const { kind, text, offset } of parts) {
      const tex = kind === 'name' ? find(text) : text;
      if (tex === undefined) problems.push({ kind: 'unknown-string', name: text, offset });
      const part = tex ?? (text === '' ? '' : `{{${text}}}`);
      length += part.length;
      if (length > bibLimits.value) {
        problems.push({ kind: 'too-long', name: '', offset: parts[0]?.offset ?? offset });
        return { value: { tex: '', offset }, problems };
      }
      texts.push(part);
    }
    const expression = toExpression(parts);
    const value = { tex: texts.join(''), offset: parts[0]?.offset ?? 0 };
    return { value: { ...value, ...(expression !== undefined && { expression }) }, problems };
  };
  return {
    join,
    define: ({ name, parts }) => {
      const { value, problems } = join(parts);
      strings.set(name, value.tex);
      return problems;
    },
  };
}

function findMonth(key: string): string | undefined {
  return monthNames.find((month) =>
    [month.slice(0, 3), month, ...(month === 'September' ? ['sept'] : [])].some(
      (name) => name.toLowerCase() === key,
    ),
  );
}

/** Returns the parts as an expression if each name is one of a month and at least one is. */
function toExpression(parts: readonly BibPart[]): string | undefined {
  const isMonth = ({ kind, text }: BibPart) =>
    kind === 'name' && findMonth(text.toLowerCase()) !== undefined;
  if (!parts.some(isMonth) || parts.some((part) => part.kind === 'name' && !isMonth(part))) {
    return undefined;
  }
  return parts
    .map(({ kind, text }) => (kind === 'name' ? text.slice(0, 3).toLowerCase() : `{${text}}`))
    .join(' # ');
}

const standardStrings = new Map<string, string | undefined>();

/** Returns a string that the parser knows without a definition, such as `jacm`. */
function findStandardString(key: string): string | undefined {
  if (!/^[a-z]{3,10}$/.test(key)) return undefined;
  if (standardStrings.has(key)) return standardStrings.get(key);
  const { entries, errors } = parse(`@misc{a, title = ${key}}`, { raw: true });
  const text = errors.length === 0 ? entries[0]?.fields['title'] : undefined;
  if (standardStrings.size > 1000) standardStrings.clear();
  standardStrings.set(key, text);
  return text;
}
