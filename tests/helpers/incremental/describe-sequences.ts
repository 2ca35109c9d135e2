import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/workload/random.ts';
import { makeSequences } from './changes.ts';
import { createSiteState } from './site-state.ts';
import { createWarmSite, type WarmSite } from './warm-site.ts';

/**
 * Registers one test for each random sequence of changes. After each change the site is built with its caches
 * and without any; both must be identical. The site is not reset between
 * sequences. To repeat a run, set `LECTERN_TEST_SEED` to the seed in the title.
 */
export function describeSequences(count: number, seed: number): void {
  const random = createRandom(seed, 0);
  const sequences = makeSequences(random, count).map((changes, i) => ({ changes, number: i + 1 }));

  describe(`builds with the caches of earlier builds, seed ${seed}`, () => {
    const state = createSiteState();
    let site: WarmSite;
    beforeAll(async () => {
      site = createWarmSite();
      await site.apply(state);
      await site.build(state);
    });
    afterAll(() => site.remove());

    test.each(sequences)(
      'are identical to clean builds in sequence $number',
      async ({ changes }) => {
        const done: string[] = [];
        for (const change of changes) {
          done.push(change(state, random));
          await site.apply(state);
          const warm = await site.build(state);
          // After every change, because a later one may build everything again.
          const clean = await site.buildClean(state);
          const differences = findDifferences(warm, clean);
          // Other sequences must not fail because of this one.
          if (differences.length > 0) site.clear();
          expect(differences, `seed ${seed}: ${done.join('; ')}`).toEqual([]);
          expect(Object.keys(clean).length).toBeGreaterThan(100);
        }
      },
    );
  });
}

function findDifferences(warm: Record<string, string>, clean: Record<string, string>): string[] {
  return [...new Set([...Object.keys(warm), ...Object.keys(clean)])].flatMap((path) => {
    if (!(path in warm)) return [`${path} is missing`];
    if (!(path in clean)) return [`${path} is left from an earlier build`];
    return warm[path] === clean[path] ? [] : [`${path} differs`];
  });
}
