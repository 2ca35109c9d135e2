import { enableCompileCache } from 'node:module';
import { runCommand } from './options.ts';

// The program is compiled once, and not again with every page.
enableCompileCache('node_modules/.cache/lectern');
const { newCommand } = await import('./new-command.ts');
await runCommand('new', () => newCommand(process.argv.slice(2)));
