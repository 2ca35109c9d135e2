import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** A PDF to open, whose first page is drawn if `image` is set. */
export interface PdfJob {
  /** Absolute path of the PDF. */
  file: string;
  /** The path for its first page as PNG, in a folder that exists. */
  image?: string;
}

/** The reason why a PDF does not open. `stuck`: the PDF reader hung or crashed. */
export type PdfError = 'password' | 'damaged' | 'stuck';

export type PdfAnswer = { pages: number; drawn?: boolean } | { error: PdfError };

interface Task {
  job: PdfJob;
  seconds: number;
  resolve: (answer: PdfAnswer) => void;
}

const maxChildren = Math.min(4, availableParallelism());
const queue: Task[] = [];
const idle: ChildProcess[] = [];
const children = new Set<ChildProcess>();
let busyCount = 0;
let hasExitHandler = false;

/**
 * Opens a PDF in a child process and returns its answer; never rejects. If the child hangs for longer than
 * `seconds`, or crashes, only the child is lost.
 */
export function runPdfJob(job: PdfJob, seconds: number): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    queue.push({ job, seconds, resolve });
    startNext();
  });
}

function startNext(): void {
  if (busyCount >= maxChildren) return;
  const task = queue.shift();
  if (!task) return;
  busyCount += 1;
  const child = idle.pop() ?? startChild();
  child.ref();
  child.channel?.ref();

  const finish = (answer: PdfAnswer, isHealthy: boolean) => {
    clearTimeout(timer);
    child.removeAllListeners();
    if (isHealthy) releaseChild(child);
    else killChild(child);
    busyCount -= 1;
    task.resolve(answer);
    startNext();
  };
  const timer = setTimeout(() => finish({ error: 'stuck' }, false), task.seconds * 1000);
  child.once('message', (answer: PdfAnswer) => finish(answer, true));
  child.once('error', () => finish({ error: 'stuck' }, false));
  child.once('exit', () => finish({ error: 'stuck' }, false));
  child.send(task.job, () => undefined);
}

/** Starts a child process. A child that hangs does not notice that this program ends, so it is killed then. */
function startChild(): ChildProcess {
  if (!hasExitHandler) process.on('exit', () => children.forEach(killChild));
  hasExitHandler = true;
  const child = fork(new URL('./pdf-child.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=2048'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  children.add(child);
  return child;
}

/** Keeps a child for the next job for two seconds, without keeping this program running. */
function releaseChild(child: ChildProcess): void {
  idle.push(child);
  child.unref();
  child.channel?.unref();
  const drop = () => {
    const index = idle.indexOf(child);
    if (index < 0) return;
    idle.splice(index, 1);
    killChild(child);
  };
  child.once('error', drop);
  child.once('exit', drop);
  setTimeout(drop, 2000).unref();
}

/** Kills a child and ignores its errors. */
function killChild(child: ChildProcess): void {
  children.delete(child);
  child.on('error', () => undefined);
  child.kill('SIGKILL');
}
