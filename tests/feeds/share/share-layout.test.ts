import { describe, expect, test } from 'vitest';
import { loadShareFonts } from '../../../src/content/assets/share-fonts.ts';
import { layOut } from '../../../src/feeds/share/share-layout.ts';
import { toShareLines } from '../../../src/feeds/share/share-lines.ts';
import type { ShareCard } from '../../../src/model/site/share-card.ts';
import { shareCard as card } from '../../helpers/make/share-card.ts';

const fonts = await loadShareFonts();

function layOutCard(more: Partial<ShareCard>, base = card) {
  const { lines, hairlines } = layOut(toShareLines({ ...base, ...more }, fonts), fonts[0] as never);
  const [head = 0, foot = 0] = hairlines;
  return { hairlines, title: lines.filter(({ size }) => size > 32), lines, head, foot };
}

const longEvent = { event: 'The Very Long Conference '.repeat(10) };

describe('the title of a share image', () => {
  test.each([
    ['On', 104, 1],
    ['Two views of compression', 104, 2],
    ['Information in infinite ensembles of infinitely-wide neural networks', 84, 3],
    ['On and on it goes, '.repeat(8), 60, 4],
    ['On and on it goes, '.repeat(11), 52, 5],
    ['On and on it goes, '.repeat(30), 42, 5],
    ['MMMMMMMMMMMMMMMMMMMM WWWWWWWW', 52, 2],
    ['W'.repeat(300), 42, 6],
  ])('%s', (title, size, count) => {
    const { title: lines } = layOutCard({ title });
    expect([lines[0]?.size, lines.length]).toEqual([size, count]);
    for (const { line } of lines) expect(line.width * size).toBeLessThanOrEqual(1032);
  });

  test.each([1, 2, 3, 5, 8, 9, 10, 11, 13, 15, 30])(
    'keeps its distance from the hairlines, repeated %d times',
    (count) => {
      const { title, head, foot } = layOutCard({
        title: 'Quip, jap, '.repeat(count),
        ...longEvent,
      });
      const [first, last] = [title.at(0), title.at(-1)];
      expect((first?.baseline ?? 0) - 0.735 * (first?.size ?? 0)).toBeGreaterThan(head + 8);
      expect((last?.baseline ?? 0) + 0.265 * (last?.size ?? 0)).toBeLessThan(foot - 8);
    },
  );

  test('has lines of about the same length', () => {
    const { title } = layOutCard({ title: 'Mutual information and its estimators' });
    const [first = 0, second = 0] = title.map(({ line }) => line.width);
    expect(second / first).toBeGreaterThan(0.8);
  });
});

describe('the hairlines of a share image', () => {
  test('are in the same place on all cards with one line above', () => {
    const expected = layOutCard({}).hairlines;
    for (const title of ['Short', 'x̂ ∈ ℝⁿ', 'Αθήνα', 'long '.repeat(90)])
      expect(layOutCard({ title, event: title.slice(0, 9) }).hairlines).toEqual(expected);
    expect(layOutCard({}, { title: 'Alone', name: 'Ada Example' }).hairlines).toEqual(expected);
  });

  test('make way for an event of two lines', () => {
    const { head, foot } = layOutCard({});
    expect(layOutCard(longEvent)).toMatchObject({ head: head + 38, foot });
  });
});

test('the day ends at the right margin, at the height of the event', () => {
  const { lines } = layOutCard({});
  const [event, day] = lines;
  expect((day?.x ?? 0) + (day?.line.width ?? 0) * 30).toBeCloseTo(1116, 6);
  expect(day?.baseline).toBe(event?.baseline);
});

test('a comma separates event and place, and each has its colour', () => {
  const inks = layOutCard({}).lines[0]?.line.glyphs.map(({ ink }) => ink);
  expect(inks?.join(' ')).toMatch(/^(accent ){19}(muted ?){8}$/);
});
