import { decodeEntities } from '../../model/page/entities.ts';
import { privateField } from '../../model/publication/bib-fields.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { TexEntry } from './bibtex-crossref.ts';
import { splitNames, toPlainName } from './bibtex-entry.ts';
import type { BibValue } from './bibtex-strings.ts';
import { removeUnbalancedBraces } from './bibtex-words.ts';
import { expandJournalMacros } from './journal-macros.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const nameFields = new Set(['author', 'editor']);
/** Fields that are not TeX, or in which the packages for addresses read a percent sign as a character. */
const addressFields = /^(?:url|doi|eprint|ee|pdf|html|code|slides|video|poster|website|bdsk.*)$/;

/**
 * Formats an entry as BibTeX, one field per line, without private fields. Strings, `crossref` and commands for journals
 * are resolved, so that it is complete.
 */
export function formatEntry({ type, key, fields }: TexEntry): string {
  const lines = [...fields]
    .filter(([name]) => !privateField.test(name))
    .map(([name, value]) => [name, formatValue(name, value)] as const)
    .filter(([, value]) => value !== '{}')
    .map(([name, value]) => `  ${name} = ${value},`);
  return [`@${type}{${key},`, ...lines, '}'].join('\n');
}

function formatValue(name: string, { tex, expression }: BibValue): string {
  const text = tex.replace(/\s+/g, ' ').trim();
  if (name === 'month') {
    const month = months[Number(text) - 1] ?? expression;
    if (month !== undefined) return month;
  }
  if (nameFields.has(name)) {
    return toBracedText(splitNames(text).map(formatName).join(' and '));
  }
  if (addressFields.test(name)) return toBracedText(text);
  return toBracedText(escapePercent(htmlToTex(expandJournalMacros(text).tex)));
}

/** Writes a value between braces. Unbalanced braces are valid in quotation marks but not here. */
function toBracedText(text: string): string {
  return `{${removeUnbalancedBraces(text)}}`;
}

/** A percent sign starts a comment where LaTeX reads the formatted list of references. */
function escapePercent(tex: string): string {
  return tex.replace(/\\(?:url|href)\s*\{[^{}]*\}|\\[^]|%/g, (mark) =>
    mark === '%' ? '\\%' : mark,
  );
}

const elementCommands: Record<string, string> = {
  ...{ i: 'emph', em: 'emph', italic: 'emph', b: 'textbf', strong: 'textbf', bold: 'textbf' },
  ...{ sub: 'textsubscript', inf: 'textsubscript', sup: 'textsuperscript' },
};
const element = /<(?:[a-z]+:)?(\w+)(?:\s[^<>]*)?>([^<>]*)<\/(?:[a-z]+:)?\1>/gi;

/** Converts the HTML that Crossref and other services write in values to TeX. */
function htmlToTex(tex: string): string {
  let text = tex.replace(/\\&(?=#?\w{1,30};)/g, '&').replace(/&#?\w{1,30};/g, (entity) => {
    const character = decodeEntities(decodeEntities(entity));
    return /^[&%#_$]$/.test(character) ? `\\${character}` : character;
  });
  for (let previous = ''; text !== previous;) {
    previous = text;
    text = text.replace(element, (_, name: string, inner: string) => {
      const key = name.toLowerCase();
      const command = findOwn(elementCommands, key);
      return command === undefined ? inner : `\\${command}{${inner}}`;
    });
  }
  return text;
}

/** Writes the family name of a simple name first, without the marks of footnotes. */
function formatName(source: string): string {
  const name = toPlainName(source).name;
  const parts =
    /^([^\s{},\\]+|[^\s{},]*\{[^{}]*\}[^\s{},]*) ([^\s{},]+|[^\s{},]*\{[^{}]*\}[^\s{},]*)$/.exec(
      name,
    );
  return parts ? `${parts[2]}, ${parts[1]}` : name.replace(/\s*,\s*/g, ', ');
}
