import { Document } from 'yaml';
import type { CreateNodeOptions, DocumentOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

/** Text that a parser of YAML 1.1, such as Hugo's, reads as a truth value or a number. */
const YAML_1_1 =
  /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF|<<|[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0o[0-7_]+|\d[\d_]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|\.[\d_]+|[\d_]+(?::[\d_]+)+(?:\.[\d_]*)?))$/;
const DATE =
  /^\d{4}-(?:\d\d-\d\d|\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?)$/;

/** Invisible characters with short escapes in double quotes (YAML 1.2.2, section 5.7). */
const ESCAPES: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\u00A0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};
/** Invisible characters, and characters that YAML does not allow, besides those that the library escapes. */
const INVISIBLE = /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
const CONTROL = /[\0-\x08\v-\x1F\x7F-\x9F\p{Cs}]/u;

function escapeInvisible(character: string): string {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return ESCAPES[character] ?? `\\u${code}`;
}

/** Changes tags so that texts are printed in single quotes, in which a backslash is a backslash. */
function preferSingleQuotes(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:str') return tag;
    const { stringify } = tag as ScalarTag;
    const print: ScalarTag['stringify'] = (item, ...context) => {
      const text = String(item.value);
      const quoted = (type: 'QUOTE_SINGLE' | 'QUOTE_DOUBLE') =>
        stringify!({ ...item, type } as typeof item, ...context);
      if (text.search(INVISIBLE) >= 0 || /^\s*\n\s*$/.test(text)) {
        return quoted('QUOTE_DOUBLE').replace(INVISIBLE, escapeInvisible);
      }
      if (/^[-?:=]/.test(text) && !text.includes('\n')) return quoted('QUOTE_SINGLE');
      const printed = stringify!(item, ...context);
      const isDouble = printed.startsWith('"') && !CONTROL.test(text);
      return isDouble ? quoted('QUOTE_SINGLE') : printed;
    };
    return { ...(tag as ScalarTag), stringify: print };
  });
}

const PRINT = {
  lineWidth: 0,
  singleQuote: true,
  blockQuote: 'literal',
  doubleQuotedMinMultiLineLength: Infinity,
  commentString: (comment: string) => comment.replace(/^/gm, '# '),
} as const;

/** Converts data to a document that `printYaml` prints, and to which comments can be added. */
export function toYamlDocument(data: unknown, { quoteDates = true } = {}): Document {
  const compat = [YAML_1_1, ...(quoteDates ? [DATE] : [])].map((test): ScalarTag => ({
    tag: 'compat',
    default: true,
    test,
    resolve: (text) => text,
  }));
  const options: DocumentOptions & SchemaOptions & CreateNodeOptions = {
    customTags: preferSingleQuotes,
    compat,
    aliasDuplicateObjects: false,
  };
  return new Document(data, options);
}

/** Prints a document that is a map in block style. A text without line breaks is on one line. */
export function printYaml(document: Document): string {
  return document.toString(PRINT);
}

/**
 * Prints data as YAML that is read back as the same data.
 * @param options.quoteDates Whether text that looks like a date is in quotes.
 */
export function formatYaml(data: unknown, options?: { quoteDates?: boolean }): string {
  return printYaml(toYamlDocument(data, options));
}
