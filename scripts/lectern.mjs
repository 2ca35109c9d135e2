#!/usr/bin/env node
/**
 * The program `lectern` of the npm package: runs a command for the site in the working directory. Plain JavaScript, because
 * any Node from version 20 on starts it.
 */
import { fileURLToPath } from 'node:url';
import { runAstro, runFile } from './program.mjs';

/** The commands of Astro, by their names here. The others are commands of `src/cli/main.ts`. */
const astroCommands = { start: 'dev', preview: 'preview' };

const [name = '', ...args] = process.argv.slice(2);
if (Object.hasOwn(astroCommands, name)) await runAstro([astroCommands[name], ...args]);
else await runFile(fileURLToPath(new URL('../src/cli/main.ts', import.meta.url)), [name, ...args]);
