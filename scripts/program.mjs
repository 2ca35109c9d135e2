/** Runs Astro, or a file of the engine, under the project's Node, and sets the exit code of this process. */
import { realpathSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findNode } from './install.mjs';
import { root } from './project-node.mjs';
import { runChild } from './run-child.mjs';

/**
 * With these a build of 1,000 talks needs 140 MB less and no more time. V8 keeps two spaces of up to this many megabytes
 * for the new objects of each thread, 32 by default. glibc keeps the freed memory of each thread apart, in up to eight
 * arenas a processor.
 */
const buildOptions = ['--max-semi-space-size=16'];
const memoryEnvironment = { MALLOC_ARENA_MAX: '2' };

/** An AVIF image has other bytes when several threads encode it. sharp uses one for each core, except with glibc. */
const imageEnvironment = { VIPS_CONCURRENCY: '1' };
const buildEnvironment = { ...memoryEnvironment, ...imageEnvironment };

/** The exit code of a dev server that has to start again, see src/content/build/dev-restart.ts. */
const restartCode = 75;

/**
 * Runs a command of Astro, without telemetry, in the foreground, for the project in the working directory.
 *
 * @param {string[]} args
 */
export async function runAstro(args) {
  const node = findNode();
  const astro = fileURLToPath(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')));
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DEV_BACKGROUND: '0',
    ASTRO_PREVIEW_BACKGROUND: '0',
    // As in src/cli/build.ts.
    MIMALLOC_ARENA_EAGER_COMMIT: '0',
    ...imageEnvironment,
    ...process.env,
  };
  const devHooks = new URL('../src/content/build/dev-folder.ts', import.meta.url).href;
  const isDev = args[0] === 'dev';
  const options = isDev ? ['--import', devHooks] : [];
  // Astro's lock forbids two dev servers of one project, also of different sites. dev-folder.ts finds those of one site.
  const flags = isDev && !args.includes('--force') ? ['--ignore-lock'] : [];
  const run = () => runChild(node, [...options, astro, ...args, '--root', root, ...flags], { env });
  let { code } = await run();
  while (isDev && code === restartCode) ({ code } = await run());
  process.exitCode = code;
}

/**
 * Runs a file in this process if this is the right Node, so that it receives signals directly. A build runs in its own
 * process: it starts other programs, which `runChild` ends when npm or the shell is gone.
 *
 * @param {string} file
 * @param {string[]} args
 */
export async function runFile(file, args) {
  const node = findNode();
  const isBuild = args[0] === 'build';
  if (isBuild) {
    const env = { ...buildEnvironment, ...process.env };
    process.exitCode = (await runChild(node, [...buildOptions, file, ...args], { env })).code;
  } else if (realpathSync(node) === realpathSync(process.execPath)) {
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
  } else {
    process.exitCode = (await runChild(node, [file, ...args])).code;
  }
}
