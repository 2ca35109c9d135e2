import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDescendants } from '../process-table.mjs';
import { runChild } from '../run-child.mjs';

/** What a program and all its descendants used. */
export interface Usage {
  /** Seconds from the start of the program to its end. */
  wall: number;
  /** Seconds of processor time, user and system, of all processes; absent on Windows. */
  cpu?: number;
  /** The largest resident memory of any one of the processes, in bytes; absent on Windows. */
  peak?: number;
}

/** Milliseconds between two looks at the memory of the processes. */
const SAMPLE_INTERVAL = 100;

/**
 * Runs a program to its end and measures it. Processor time comes from the `times` of a POSIX shell: the
 * operating system counts it for each process whose parent waited for it. Peak memory is what the system
 * itself recorded as the peak of each process: on Linux `VmHWM` in /proc, read ten times a second, so the last
 * tenth of a second may be missing; on macOS the output of `/usr/bin/time -l`.
 *
 * @throws if the program ends with another exit code than 0. The message contains its output.
 */
export async function measureProcess(
  [command, ...args]: readonly [command: string, ...args: string[]],
  options: { cwd: string; env: Record<string, string> },
): Promise<Usage> {
  if (process.platform === 'win32') return { wall: await run(command, args, options) };
  const folder = mkdtempSync(join(tmpdir(), 'lectern-times-'));
  const timesFile = join(folder, 'times');
  const memoryFile = join(folder, 'memory');
  const isMac = process.platform === 'darwin';
  const timed = isMac ? ['/usr/bin/time', '-l', '-o', memoryFile, command] : [command];
  const script = '"$@"; code=$?; times > "$0"; exit $code';
  const sampler = isMac ? undefined : samplePeak();
  try {
    const wall = await run('/bin/sh', ['-c', script, timesFile, ...timed, ...args], options);
    const peak = isMac ? parseMacMemory(readFileSync(memoryFile, 'utf8')) : sampler?.readPeak();
    return {
      wall,
      cpu: parseTimes(readFileSync(timesFile, 'utf8')),
      ...(peak !== undefined && { peak }),
    };
  } finally {
    sampler?.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Returns the seconds of the children, user and system, in the output of `times` of a POSIX shell. */
export function parseTimes(output: string): number {
  const children = output.trim().split('\n')[1] ?? '';
  const times = [...children.matchAll(/(\d+)m([\d.,]+)s/g)];
  if (times.length !== 2) throw new Error(`This is not the output of "times": ${output}`);
  return times.reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds!.replace(',', '.')),
    0,
  );
}

/** Returns the bytes in the output of `time -l` of macOS. */
export function parseMacMemory(output: string): number | undefined {
  const [, bytes] = /(\d+)\s+maximum resident set size/.exec(output) ?? [];
  return bytes === undefined ? undefined : Number(bytes);
}

async function run(
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string> },
): Promise<number> {
  const start = performance.now();
  const { code, output } = await runChild(command, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`${output}\n${args.join(' ')} ended with exit code ${code}.`);
  return seconds;
}

/** Watches the descendants of this process on Linux. */
function samplePeak() {
  let peak: number | undefined;
  const sample = async () => {
    const pids = new Set([process.pid]);
    await addDescendants(pids);
    pids.delete(process.pid);
    for (const pid of pids) peak = Math.max(peak ?? 0, readPeakMemory(pid));
  };
  const timer = setInterval(() => void sample(), SAMPLE_INTERVAL);
  return { readPeak: () => peak, stop: () => clearInterval(timer) };
}

/** Returns the largest resident memory that a process has had, in bytes; 0 if it has ended. */
function readPeakMemory(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
