import { appendFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { measurePhases, readPartTimes } from './phases.ts';

/**
 * Measures the phases of a build, and their parts, if `LECTERN_PHASES` is the path of a file. For each, a line
 * such as `{"phase":"read","ms":1234.5}` is added to it when the process ends. A name with a slash, as in
 * `pages/feeds`, is a part of another phase.
 */
export function phaseTimes(file = process.env['LECTERN_PHASES']): AstroIntegration {
  return {
    name: 'lectern-phase-times',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command !== 'build' || !file) return;
        addMiddleware({ order: 'pre', entrypoint: new URL('./route-times.ts', import.meta.url) });
        const endPhases = measurePhases();
        process.once('exit', () => {
          for (const [phase, ms] of [...endPhases(), ...readPartTimes()]) {
            appendFileSync(file, `${JSON.stringify({ phase, ms: Math.round(ms * 10) / 10 })}\n`);
          }
        });
      },
    },
  };
}
