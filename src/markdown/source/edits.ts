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
  const starts = findLineStarts(text);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** Returns the offset of a position; of one after the end of the text, the end. */
function toOffset(text: string, { line, column }: TextPosition): number {
  const starts = findLineStarts(text);
  const lineStart = starts[Math.min(line, starts.length) - 1] ?? 0;
  return Math.min(lineStart + column - 1, text.length);
}

/** The lines of the last text: all findings of a text need them. */
let last: { text: string; starts: number[] } | undefined;

function findLineStarts(text: string): number[] {
  if (last?.text !== text) {
    const breaks = text.matchAll(/\r\n|\n|\r/g);
    const starts = [0, ...Array.from(breaks, ({ index, 0: { length } }) => index + length)];
    last = { text, starts };
  }
  return last.starts;
}
