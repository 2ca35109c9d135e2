import { enableCompileCache } from 'node:module';
import { runCommand } from './options.ts';

// The program is compiled once, and not again with every import.
enableCompileCache('node_modules/.cache/lectern');
const { importCommand } = await import('./import-command.ts');
await runCommand('import', () => importCommand(process.argv.slice(2)));
