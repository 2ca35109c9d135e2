/**
 * Finds parents and descendants of processes on Linux, macOS and Windows. Plain JavaScript without
 * packages, because it is loaded before anything is installed.
 */
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { promisify } from 'node:util';

/** Prints one line per process like `ps`, which Windows does not have. */
const listOnWindows =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId)" }';

/**
 * Returns the parent of each running process, by process id. Returns an empty map if the table cannot be read.
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
    return new Map(rows.map((row) => /** @type {[number, number]} */ (parseNumbers(row))));
  } catch {
    return new Map();
  }
}

/** Reads the process table of Linux, because small container images do not have `ps`. */
function readProc() {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) && readStat(Number(name));
    if (stat) parents.set(Number(name), stat.parent);
  }
  return parents;
}

/** Parses `pid (program) state ppid …`, see proc_pid_stat(5). Program names may contain parentheses. */
function readStat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

function parseNumbers(row) {
  return row.trim().split(/\s+/).map(Number);
}

/** Returns whether a process is running. Linux also lists processes that ended until their parent reads the exit status. */
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
 * Adds the ids of all descendants to a set of process ids. Call it while they run, because a process gets
 * another parent after its parent has ended.
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
