import { describe, expect, test } from 'vitest';
import type { Build } from '../../../scripts/bench/build.ts';
import { costPerTalk, medianRatio, type SizeResult } from '../../../scripts/bench/results.ts';
import { formatBuilds, formatCosts, formatPhases } from '../../../scripts/bench/tables.ts';

function makeBuild(build: Partial<Build>): Build {
  return { wall: 1, cpu: 1, peak: 0, pages: 1, files: 1, bytes: 0, phases: {}, ...build };
}

const empty: SizeResult = {
  talks: 0,
  builds: { cold: [makeBuild({ wall: 4 })], deploy: [makeBuild({ wall: 3 })] },
};
const hundred: SizeResult = {
  talks: 100,
  builds: {
    cold: [10, 20, 30].map((wall) =>
      makeBuild({ wall, files: 401, phases: { read: 2000, 'read/math': 500 } }),
    ),
    'one edited': [makeBuild({ wall: 5 })],
    Hugo: [5, 5, 5].map((wall) => makeBuild({ wall })),
  },
};

/** Returns the cells of a Markdown table, without its rule. */
function parseTable(table: string): string[][] {
  const rows = table.split('\n').filter((line) => !line.includes('--:'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('results', () => {
  test('a ratio is the median of the ratios of runs', () => {
    const others = [1, 10, 10].map((wall) => makeBuild({ wall }));
    expect(medianRatio(hundred.builds.cold, others, ({ wall }) => wall)).toBe(3);
  });

  test('the cost of a talk is what is added to the smallest size', () => {
    expect(costPerTalk(hundred, empty, 'cold', ({ wall }) => wall)).toBe(0.16);
    expect(costPerTalk(hundred, empty, 'cold', ({ files }) => files)).toBe(4);
  });

  test('the base of a build with one edited talk is the deploy of the empty site', () => {
    expect(costPerTalk(hundred, empty, 'one edited', ({ wall }) => wall)).toBe(0.02);
  });
});

describe('tables', () => {
  test('have medians of all runs, and ratios to Hugo', () => {
    const [head = [], ...rows] = parseTable(formatBuilds([empty, hundred]));
    const cold = rows.find(([talks, kind]) => talks === '100' && kind === 'cold') ?? [];
    expect(cold[head.indexOf('wall s')]).toBe('20.0');
    expect(cold[head.indexOf('wall / Hugo')]).toBe('4.00');
    expect(rows).toHaveLength(5);
  });

  test('show a figure that could not be measured as a dash', () => {
    const { cpu: _, ...build } = makeBuild({});
    const [head = [], row = []] = parseTable(
      formatBuilds([{ talks: 1, builds: { cold: [build] } }]),
    );
    expect(row[head.indexOf('CPU s')]).toBe('–');
  });

  test('have the costs of a talk', () => {
    const [head = [], cold = []] = parseTable(formatCosts([empty, hundred]));
    expect(cold[head.indexOf('wall ms')]).toBe('160.0');
    expect(cold[head.indexOf('files')]).toBe('4.00');
  });

  test('have the phases, and the time of none without those that are part of another', () => {
    const [head = [], ...rows] = parseTable(formatPhases([hundred]));
    expect(head).toEqual(['talks', 'build', 'read', 'read/math', 'other']);
    expect(rows[0]).toEqual(['100', 'cold', '2.0', '0.5', '18.0']);
  });
});
