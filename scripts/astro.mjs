/**
 * Runs Astro under the project's own Node, without telemetry and in the foreground. Arguments and exit
 * code pass through: `node scripts/astro.mjs build --outDir elsewhere`. Astro ends when this process
 * gets a signal, and when the process that started it is gone.
 */
import { fileURLToPath } from 'node:url';
import { projectNode, root } from './project-node.mjs';
import { runChild } from './run-child.mjs';

const astro = new URL('bin/astro.mjs', import.meta.resolve('astro/package.json'));
const env = {
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
  ...process.env,
};

const args = [fileURLToPath(astro), ...process.argv.slice(2)];
const { code } = await runChild(projectNode(), args, { cwd: root, env });
process.exitCode = code;
