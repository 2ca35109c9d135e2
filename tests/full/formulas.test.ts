import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  arbitraryFormula,
  listCommands,
  listEnvironments,
  useCommand,
  useEnvironment,
} from '../helpers/make/formulas.ts';
import { getTalkSources } from '../helpers/old-sites/corpus.ts';
import {
  inBothModes,
  printMdxByRehype,
  printMdxLate,
  typesetByRehype,
  typesetLate,
  type TestFormula,
} from '../helpers/read/typeset.ts';
import { describeSources } from '../helpers/skip.ts';

/** test:long compares all formulas, with a new seed each time; test:full a fixed eighth of them. */
const isLong = process.env['LECTERN_TEST_LONG'] === '1';
const seed = Number(process.env['LECTERN_TEST_SEED'] ?? (isLong ? Date.now() % 2 ** 31 : 1));
const step = isLong ? 1 : 8;

// KaTeX reports characters without metrics on the console.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterAll(() => {
  vi.restoreAllMocks();
});

/** Returns the formulas that are typeset differently than by rehype-katex, and how many are rejected. */
function compare(formulas: readonly TestFormula[]) {
  let rejected = 0;
  const different = formulas.filter((formula) => {
    const expected = typesetByRehype(formula);
    const typeset = typesetLate(formula);
    if (expected.isRejected) rejected++;
    if (expected.isRejected !== typeset.isRejected) return true;
    return !isReplacedByKatex(expected.line) && !hasSameHtml(expected, typeset);
  });
  return { different, rejected };
}

function hasSameHtml(a: { line: string; block: string }, b: typeof a): boolean {
  return a.line === b.line && a.block === b.block;
}

/** KaTeX shows "undefined" for a rejected formula with one of ï, î, í and ì. */
function isReplacedByKatex(html: string): boolean {
  return html.includes('"katex-error"') && html.includes('>undefined</span>');
}

async function compareMdx(formulas: readonly TestFormula[]) {
  const different: unknown[] = [];
  for (let start = 0; start < formulas.length; start += 2000) {
    const part = formulas.slice(start, start + 2000);
    const [expected, printed] = [await printMdxByRehype(part), await printMdxLate(part)];
    expect([expected.length, printed.length]).toEqual([part.length, part.length]);
    expected.forEach((html, i) => {
      if (html !== printed[i] && !isReplacedByKatex(html)) different.push(part[i]);
    });
  }
  return different;
}

describe('formulas are typeset as by rehype-katex', () => {
  const commands = listCommands();
  const environments = listEnvironments();
  const uses = [...commands.flatMap(useCommand), ...environments.flatMap(useEnvironment)];
  const table = inBothModes(uses.filter((_, i) => i % step === 0));

  test('with each command and environment of KaTeX', () => {
    expect(commands).toEqual(expect.arrayContaining(['\\frac', '\\alpha', '\\gdef', '\\cancel']));
    expect([commands.length > 1000, environments.length > 30]).toEqual([true, true]);
    const { different, rejected } = compare(table);
    expect(different).toEqual([]);
    expect(table.length - rejected).toBeGreaterThan(15_000 / step);
  });

  test('in MDX', async () => {
    expect(await compareMdx(table)).toEqual([]);
  });

  test(`made at random (LECTERN_TEST_SEED=${seed})`, () => {
    const formulas = inBothModes(fc.sample(arbitraryFormula(), { numRuns: 5000 / step, seed }));
    const { different, rejected } = compare(formulas);
    expect(different).toEqual([]);
    expect(formulas.length - rejected).toBeGreaterThan(2000 / step);
  });
});

describeSources(getTalkSources(), (talks) => {
  test('formulas are typeset as by rehype-katex', async () => {
    const texts = talks.flatMap(({ text }) => [...text.matchAll(/\${1,2}([^$]+)\${1,2}/g)]);
    const sources = [...new Set(texts.map(([, tex = '']) => tex))];
    const formulas = inBothModes(sources.filter((_, i) => i % step === 0));
    expect(formulas.length).toBeGreaterThan(0);
    expect(compare(formulas).different).toEqual([]);
    expect(await compareMdx(formulas)).toEqual([]);
  });
});
