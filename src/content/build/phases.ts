import { subscribeToBuild, type BuildPhase } from '../validate/channels.ts';

/**
 * Measures the phases of a build from now on. Returns a function that ends the last phase, and returns the
 * milliseconds of each. The first phase began with the process.
 */
export function measurePhases(): () => Map<BuildPhase, number> {
  const starts: { phase: BuildPhase; start: number }[] = [{ phase: 'load', start: 0 }];
  subscribeToBuild((event) => {
    if (event.kind === 'phase') starts.push(event);
  });
  return () => {
    const end = performance.now();
    return new Map(
      starts.map(({ phase, start }, i) => [phase, (starts[i + 1]?.start ?? end) - start]),
    );
  };
}

/**
 * The parts of phases that are timed: of reading content, the rendering of texts in all threads; of building
 * pages, each kind of file, and the typesetting of formulas, which is also in the time of the pages.
 */
const phaseParts = [
  'read/markdown',
  'pages/html',
  'pages/math',
  'pages/share images',
  'pages/feeds',
  'pages/search',
] as const;

export type PhasePart = (typeof phaseParts)[number];

const prefix = 'lectern: ';

/**
 * Records that work on a part lasted from `start` to `end`, in milliseconds of `performance.now()`. The times
 * are on the performance timeline, because Astro loads the configuration and the pages as separate modules in one
 * process. Layers that may not import this file call `performance.measure` with the same name:
 * `lectern: pages/math`.
 */
export function recordPart(part: PhasePart, start: number, end: number = performance.now()): void {
  performance.measure(prefix + part, { start, end });
}

/** Returns the milliseconds of each recorded part. Times of the same part are added. */
export function readPartTimes(): Map<PhasePart, number> {
  const times = new Map<PhasePart, number>();
  for (const part of phaseParts) {
    const entries = performance.getEntriesByName(prefix + part, 'measure');
    const total = entries.reduce((sum, { duration }) => sum + duration, 0);
    if (entries.length > 0) times.set(part, total);
  }
  return times;
}
