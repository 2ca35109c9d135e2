import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/workload/random.ts';
import { makeSequences } from './changes.ts';
import { createSiteState, type SiteState } from './site-state.ts';
import { createWarmSite, type Hashes, type WarmSite } from './warm-site.ts';

/**
 * Registers one test for each random sequence of changes. After each change the site is built with its caches
 * and without any; both must be identical. Before each third build, a file of the caches is damaged. The site is not reset
 * between sequences. To repeat a run, set `LECTERN_TEST_SEED` to the seed in the title.
 */
export function describeSequences(count: number, seed: number): void {
  const first = createSiteState();
  const sequences = makeSequences(createRandom(seed, 0), first, count);
  const random = createRandom(seed, 1);

  describe(`builds with the caches of earlier builds, seed ${seed}`, () => {
    /** The clean builds of the states to which a later sequence may return. */
    const cleanBuilds = new Map<SiteState, Hashes>();
    let site: WarmSite;
    let builds = 0;
    beforeAll(async () => {
      site = createWarmSite();
      await site.apply(first);
      await site.build(first);
    });
    afterAll(() => site.remove());

    test.each(sequences.map((steps, i) => ({ steps, number: i + 1 })))(
      'are identical to clean builds in sequence $number',
      async ({ steps }) => {
        const done: string[] = [];
        // After every change, because a later one may build everything again.
        for (const { change, state } of steps) {
          done.push(change);
          builds += 1;
          const damage = builds % 3 === 0 && site.damage(random);
          if (damage) done.push(damage);
          const differences = await compareBuilds(state, state === steps.at(-1)?.state);
          // Other sequences must not fail because of this one.
          if (differences.length > 0) site.clear();
          expect(differences, `seed ${seed}: ${done.join('; ')}`).toEqual([]);
        }
      },
    );

    test('are identical for two sites at once, and for one site twice', async () => {
      const [one, other] = pickPair([...cleanBuilds.keys()]);
      const pair = await site.buildAtOnce([one, other]);
      expect(pair.map(({ hashes }) => hashes)).toEqual([one, other].map((s) => cleanBuilds.get(s)));
      const twice = await site.buildAtOnce([one, one]);
      for (const { hashes } of twice) expect(hashes).toEqual(cleanBuilds.get(one));
      for (const text of ['Another build of this site is running', 'Nothing has changed'])
        expect(twice.filter(({ output }) => output.includes(text))).toHaveLength(1);
    });

    /** Builds the site in both ways. The last build of a sequence is a command in its own process. */
    async function compareBuilds(state: SiteState, isLast: boolean): Promise<string[]> {
      await site.apply(state);
      // Both end before an error is thrown, because the next builds use the same folders.
      const builds = await Promise.allSettled([
        site.build(state, isLast),
        cleanBuilds.get(state) ?? site.buildClean(state),
      ]);
      const [warm, clean] = builds.map((build) => {
        if (build.status === 'fulfilled') return build.value;
        site.clear();
        throw build.reason;
      }) as [Hashes, Hashes];
      cleanBuilds.set(state, clean);
      expect(Object.keys(clean).length).toBeGreaterThan(100);
      return findDifferences(warm, clean);
    }
  });
}

/** Returns two states of a site that the present program builds, as far apart as possible. */
function pickPair(states: readonly SiteState[]): [SiteState, SiteState] {
  const last = states.at(-1)!;
  const isCurrent = ({ component, style }: SiteState) =>
    component === last.component && style === last.style;
  return [states.find(isCurrent)!, last];
}

function findDifferences(warm: Hashes, clean: Hashes): string[] {
  return [...new Set([...Object.keys(warm), ...Object.keys(clean)])].flatMap((path) => {
    if (!(path in warm)) return [`${path} is missing`];
    if (!(path in clean)) return [`${path} is left from an earlier build`];
    return warm[path] === clean[path] ? [] : [`${path} differs`];
  });
}
