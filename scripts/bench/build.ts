import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureProcess, type Usage } from './measure-process.ts';
import { measureOutput, type OutputSize } from './output-size.ts';
import type { Workspace } from './workspace.ts';

/** One measured build. */
export interface Build extends Usage, OutputSize {
  /** Milliseconds of each phase, in the order in which the build reported them; empty for other programs. */
  phases: Record<string, number>;
}

/** Builds the site of a workspace with `npm run build`, as an author does. */
export async function buildWorkspace({ program, output, folder, env }: Workspace): Promise<Build> {
  // Outside the program, because a new file in it would make the build different from the last one.
  const phaseFile = join(folder, 'phases.jsonl');
  rmSync(phaseFile, { force: true });
  const usage = await measureProcess([...npm(), 'run', 'build', '--', '--outDir', output], {
    cwd: program,
    env: { ...env, LECTERN_PHASES: phaseFile },
  });
  return { ...usage, ...measureOutput(output), phases: readPhases(phaseFile) };
}

/** Returns the command of the npm that runs this script. */
export function npm(): [command: string, ...args: string[]] {
  const cli = process.env['npm_execpath'];
  return cli ? [process.execPath, cli] : ['npm'];
}

/** Reads lines such as `{"phase":"sync","ms":120}`. Times of the same phase are added. */
function readPhases(file: string): Record<string, number> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const phases: Record<string, number> = {};
  for (const line of lines) {
    const { phase, ms } = JSON.parse(line) as { phase: string; ms: number };
    phases[phase] = (phases[phase] ?? 0) + ms;
  }
  return phases;
}
