import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

export interface PdfJob {
  /** Absolute path of the PDF. */
  file: string;
  /** Where to write its first page as PNG; the folder is there. */
  picture?: string;
}

/** Why a PDF does not open. `stuck`: its reader hung or crashed. */
export type PdfTrouble = 'password' | 'damaged' | 'stuck';

export type PdfAnswer = { pages: number; drawn?: boolean } | { trouble: PdfTrouble };

interface Task {
  job: PdfJob;
  seconds: number;
  resolve: (answer: PdfAnswer) => void;
}

const most = Math.min(4, availableParallelism());
const waiting: Task[] = [];
const idle: ChildProcess[] = [];
const running = new Set<ChildProcess>();
let busy = 0;
let endsWithChildren = false;

/**
 * Opens a PDF in another process and gives what it says; never rejects. A PDF on which it hangs
 * longer than `seconds`, or crashes, costs that process alone.
 */
export function askPdf(job: PdfJob, seconds: number): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    waiting.push({ job, seconds, resolve });
    startNext();
  });
}

function startNext(): void {
  if (busy >= most) return;
  const task = waiting.shift();
  if (!task) return;
  busy += 1;
  const child = idle.pop() ?? startChild();
  child.ref();
  child.channel?.ref();

  const finish = (answer: PdfAnswer, healthy: boolean) => {
    clearTimeout(timer);
    child.removeAllListeners();
    if (healthy) rest(child);
    else abandon(child);
    busy -= 1;
    task.resolve(answer);
    startNext();
  };
  const timer = setTimeout(() => finish({ trouble: 'stuck' }, false), task.seconds * 1000);
  child.once('message', (answer: PdfAnswer) => finish(answer, true));
  child.once('error', () => finish({ trouble: 'stuck' }, false));
  child.once('exit', () => finish({ trouble: 'stuck' }, false));
  child.send(task.job, () => undefined);
}

/**
 * npm runs every script in the folder of the project; built code may lie elsewhere. A child that hangs
 * does not notice that this program ends, so it is killed then.
 */
function startChild(): ChildProcess {
  if (!endsWithChildren) process.on('exit', () => running.forEach(abandon));
  endsWithChildren = true;
  const child = fork(join(process.cwd(), 'src/content/assets/pdf-child.ts'), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=2048'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  running.add(child);
  return child;
}

/** Waits a little for another job, without keeping this program from ending. */
function rest(child: ChildProcess): void {
  idle.push(child);
  child.unref();
  child.channel?.unref();
  const drop = () => {
    const at = idle.indexOf(child);
    if (at < 0) return;
    idle.splice(at, 1);
    abandon(child);
  };
  child.once('error', drop);
  child.once('exit', drop);
  setTimeout(drop, 2000).unref();
}

function abandon(child: ChildProcess): void {
  running.delete(child);
  child.on('error', () => undefined);
  child.kill('SIGKILL');
}
