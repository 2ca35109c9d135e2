import { quote } from '../../schema/describe.ts';

/** Why an entry could not be parsed, in words for an author. */
export interface BibTrouble {
  message: string;
  remedy: string;
}

const field = /([a-zA-Z][\w-]*)\s*=\s*$/;

/**
 * Explains what is not closed in an entry.
 * @param text The entry from its `@` to the next one.
 * @param reason The message of the parser.
 */
export function explainEntry(text: string, reason: string): BibTrouble {
  const name = nameOf(text);
  if (reason.startsWith('Unclosed math')) {
    return {
      message: `a dollar sign in ${name} starts a formula that is not closed`,
      remedy: 'Close the formula with a second $, or write \\$ for a dollar sign.',
    };
  }
  const open = findOpen(text);
  const near = open.field === undefined ? '' : `, probably in the field ${open.field}`;
  if (open.mark === '"') {
    return {
      message: `a quotation mark in ${name} is not closed${near}`,
      remedy: 'Add " at the end of the value, or write the value between { and }.',
    };
  }
  if (open.mark === '{') {
    return {
      message: `a brace { in ${name} is not closed${near}`,
      remedy: 'Add } at the end of the value, and another one at the end of the entry.',
    };
  }
  return {
    message: `the fields of ${name} cannot be parsed`,
    remedy:
      'Write each field as name = {value} with a comma after it, and } at the end of the entry.',
  };
}

/** `@article{knuth84` as written, or as much of it as there is. */
function nameOf(text: string): string {
  return quote(/^@\s*\w+\s*[{(]?\s*[^\s,{}()="]*/.exec(text)?.[0] ?? '@');
}

/** Finds the mark that is still open where the entry should end, and the field it may belong to. */
function findOpen(text: string): { mark?: '{' | '"'; field?: string | undefined } {
  let depth = 0;
  let quoted = false;
  let last: string | undefined;
  for (let at = text.search(/[{(]/); at >= 0 && at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\\') at += 1;
    else if (mark === '"' && depth === 1) {
      quoted = !quoted;
      if (quoted) last = field.exec(text.slice(0, at))?.[1] ?? last;
    } else if (mark === '{' || (mark === '(' && depth === 0)) {
      if (depth === 1 && !quoted) last = field.exec(text.slice(0, at))?.[1] ?? last;
      depth += 1;
    } else if (mark === '}' && (depth > 1 || !quoted)) depth -= 1;
    if (depth === 0 && mark === '}') return {};
  }
  return quoted ? { mark: '"', field: last } : depth > 0 ? { mark: '{', field: last } : {};
}
