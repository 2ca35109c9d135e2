/** Runs one of the commands that a person types: `node src/cli/main.ts check --strict`. */
import { enableCompileCache } from 'node:module';
import { findOwn } from '../schema/own-value.ts';
import { runCommand } from './options.ts';

// The program is compiled once, and not again with every command.
enableCompileCache('node_modules/.cache/lectern');

/** Each command returns its exit code. It is loaded only when it runs. */
const commands: Record<string, () => Promise<(args: string[]) => Promise<number>>> = {
  build: async () => (await import('./build.ts')).buildSite,
  check: async () => (await import('./check.ts')).check,
  new: async () => (await import('./new.ts')).newCommand,
  import: async () => (await import('./import.ts')).importCommand,
  cv: async () => (await import('./cv.ts')).printCv,
};

const [name = '', ...args] = process.argv.slice(2);
const load = findOwn(commands, name);
if (load) {
  const command = await load();
  await runCommand(name, () => command(args));
} else {
  console.error(`Unknown command "${name}". The commands are ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
}
