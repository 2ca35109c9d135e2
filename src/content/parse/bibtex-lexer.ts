/** A part of the value of a field. Parts are joined by `#`. */
export interface BibPart {
  /** A text between braces or quotation marks, a number, or the name of a string. */
  kind: 'text' | 'number' | 'name';
  text: string;
  /** The offset of its first character, or of its opening mark. */
  offset: number;
}

/** A field of an entry. */
export interface BibField {
  /** In lower case. */
  name: string;
  /** The offset of its name. */
  offset: number;
  parts: BibPart[];
}

/** An entry as written. */
export interface BibEntryBlock {
  kind: 'entry';
  /** In lower case: `article`. */
  type: string;
  key: string;
  /** The offset of its `@`. */
  offset: number;
  fields: BibField[];
}

/** A part of a file. The text between the parts and `@comment` are not returned. */
export type BibBlock =
  | BibEntryBlock
  | { kind: 'string'; offset: number; field: BibField }
  | { kind: 'preamble'; offset: number; parts: BibPart[] }
  | BrokenBlock;

/** An entry that cannot be parsed, or a `@string`. */
export interface BrokenBlock {
  kind: 'broken';
  /** The offset of its `@`. */
  offset: number;
  /** Its start, such as `@article{knuth84`. */
  start: string;
  /** The mark that is not closed, if that is the reason. */
  open?: '{' | '"' | undefined;
  /** The name of the last field. */
  field?: string | undefined;
}

/** An `@` that starts an entry at the start of a line, where no value goes on. */
const lineDirective = /^[ \t]*@[ \t]*[a-z]+\s*[{(]/imy;
const lineStart = /^[ \t]*@[ \t]*[a-z]+\s*[{(]/gim;
const anyStart = /@[ \t]*[a-z]+\s*[{(]/gi;
const directive = /@[ \t]*([a-z][\w+'.:/-]*)\s*/iy;
const space = /(?:[\s\u00A0]|%[^\n]*)*/y;
const keyPattern = /[^\s,={}%#"]*(?:[ \t]+[^\s,={}%#"]+)*/y;
const namePattern = /[\p{L}\p{N}+'&;_:\\./-]*/uy;

/**
 * Splits a BibTeX file into its parts, in one pass over the text. Between fields, `%` starts a comment; in a value it
 * is a character. A value ends at the latest before a line that starts with an entry, so that an entry that is not
 * closed does not contain the next one.
 * @param text The file with line feeds as line breaks.
 */
export function scanBibtex(text: string): BibBlock[] {
  return new Scanner(text).scan();
}

/** The end of a value, or of the file, is missing. */
class OpenValue extends Error {
  readonly mark: '{' | '"';

  constructor(mark: '{' | '"') {
    super();
    this.mark = mark;
  }
}

class Scanner {
  readonly text: string;
  at = 0;
  field: string | undefined;
  closingBraces: ReadonlyMap<number, number> | undefined;

  constructor(text: string) {
    this.text = text;
  }

  scan(): BibBlock[] {
    const blocks: BibBlock[] = [];
    while (this.findDirective()) {
      const offset = this.at;
      this.field = undefined;
      try {
        const block = this.readBlock(offset);
        if (block) blocks.push(block);
      } catch (error) {
        if (!(error instanceof OpenValue) && !(error instanceof SyntaxError)) throw error;
        const start = /@\s*\w+\s*[{(]?\s*[^\s,{}()="]{0,80}/y;
        start.lastIndex = offset;
        const open = error instanceof OpenValue ? error.mark : undefined;
        const shown = start.exec(this.text)?.[0] ?? '@';
        blocks.push({ kind: 'broken', offset, start: shown, open, field: this.field });
        this.skipBroken(open ? lineStart : anyStart);
      }
    }
    return blocks;
  }

  /** Moves to the next `@` outside comments. */
  private findDirective(): boolean {
    for (; this.at < this.text.length; this.at += 1) {
      const mark = this.text[this.at];
      if (mark === '@') return true;
      if (mark === '%') this.match(/[^\n]*/y);
    }
    return false;
  }

  /** Moves to the start of the next entry: what is before it belongs to an entry that is broken. */
  private skipBroken(nextStart: RegExp) {
    nextStart.lastIndex = this.at;
    this.at = nextStart.exec(this.text)?.index ?? this.text.length;
  }

  private isLineDirective(at: number): boolean {
    lineDirective.lastIndex = at;
    return lineDirective.test(this.text);
  }

  private readBlock(offset: number): BibBlock | undefined {
    const startsLine = /(?:^|\n)[^\S\n]*$/.test(this.text.slice(Math.max(0, offset - 80), offset));
    const type = this.match(directive)?.[1]?.toLowerCase();
    if (type === undefined) this.at += 1;
    const guard = type === undefined ? undefined : this.text[this.at];
    if (type === 'comment') return this.skipComment(offset);
    if (type === undefined || (guard !== '{' && guard !== '(')) {
      // An at sign in a text, such as an e-mail address, is no entry.
      if (startsLine && type !== undefined) throw new SyntaxError();
      return undefined;
    }
    this.at += 1;
    this.skipSpace();
    const close = guard === '{' ? '}' : ')';
    if (type === 'preamble') {
      const parts = this.readParts();
      this.expect(close);
      return { kind: 'preamble', offset, parts };
    }
    if (type === 'string') {
      const field = this.readField();
      this.expect(close);
      return { kind: 'string', offset, field };
    }
    return { kind: 'entry', type, offset, ...this.readEntry(close) };
  }

  private readEntry(close: string): Pick<BibEntryBlock, 'key' | 'fields'> {
    const start = this.at;
    let key = this.match(keyPattern)?.[0] ?? '';
    this.skipSpace();
    if (this.text[this.at] === '=') {
      this.at = start;
      key = '';
    } else if (this.text[this.at] === ',') this.at += 1;
    else if (close === ')' && key.endsWith(')')) this.at = start + (key = key.slice(0, -1)).length;
    const fields: BibField[] = [];
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === close) break;
      if (this.text[this.at] === ',') {
        this.at += 1;
        continue;
      }
      fields.push(this.readField());
      if (this.text[this.at] !== ',' && this.text[this.at] !== close) this.fail();
    }
    this.at += 1;
    return { key, fields };
  }

  private readField(): BibField {
    const offset = this.at;
    const name = this.match(namePattern)?.[0] ?? '';
    if (name === '') this.fail();
    this.field = name;
    this.skipSpace();
    this.expect('=');
    this.skipSpace();
    return { name: name.toLowerCase(), offset, parts: this.readParts() };
  }

  private readParts(): BibPart[] {
    const parts = [this.readPart()];
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] !== '#') return parts;
      this.at += 1;
      this.skipSpace();
      parts.push(this.readPart());
    }
  }

  private readPart(): BibPart {
    const offset = this.at;
    const mark = this.text[this.at];
    if (mark === '{' || mark === '"') {
      return { kind: 'text', text: this.readDelimited(mark), offset };
    }
    const text = this.match(namePattern)?.[0] ?? '';
    return { kind: /^\d+$/.test(text) ? 'number' : 'name', text, offset };
  }

  /** Reads a value between braces, or between quotation marks that are outside braces. */
  private readDelimited(mark: '{' | '"'): string {
    const { text } = this;
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      if (character === 0x5c) at += 1;
      else if (character === 0x7b) depth += 1;
      else if (character === 0x7d) {
        if (depth === 0 && mark === '{') return this.endValue(start, at);
        depth -= 1;
      } else if (character === 0x22 && mark === '"' && depth <= 0) return this.endValue(start, at);
      else if (character === 0x0a && this.isLineDirective(at + 1)) break;
    }
    throw new OpenValue(mark);
  }

  private endValue(start: number, end: number): string {
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  /** Skips a comment between braces, which may contain entries, or up to the end of the line. */
  private skipComment(offset: number): undefined {
    this.closingBraces ??= findClosingBraces(this.text);
    const end = this.text[this.at] === '{' ? this.closingBraces.get(this.at) : undefined;
    if (end !== undefined) {
      this.at = end + 1;
      return;
    }
    this.at = offset;
    this.match(/[^\n]*/y);
  }

  private expect(character: string) {
    this.skipSpace();
    if (this.text[this.at] !== character) this.fail();
    this.at += 1;
  }

  /** Throws the reason why an entry ends here: the end of the file, or a character that may not be here. */
  private fail(): never {
    const isOpen = this.at >= this.text.length || this.isLineDirective(this.at);
    throw isOpen ? new OpenValue('{') : new SyntaxError();
  }

  private skipSpace() {
    this.match(space);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at += match[0].length;
    return match;
  }
}

/** Returns the offset of the closing brace for that of each opening one which is closed. */
function findClosingBraces(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x5c) at += 1;
    else if (character === 0x7b) open.push(at);
    else if (character === 0x7d) {
      const start = open.pop();
      if (start !== undefined) closing.set(start, at);
    }
  }
  return closing;
}
