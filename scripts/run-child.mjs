/**
 * Runs programs that end with this one. A program that this file started, and all that it started in
 * turn, ends when this process gets SIGINT, SIGTERM or SIGHUP, and when a process that started this
 * one is gone. After Ctrl-C, which reaches the programs at the same moment, a process in a group of its
 * own may have lost its parent before it is found here; a program that starts one, as Playwright does,
 * has to end it. Plain JavaScript without packages: it is loaded before anything is installed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { addDescendants, isRunning, readParents } from './process-table.mjs';

/** Milliseconds between two checks that the processes that started this one still run. */
export const CHECK_INTERVAL = 1000;
/** Milliseconds that a program has for its own clean-up, before it and what it started are killed. */
export const GRACE = 2000;

/** The shell in which npm runs a script, npm, and what started npm. */
const watchedAncestors = 3;
const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();
let watching = false;
let ending = false;

/**
 * Runs a program to its end. Gives its exit code, 128 and the number of the signal if a signal ended
 * it, and what it wrote to the streams that `stdio` makes pipes. Rejects when it cannot be started.
 * Once this process is being ended the promise stays pending, so that the caller starts nothing more.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runChild(command, args, options = {}) {
  endTogether();
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

/** Listens for signals and watches the processes that started this one, from the first call on. */
function endTogether() {
  if (watching) return;
  watching = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal));

  const parent = process.ppid;
  let ancestors = [parent];
  void readParents().then((parents) => (ancestors = ancestorsIn(parents, parent)));
  setInterval(() => {
    const gone = process.ppid !== parent || !ancestors.every(isRunning);
    if (gone && !ending) void end('SIGTERM');
  }, CHECK_INTERVAL).unref();
}

/** Process 1, and what lies above it, outlives everything. */
function ancestorsIn(parents, first) {
  const found = [];
  for (let pid = first; pid > 1 && found.length < watchedAncestors; pid = parents.get(pid) ?? 0) {
    found.push(pid);
  }
  return found;
}

/** Ends the children, then what is left of all that they started, then this process. */
async function end(signal) {
  if (ending) return;
  ending = true;
  // Ctrl-C reaches every process in a terminal, and many programs take a second one as "at once".
  // On Windows no other signal lets a program clean up.
  const waitFirst = signal === 'SIGINT' ? (windows ? GRACE : GRACE / 2) : 0;
  const tree = new Set([process.pid]);
  let passedOn = windows;
  for (const start = performance.now(); children.size > 0; await wait(50)) {
    if (!windows) await addDescendants(tree);
    const passed = performance.now() - start;
    if (!passedOn && passed >= waitFirst) {
      for (const child of children) child.kill('SIGTERM');
      passedOn = true;
    } else if (passed >= (windows ? waitFirst : GRACE)) break;
  }
  if (windows) killTreesOnWindows();
  else killAll(tree);
  dieOf(signal);
}

function killAll(tree) {
  tree.delete(process.pid);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

function killTreesOnWindows() {
  for (const { pid } of children) {
    try {
      execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
    } catch {
      // It ended by itself.
    }
  }
}

/** Ends this process as the signal would have, after the listeners of `exit`: its parent sees why. */
function dieOf(signal) {
  process.once('exit', () => {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  process.exit(128 + constants.signals[signal]);
}
