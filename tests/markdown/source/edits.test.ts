import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, toPosition, withoutEdits } from '../../../src/markdown/source/edits.ts';

describe('applyEdits', () => {
  const source = 'one two\nthree four\r\nfive';
  const edited = applyEdits(source, [
    { start: 17, end: 18, text: '' },
    { start: 4, end: 7, text: '2\n\n2' },
  ]);

  it('applies edits in any order', () => {
    expect(edited.text).toBe('one 2\n\n2\nthree fou\r\nfive');
  });

  it.each([
    ['what stands before an edit', { line: 1, column: 2 }, { line: 1, column: 2 }],
    ['what was put in', { line: 3, column: 1 }, { line: 1, column: 5 }],
    ['what stands behind it', { line: 4, column: 3 }, { line: 2, column: 3 }],
    ['another line', { line: 5, column: 2 }, { line: 3, column: 2 }],
    ['what lies behind the end', { line: 9, column: 9 }, { line: 3, column: 5 }],
  ])('maps %s to the original', (_, place, origin) => {
    expect(edited.toSource(place)).toEqual(origin);
  });

  it('skips an edit that overlaps an earlier one', () => {
    const edits = [
      { start: 0, end: 5, text: 'A' },
      { start: 3, end: 8, text: 'B' },
    ];
    expect(applyEdits('0123456789', edits).text).toBe('A56789');
  });

  it('returns the same text and positions without edits', () => {
    const place = { line: 7, column: 7 };
    expect(applyEdits('x', []).toSource(place)).toEqual(place);
    expect(withoutEdits('x').toSource(place)).toEqual(place);
  });

  it('maps every unchanged character to itself', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(5), texts, (parts, at, length, put) => {
        const source = parts.join('');
        const start = Math.min(at, source.length);
        const end = Math.min(start + length, source.length);
        const text = put.join('');
        const edited = applyEdits(source, [{ start, end, text }]);
        for (let offset = end; offset < source.length; offset += 1) {
          if (source[offset] === '\n') continue;
          const moved = toPosition(edited.text, offset - (end - start) + text.length);
          expect(edited.toSource(moved)).toEqual(toPosition(source, offset));
        }
      }),
    );
  });
});
