import { newCommand } from './new-command.ts';
import { runCommand } from './options.ts';

await runCommand('new', () => newCommand(process.argv.slice(2)));
