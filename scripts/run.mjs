/**
 * Runs a program of the project under the project's Node, after it has installed the dependencies if they
 * are missing or do not match package-lock.json. Every npm script starts here, on Node 20 or newer without
 * installed packages. Arguments, standard input and exit code pass through.
 *
 *     node scripts/run.mjs                                installs if needed
 *     node scripts/run.mjs astro build --outDir elsewhere runs Astro, without telemetry, in the foreground
 *     node scripts/run.mjs src/cli/main.ts check          runs a file of the project
 *
 * Programs in src/ and Astro run without development dependencies. Programs in their own process end when
 * this process gets a signal, and when an ancestor of it ends.
 */
import { join } from 'node:path';
import { installDependencies } from './install.mjs';
import { runAstro, runFile } from './program.mjs';
import { root } from './project-node.mjs';

const [program, ...args] = process.argv.slice(2);
const isForAuthors = program === 'astro' || program?.startsWith('src/');
await installDependencies({ dev: !isForAuthors });
if (program === 'astro') await runAstro(args);
else if (program !== undefined) await runFile(join(root, program), args);
