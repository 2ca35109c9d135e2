import type { Creator, Entry } from '@retorquere/bibtex-parser';
import { parse } from './bibtex-library.ts';
import { bibLimits } from './bibtex-limits.ts';
import { type ShieldedTex, shieldTex } from './bibtex-text.ts';
import { convertSimple, removeUnbalancedBraces, splitTexWords } from './bibtex-words.ts';

/** What a value is: a text, a list of texts joined by `and`, a text with line breaks, or the name of a person. */
export type TexKind = 'text' | 'list' | 'lines' | 'name';

/** A field of the parser for each kind. */
const kindFields: Record<TexKind, string> = {
  text: 'abstract',
  list: 'publisher',
  lines: 'note',
  name: 'author',
};

/** Converts TeX to text. Values are converted together, and equal ones once. */
export interface TexConverter {
  /** Adds a value to those that `run` converts. */
  add(kind: TexKind, tex: string): void;
  run(): void;
  /** Returns a text, in which elements of HTML are markup; see `toMarkdown`. */
  getText(kind: Exclude<TexKind, 'name'>, tex: string): ConvertedText;
  /** Returns the parts of a name. */
  getName(tex: string): ConvertedName;
}

/** A value of the parser, and what `restoreFormulas` needs. */
interface ConvertedText {
  text: string;
  formulas: readonly string[];
}

interface ConvertedName {
  name: Creator;
  formulas: readonly string[];
}

interface Conversion {
  kind: TexKind;
  tex: string;
  formulas: readonly string[];
  result?: unknown;
  /** The conversions of its words, if they are converted separately. */
  words?: Conversion[];
}

type Formulas = Pick<ShieldedTex, 'tex' | 'formulas'>;

const batchSize = 500;
/** The length of a name that is split into its parts, in characters. */
const maxName = 500;

/** @param preambles The values of `@preamble`, which may define commands. */
export function createTexConverter(preambles: readonly string[] = []): TexConverter {
  const conversions = new Map<string, Conversion>();
  const pending: Conversion[] = [];
  const create = (kind: TexKind, { tex, formulas }: Formulas): Conversion => {
    const conversion: Conversion = { kind, tex, formulas };
    if (kind === 'text' || kind === 'lines') {
      const result = convertSimple(tex);
      if (result !== undefined) return { ...conversion, result };
      const words = splitTexWords(tex) ?? [];
      if (words.length > 1) return { ...conversion, words: words.map(getWord) };
    }
    if (kind === 'name' && tex.length > maxName) {
      return { ...conversion, result: [{ name: stripCommands(tex) }] };
    }
    pending.push(conversion);
    return conversion;
  };
  const getOrCreate = (key: string, kind: TexKind, toSource: () => Formulas) => {
    const conversion = conversions.get(key) ?? create(kind, toSource());
    conversions.set(key, conversion);
    return conversion;
  };
  const getWord = (tex: string) =>
    getOrCreate(`word ${tex}`, 'text', () => ({ tex, formulas: [] }));
  const run = () => {
    while (pending.length > 0) convertBatch(pending.splice(0, batchSize), preambles);
  };
  const get = (kind: TexKind, source: string) =>
    getOrCreate(`${kind} ${source}`, kind, () =>
      shieldTex(removeUnbalancedBraces(source, bibLimits.depth)),
    );
  const getConverted = (kind: TexKind, source: string) => {
    const conversion = get(kind, source);
    run();
    return conversion;
  };
  return {
    add: (kind, tex) => void get(kind, tex),
    run,
    getText: (kind, tex) => {
      const { result, words, formulas } = getConverted(kind, tex);
      const text = words ? words.map((word) => toText(word.result)).join(' ') : toText(result);
      return { text, formulas };
    },
    getName: (tex) => {
      const { result, formulas } = getConverted('name', tex);
      return { name: (result as Creator[] | undefined)?.[0] ?? {}, formulas };
    },
  };
}

function toText(result: unknown): string {
  return Array.isArray(result) ? result.join(', ') : String(result ?? '');
}

function convertBatch(batch: readonly Conversion[], preambles: readonly string[]) {
  const definitions = preambles.map((tex) => `@preamble{{${tex}}}\n`).join('');
  const source = batch.map(({ kind, tex }, i) => `@misc{${i}, ${kindFields[kind]} = {${tex}}}`);
  const options = { sentenceCase: false, caseProtection: false, unsupported: () => '' } as const;
  const { entries } = parse(definitions + source.join('\n'), options);
  for (const entry of entries) {
    const conversion = batch[Number(entry.key)];
    if (conversion) conversion.result = getValue(entry, conversion.kind);
  }
  for (const conversion of batch) {
    const { kind, tex } = conversion;
    // The parser has failed, for example at a command without its arguments.
    conversion.result ??= kind === 'name' ? [{ name: stripCommands(tex) }] : stripCommands(tex);
  }
}

function stripCommands(tex: string): string {
  return tex.replace(/\\([a-zA-Z]+ ?|[^])/g, '').replace(/[{}]/g, '');
}

function getValue({ fields }: Entry, kind: TexKind): unknown {
  return (fields as Record<string, unknown>)[kindFields[kind]];
}
