/**
 * Runs Astro under the project's own Node, without telemetry and in the foreground. Arguments, exit
 * code and signals pass through: `node scripts/astro.mjs build --outDir elsewhere`.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectNode, root } from './project-node.mjs';

const astro = new URL('bin/astro.mjs', import.meta.resolve('astro/package.json'));
const env = {
  ASTRO_TELEMETRY_DISABLED: '1',
  ASTRO_DEV_BACKGROUND: '0',
  ASTRO_PREVIEW_BACKGROUND: '0',
  ...process.env,
};

const child = spawn(projectNode(), [fileURLToPath(astro), ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => child.kill(signal));
}

child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
});
