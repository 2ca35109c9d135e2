import type { Creator, Entry } from '@retorquere/bibtex-parser';

/** What reference managers keep for their owners, and what a citation has no use for. */
const privateField =
  /^(?:abstract|annot(?:e|ation)|comment|crossref|date-(?:added|modified)|file|groups|keywords|local-url|owner|ranking|rating|read(?:status)?|review|timestamp|username|creationdate|modificationdate|priority|qualityassured|printed|pdf|(?:bdsk|mendeley|citeulike|jabref|zotero)-?.*|__.*|.*\+duplicate-\d+)$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * An entry as BibTeX, from the parser's `raw` reading: a field a line, strings and `crossref`
 * resolved, so that it stands on its own; without private fields.
 */
export function formatEntry(entry: Entry, restore: (text: string) => string): string {
  const fields = Object.entries(entry.fields as Record<string, unknown>)
    .filter(([name]) => !privateField.test(name))
    .map(([name, value]) => [name, toValue(name, restore(toTex(value)))])
    .filter(([, value]) => value !== '{}');
  const lines = fields.map(([name, value]) => `  ${name} = ${value},`);
  return [`@${entry.type}{${entry.key},`, ...lines, '}'].join('\n');
}

function toValue(name: string, tex: string): string {
  const text = tex.replace(/\s+/g, ' ').trim();
  const month = name === 'month' ? months[Number(text) - 1] : undefined;
  return month ?? `{${balanced(text)}}`;
}

function toTex(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  return value
    .map((one: string | Creator) => (typeof one === 'string' ? one : nameTex(one)))
    .join(' and ');
}

/** The raw reading splits plain names and gives the others whole. */
function nameTex({ name, lastName = '', firstName, suffix, prefix }: Creator): string {
  if (name !== undefined) return name;
  const family = [prefix, lastName].filter(Boolean).join(' ');
  return [family, suffix, firstName].filter(Boolean).join(', ');
}

/** In quotation marks a brace may stand alone; between braces it would upset the whole file. */
function balanced(text: string): string {
  let depth = 0;
  for (const [brace] of text.replace(/\\./g, '').matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/\\?[{}]/g, '');
}
