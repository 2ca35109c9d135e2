import { vi } from 'vitest';
import { runCommand } from '../../../src/cli/options.ts';
import { createCleanEnvironment } from '../build/build-site.ts';

/**
 * Runs a command as `npm run <name> -- <args>` does, but in this process, which takes milliseconds
 * instead of half a second. Returns its exit code and its output.
 * @param env Added to the few variables that a command needs. No other variables of this process are set.
 */
export async function runInProcess(
  name: string,
  command: (args: string[]) => Promise<number>,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: unknown; output: string }> {
  let output = '';
  const print = (text: unknown) => ((output += String(text)), true);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(print),
    vi.spyOn(process.stderr, 'write').mockImplementation(print),
  ];
  const previous = { env: process.env, exitCode: process.exitCode };
  process.env = { ...createCleanEnvironment(), ...env };
  try {
    await runCommand(name, () => command(args));
    return { code: process.exitCode, output };
  } finally {
    Object.assign(process, previous);
    for (const spy of spies) spy.mockRestore();
  }
}
