import { CST, Lexer } from 'yaml';

/** Members of `Lexer` that its types declare as private. */
interface LexerInternals {
  lex(text: string): Generator<string, void>;
  /** The minimum indentation of further lines of the current value. */
  indentNext: number;
  parseQuotedScalar(): Generator<string, string>;
  parseFlowCollection(): Generator<string, string>;
}

/**
 * Lets text in quotes, lists in brackets and maps in braces continue at the left margin, which Hugo
 * accepts and the library has no option for.
 */
class LenientLexer extends (Lexer as unknown as new () => LexerInternals) {
  override *parseQuotedScalar() {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* super.parseQuotedScalar();
    this.indentNext = indentNext;
    return next;
  }

  override *parseFlowCollection() {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* super.parseFlowCollection();
    this.indentNext = indentNext;
    return next;
  }
}

/** A lexeme and its offset in the text. */
export interface YamlToken {
  kind: 'quoted' | 'plain' | 'other';
  offset: number;
  source: string;
}

/** Lists the lexemes of a YAML text, without those that are not part of the text. */
export function listYamlTokens(text: string): YamlToken[] {
  const tokens: YamlToken[] = [];
  let offset = 0;
  let isPlain = false;
  for (const source of lexYaml(text)) {
    if (source === CST.SCALAR) isPlain = true;
    if (CONTROL_LEXEMES.has(source)) continue;
    const kind = isPlain ? 'plain' : /^["']/.test(source) ? 'quoted' : 'other';
    tokens.push({ kind, offset, source });
    offset += source.length;
    isPlain = false;
  }
  return tokens;
}

/** Lexemes that are not part of the text. */
export const CONTROL_LEXEMES: ReadonlySet<string> = new Set([
  CST.DOCUMENT,
  CST.FLOW_END,
  CST.SCALAR,
]);

/**
 * Yields the lexemes of a YAML text. A lone CR is a line break (YAML 1.2.2, section 5.4), which the
 * library takes for text.
 */
export function lexYaml(text: string): Generator<string, void> {
  return new LenientLexer().lex(text.replace(/\r(?!\n)/g, '\n'));
}
