/**
 * Installs the dependencies when they are missing or older than package-lock.json; otherwise returns
 * at once. Runs before every npm script, on Node 20 or newer with nothing installed.
 *
 *     node scripts/setup.mjs           install if needed
 *     node scripts/setup.mjs --stamp   only record that the installation matches the lock file
 *
 * If the installation fails, it says what to do, with exit code 1.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './project-node.mjs';
import { runChild } from './run-child.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.lectern-stamp');
const oldestNode = [22, 18];

if (process.argv.includes('--stamp')) writeStamp();
else if (!isUpToDate()) await install();

function isUpToDate() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp();
}

function writeStamp() {
  if (existsSync(modules)) writeFileSync(stampFile, stamp());
}

/** Returns a text that changes with the lock file and the platform, like the installed programs. */
function stamp() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n');
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${process.platform}-${process.arch} ${hash}\n`;
}

async function install() {
  console.log('Installing the dependencies. This happens once, and again after an update.');
  const { code, output: errors } = await runNpm(installArguments());
  process.stderr.write(errors);
  if (code !== 0) fail(adviceFor(errors));
  checkNode();
  writeStamp();
}

/**
 * `npm ci` begins by removing node_modules, which Windows refuses while the Node in there is running
 * this very file; there an existing folder is brought up to date in place.
 */
function installArguments() {
  const inPlace = process.platform === 'win32' && existsSync(modules);
  const command = inPlace ? ['install', '--no-save'] : ['ci'];
  const retries = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  return [...command, '--include=dev', '--include=optional', '--prefer-offline', ...retries];
}

/** Runs the npm that runs this script, or else the one on the PATH. */
function runNpm(args) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) {
    const node = process.env.npm_node_execpath ?? process.execPath;
    return runChild(node, [cli, ...args], options);
  }
  return runChild(['npm', ...args].join(' '), [], { ...options, shell: true });
}

function adviceFor(stderr) {
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONN(REFUSED|RESET)|ENETUNREACH|EIDLETIMEOUT/.test(stderr)) {
    return 'npm could not reach its registry. Connect to the network and run the command again.\nAfter the installation, everything works offline.';
  }
  if (/ENOSPC/.test(stderr)) return 'The disk is full. Lectern needs about 1 GB.';
  if (/EACCES|EPERM|EBUSY/.test(stderr)) {
    return 'npm could not replace a file in node_modules. Stop other commands of this project, delete the folder node_modules, and run the command again.';
  }
  return 'npm could not install the dependencies. Its error message is above.';
}

/** Checks that the Node that runs the commands is new enough for Astro. */
function checkNode() {
  const bundled = projectNode();
  const found = versionOf(bundled);
  if (isNewEnough(found)) return;

  const platform = `${process.platform}-${process.arch}`;
  const own = process.versions.node;
  if (!found && isNewEnough(own)) {
    rmSync(bundled, { force: true });
    console.log(`The bundled Node does not run on ${platform}. Using your Node ${own} instead.`);
    return;
  }
  fail(
    `Lectern includes Node for Linux, macOS and Windows, but none of these runs on ${platform}.\n` +
      `Install Node ${oldestNode.join('.')} or newer (this is ${own}), and run the command again.`,
  );
}

/** Returns the version of `node`, such as "24.18.1", or "" if it does not start. */
function versionOf(node) {
  const { stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return stdout?.trim() ?? '';
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

function fail(advice) {
  console.error(`\n${advice}`);
  process.exit(1);
}
