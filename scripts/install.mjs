/**
 * Installs the dependencies and finds the Node that runs the project. Plain JavaScript without packages,
 * because it is loaded before anything is installed. A function that fails says what to do and ends the process
 * with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findMissingPackages } from './missing-packages.mjs';
import { bundledNode, projectNode, root } from './project-node.mjs';
import { runChild } from './run-child.mjs';

const modules = join(root, 'node_modules');
/** The oldest Node, as major and minor version, that runs Astro and TypeScript files. */
const oldestNode = [22, 18];

/**
 * Installs the packages of package-lock.json if some are missing or have another version. A copy of the
 * program without package-lock.json uses the packages of the folder that it is in.
 *
 * @param {{ dev: boolean }} options `dev`: whether missing development dependencies matter
 */
export async function installDependencies({ dev }) {
  const lock = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(modules, '.package-lock.json'));
  if (!lock || (installed && findMissingPackages(lock, installed, { dev }).length === 0)) return;

  console.log(
    'Installing the dependencies, about 1 GB. This takes one to three minutes, once, and again after an update.',
  );
  const progress = setInterval(() => console.log('Still installing …'), 20_000);
  const { code, output: errors } = await runNpm(getNpmArguments());
  clearInterval(progress);
  process.stderr.write(errors);
  if (code !== 0) fail(getAdvice(errors));
  removeBrokenNode();
}

/** Returns the packages of a lock file of npm, or undefined if there is none. */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Returns the arguments of npm. `npm ci` first removes node_modules, which Windows refuses while the Node
 * in it runs this file; there, an existing folder is updated in place. No package needs its install script,
 * and a script would run under the installed Node, which not every system can start.
 */
function getNpmArguments() {
  const inPlace = process.platform === 'win32' && existsSync(modules);
  const command = inPlace ? ['install', '--no-save'] : ['ci'];
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const all = ['--include=dev', '--include=optional', '--ignore-scripts'];
  return [...command, ...all, '--prefer-offline', ...retries];
}

/** Runs the npm that started this script, or the one on the PATH. */
function runNpm(args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) {
    const node = process.env.npm_node_execpath ?? process.execPath;
    return runChild(node, [cli, ...args], options);
  }
  return runChild(['npm', ...args].join(' '), [], { ...options, shell: true });
}

function getAdvice(stderr) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONN(REFUSED|RESET)|ENETUNREACH|EIDLETIMEOUT/.test(stderr)) {
    return 'npm could not reach its registry. Connect to the network and run the command again.\nAfter the installation, everything works offline.';
  }
  if (/ENOSPC/.test(stderr)) return 'The disk is full. Lectern needs about 1 GB.';
  if (/EACCES|EPERM|EBUSY/.test(stderr)) {
    return 'npm could not replace a file in node_modules. Stop other commands of this project, delete the folder node_modules, and run the command again.';
  }
  return 'npm could not install the dependencies. Its error message is above.';
}

/** Removes a bundled Node that does not start, because npm scripts would run under it. */
function removeBrokenNode() {
  const bundled = projectNode();
  if (bundled !== process.execPath && !startNode(bundled).version) rmSync(bundled);
}

/**
 * Returns the path of the Node that runs the project: the bundled one, or the running one if the bundled
 * one does not start.
 */
export function findNode() {
  const node = projectNode();
  const current = process.versions.node;
  if (node !== process.execPath || isNewEnough(current)) return node;

  const { version, error } = startNode(bundledNode());
  if (version) return bundledNode();
  const wanted = `Node ${oldestNode.join('.')} or newer (this is ${current})`;
  const library = /error while loading shared libraries: (\S+?):/.exec(error)?.[1];
  if (library) {
    fail(
      `The Node that Lectern includes needs the system library ${library}. Install it:\n` +
        '  Debian, Ubuntu:  sudo apt install libatomic1\n' +
        '  Fedora, RHEL:    sudo dnf install libatomic\n' +
        `Or install ${wanted}. Then run the command again.`,
    );
  }
  fail(
    `Lectern includes Node for Linux, macOS and Windows, but none of these runs on ${process.platform}-${process.arch}.\n` +
      `Install ${wanted}, and run the command again.`,
  );
}

/** Returns the version of `node`, such as "24.18.1", or "" and what it printed if it does not start. */
function startNode(node) {
  const { stdout, stderr } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return { version: stdout?.trim() ?? '', error: stderr ?? '' };
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

/** @returns {never} */
function fail(advice) {
  console.error(`\n${advice}`);
  process.exit(1);
}
