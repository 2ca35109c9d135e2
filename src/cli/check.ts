import { enableCompileCache } from 'node:module';
import { runCommand } from './options.ts';

// The program is compiled once, and not again with every check.
enableCompileCache('node_modules/.cache/lectern');
const { check } = await import('./check-command.ts');
await runCommand('check', () => check(process.argv.slice(2)));
