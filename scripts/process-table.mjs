/**
 * Which process started which, on Linux, macOS and Windows. Plain JavaScript without packages: it is
 * loaded before anything is installed.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';

/** Windows has no `ps`. One line per process, as `ps` prints it. */
const listOnWindows =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId)" }';

/**
 * Returns the parent of each running process, by process id; nothing where it cannot be read.
 *
 * @returns {Promise<Map<number, number>>}
 */
export async function readParents() {
  if (process.platform === 'linux') return readProc();
  const [command, args] =
    process.platform === 'win32'
      ? ['powershell', ['-NoProfile', '-NonInteractive', '-Command', listOnWindows]]
      : ['ps', ['-A', '-o', 'pid=,ppid=']];
  try {
    const { stdout } = await promisify(execFile)(command, args, { windowsHide: true });
    const rows = stdout.trim().split('\n');
    return new Map(rows.map((row) => /** @type {[number, number]} */ (numbersIn(row))));
  } catch {
    return new Map();
  }
}

/** Small container images of Linux lack `ps`, so read what it reads. */
function readProc() {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && readStat(Number(name));
    if (stat) parents.set(Number(name), stat.parent);
  }
  return parents;
}

/** `pid (program) state ppid …`, see proc_pid_stat(5); the name of a program may hold parentheses. */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function numbersIn(row) {
  return row.trim().split(/\s+/).map(Number);
}

/** Whether a process runs. One that ended is listed on Linux until its parent has taken notice. */
export function isRunning(pid) {
  if (process.platform === 'linux') return !'ZX'.includes(readStat(pid)?.state ?? 'X');
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Adds to a set of process ids those of the processes that they started, and so on down. Call it
 * while they run: a process whose parent has ended gets another parent.
 *
 * @param {Set<number>} pids
 */
export async function addDescendants(pids) {
  const parents = await readParents();
  for (let size = -1; size !== pids.size;) {
    size = pids.size;
    for (const [pid, parent] of parents) if (pids.has(parent)) pids.add(pid);
  }
}
