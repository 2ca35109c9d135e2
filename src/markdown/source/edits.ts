/** A position in a text, 1-based; the column counts UTF-16 units. */
export interface Place {
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
  toSource(place: Place): Place;
}

/** Applies edits in any order. Of two that overlap, the first one counts. */
export function applyEdits(source: string, edits: readonly Edit[]): EditedText {
  const pieces: { at: number; from: number; kept: boolean }[] = [];
  let text = '';
  let position = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < position) continue;
    pieces.push({ at: text.length, from: position, kept: true });
    text += source.slice(position, edit.start);
    pieces.push({ at: text.length, from: edit.start, kept: false });
    text += edit.text;
    position = edit.end;
  }
  pieces.push({ at: text.length, from: position, kept: true });
  text += source.slice(position);
  if (pieces.length === 1) return unedited(source);
  return {
    text,
    toSource(place) {
      const offset = offsetIn(text, place);
      const piece = pieces.findLast(({ at }) => at <= offset) ?? pieces[0]!;
      return placeIn(source, piece.from + (piece.kept ? offset - piece.at : 0));
    },
  };
}

export function unedited(text: string): EditedText {
  return { text, toSource: (place) => place };
}

/** Returns line and column of an offset, for any kind of line break. */
export function placeIn(text: string, offset: number): Place {
  let line = 1;
  let start = 0;
  for (const match of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line += 1;
    start = match.index + match[0].length;
  }
  return { line, column: offset - start + 1 };
}

function offsetIn(text: string, { line, column }: Place): number {
  let start = 0;
  let number = 1;
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    if (number === line) break;
    number += 1;
    start = match.index + match[0].length;
  }
  return Math.min(start + column - 1, text.length);
}
