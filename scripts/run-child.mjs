/**
 * Runs programs that end together with this process. A program that this module started, and all its
 * descendants, end when this process gets SIGINT, SIGTERM or SIGHUP, and when an ancestor of this process
 * ends. Ctrl-C reaches the programs at the same time, so a process in its own process group may lose its
 * parent before it is found here; a program that starts one, such as Playwright, has to end it. Plain
 * JavaScript without packages, because it is loaded before anything is installed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { addDescendants, isRunning, readParents } from './process-table.mjs';

/** Milliseconds between two checks that the ancestors of this process still run. */
export const CHECK_INTERVAL = 1000;
/** Milliseconds for the clean-up of a program, before it and its descendants are killed. */
export const GRACE = 2000;

/** The shell in which npm runs a script, npm, and the process that started npm. */
const watchedAncestors = 3;
const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let watching = false;
let ending = false;

/**
 * Runs a program to its end. Returns its exit code, or 128 plus the number of the signal that ended it, and
 * its output on the streams that `stdio` makes pipes. Rejects if the program cannot be started. While this
 * process is ending, the promise stays pending, so that the caller starts nothing else.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runChild(command, args, options = {}) {
  watchAncestors();
  return new Promise((resolve, reject) => {
    if (ending) return;
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    }
    children.add(child);
    child.on('error', (error) => {
      children.delete(child);
      reject(error);
    });
    child.on('exit', () => children.delete(child));
    child.on('close', (code, signal) => {
      if (!ending) resolve({ code: code ?? 128 + constants.signals[signal], output });
    });
  });
}

/** Listens for signals and watches the ancestors of this process, from the first call on. */
function watchAncestors() {
  if (watching) return;
  watching = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal));

  const parent = process.ppid;
  let ancestors = [parent];
  void readParents().then((parents) => (ancestors = findAncestors(parents, parent)));
  setInterval(() => {
    const gone = process.ppid !== parent || !ancestors.every(isRunning);
    if (gone && !ending) void end('SIGTERM');
  }, CHECK_INTERVAL).unref();
}

/** Returns the watched ancestors, without process 1 and its ancestors, which never end. */
function findAncestors(parents, first) {
  const ancestors = [];
  for (
    let pid = first;
    pid > 1 && ancestors.length < watchedAncestors;
    pid = parents.get(pid) ?? 0
  ) {
    ancestors.push(pid);
  }
  return ancestors;
}

/** Ends the children, then their remaining descendants, then this process. */
async function end(signal) {
  if (ending) return;
  ending = true;
  // Ctrl-C reaches every process in a terminal, and many programs end immediately at a second one.
  // On Windows, programs can clean up after no other signal.
  const waitFirst = signal === 'SIGINT' ? (windows ? GRACE : GRACE / 2) : 0;
  const tree = new Set([process.pid]);
  let isForwarded = windows;
  for (const start = performance.now(); children.size > 0; await wait(50)) {
    if (!windows) await addDescendants(tree);
    const elapsed = performance.now() - start;
    if (!isForwarded && elapsed >= waitFirst) {
      for (const child of children) child.kill('SIGTERM');
      isForwarded = true;
    } else if (elapsed >= (windows ? waitFirst : GRACE)) break;
  }
  if (windows) killTreesOnWindows();
  else killAll(tree);
  endBySignal(signal);
}

function killAll(tree) {
  tree.delete(process.pid);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had already ended.
    }
  }
}

function killTreesOnWindows() {
  for (const { pid } of children) {
    try {
      execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    } catch {
      // It had already ended.
    }
  }
}

/** Ends this process with the signal, after the listeners of `exit`, so that its parent sees the signal. */
function endBySignal(signal) {
  process.once('exit', () => {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  process.exit(128 + constants.signals[signal]);
}
