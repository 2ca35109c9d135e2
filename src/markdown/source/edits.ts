/** A position in a text, 1-based; the column counts UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Replaces the characters from `start` up to `end` with `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** An edited text that can map its positions to the original. */
export interface EditedText {
  text: string;
  /** Returns the position in the original; for inserted text, the start of its edit. */
  toSource(place: TextPosition): TextPosition;
}

/** Applies edits in any order. Of two that overlap, the first one counts. */
export function applyEdits(source: string, edits: readonly Edit[]): EditedText {
  const pieces: { start: number; sourceStart: number; isUnchanged: boolean }[] = [];
  let text = '';
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < position) continue;
    pieces.push({ start: text.length, sourceStart: position, isUnchanged: true });
    text += source.slice(position, edit.start);
    pieces.push({ start: text.length, sourceStart: edit.start, isUnchanged: false });
    text += edit.text;
    position = edit.end;
  }
  pieces.push({ start: text.length, sourceStart: position, isUnchanged: true });
  text += source.slice(position);
  if (pieces.length === 1) return withoutEdits(source);
  return {
    text,
    toSource(place) {
      const offset = toOffset(text, place);
      const piece = pieces.findLast((candidate) => candidate.start <= offset) ?? pieces[0]!;
      return toPosition(source, piece.sourceStart + (piece.isUnchanged ? offset - piece.start : 0));
    },
  };
}

/** Returns a text without edits, whose positions are those of the original. */
export function withoutEdits(text: string): EditedText {
  return { text, toSource: (place) => place };
}

/** Returns the position of an offset, for any kind of line break. */
export function toPosition(text: string, offset: number): TextPosition {
  let line = 1;
  let lineStart = 0;
  for (const match of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    lineStart = match.index + match[0].length;
  }
  return { line, column: offset - lineStart + 1 };
}

/** Returns the offset of a position; of one after the end of the text, the end. */
function toOffset(text: string, { line, column }: TextPosition): number {
  let lineStart = 0;
  let currentLine = 1;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    if (currentLine === line) break;
    currentLine += 1;
    lineStart = match.index + match[0].length;
  }
  return Math.min(lineStart + column - 1, text.length);
}
