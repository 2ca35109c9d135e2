import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createJobRenderer, type SectionPages } from './job-renderer.ts';
import type { RenderSettings } from './render-cache.ts';
import type { RenderJob } from './render-job.ts';
import type { WorkerAnswer, WorkerRequest } from './render-worker.ts';

/** The most threads: each one needs about 100 MB. */
const maxThreads = 8;
/** The most pages that are sent to a worker ahead of their turn. Those at the end are shared by all threads. */
const maxAhead = 8;

/** Threads that render pages. */
export interface RenderPool {
  /** Starts the worker threads that this number of pages needs, so that they load their code meanwhile. */
  prepare(pages: number): void;
  /**
   * Renders pages in the main thread and in worker threads. Returns the renderings as JSON, in the order of the jobs.
   * The error of a page that cannot be rendered names its file.
   */
  render(pages: SectionPages, jobs: readonly RenderJob[]): Promise<string>[];
  /** Ends the worker threads. */
  close(): Promise<void>;
}

interface PoolOptions {
  /** The number of threads, including the main thread. */
  threads?: number;
  /** The least pages for each worker. Fewer are rendered sooner than another thread has loaded its code. */
  minPages?: number;
  /** The code of a worker thread. */
  script?: string | URL;
}

interface Task {
  pages: SectionPages;
  job: RenderJob;
  resolve: (json: string) => void;
  reject: (error: Error) => void;
}

interface RenderWorker {
  thread: Worker;
  isReady: boolean;
  /** The tasks that it has received and not finished, by their ids. */
  tasks: Map<number, Task>;
  /** The sections whose pages it knows. */
  known: WeakSet<SectionPages>;
}

/** Creates a pool of threads. There are no worker threads until enough pages need them. */
export function createRenderPool(
  settings: RenderSettings,
  {
    threads = readThreadCount() ?? Math.min(availableParallelism(), maxThreads),
    minPages = 50,
    script = new URL('./render-worker.ts', import.meta.url),
  }: PoolOptions = {},
): RenderPool {
  const run = createJobRenderer(settings);
  const workers = new Set<RenderWorker>();
  const queue: Task[] = [];
  let lastId = 0;
  let isRendering = false;
  let isClosed = false;

  return {
    prepare,
    render(pages, jobs) {
      const results = jobs.map(
        (job) =>
          new Promise<string>((resolve, reject) => queue.push({ pages, job, resolve, reject })),
      );
      prepare(queue.length);
      for (const worker of workers) feed(worker);
      void renderHere();
      return results;
    },
    async close() {
      isClosed = true;
      queue.length = 0;
      await Promise.all([...workers].map(end));
    },
  };

  function prepare(pages: number): void {
    const needed = Math.min(threads - 1, Math.floor(pages / minPages));
    while (workers.size < needed) workers.add(start());
  }

  function start(): RenderWorker {
    const thread = new Worker(script, { workerData: settings });
    const worker: RenderWorker = {
      ...{ thread, isReady: false, tasks: new Map<number, Task>(), known: new WeakSet() },
    };
    thread.on('message', (answer: WorkerAnswer) => receive(worker, answer));
    thread.on('error', (error: Error) => {
      process.emitWarning(`A thread that renders pages has stopped: ${error.message}`);
    });
    thread.on('exit', () => {
      workers.delete(worker);
      if (isClosed) return;
      // The main thread takes over what a crashed worker has not finished.
      queue.unshift(...worker.tasks.values());
      worker.tasks.clear();
      void renderHere();
    });
    return worker;
  }

  function receive(worker: RenderWorker, answer: WorkerAnswer): void {
    if (answer.type === 'ready') worker.isReady = true;
    else {
      const task = worker.tasks.get(answer.id)!;
      worker.tasks.delete(answer.id);
      if (answer.json !== undefined) task.resolve(answer.json);
      else void renderTask(task);
    }
    feed(worker);
  }

  /** Sends a worker enough pages that it need not wait for the main thread, which is busy with its own. */
  function feed({ thread, tasks, known }: RenderWorker): void {
    const share = Math.ceil(queue.length / threads / 2);
    const count = Math.min(maxAhead, share) - tasks.size;
    if (count < 1 || tasks.size > maxAhead / 2) return;
    const send = (request: WorkerRequest) => thread.postMessage(request);
    const bySection = Map.groupBy(queue.splice(0, count), ({ pages }) => pages);
    for (const [pages, sectionTasks] of bySection) {
      if (!known.has(pages)) send({ type: 'pages', pages });
      known.add(pages);
      const jobs = sectionTasks.map((task) => {
        tasks.set((lastId += 1), task);
        return { id: lastId, job: task.job };
      });
      send({ type: 'jobs', section: pages.section, jobs });
    }
  }

  /** Renders pages of the queue in the main thread until there are none. */
  async function renderHere(): Promise<void> {
    if (isRendering) return;
    isRendering = true;
    for (let task = queue.shift(); task; task = queue.shift()) {
      await renderTask(task);
      // Receives the answers of the workers.
      await setImmediate();
    }
    isRendering = false;
  }

  async function renderTask({ pages, job, resolve, reject }: Task): Promise<void> {
    try {
      resolve(await run(pages, job));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      reject(new Error(`${job.file.name} cannot be rendered: ${reason}`, { cause }));
    }
  }
}

/** The pools in use, by the settings of their sites. */
const sharedPools = new Map<string, { pool: RenderPool; users: number }>();

/**
 * Calls a function with a pool that all simultaneous callers with the same settings share: Astro loads the sections in
 * parallel. The threads end with the last call.
 */
export async function useRenderPool<T>(
  settings: RenderSettings,
  use: (pool: RenderPool) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify(settings);
  const shared = sharedPools.get(key) ?? { pool: createRenderPool(settings), users: 0 };
  sharedPools.set(key, shared);
  shared.users += 1;
  try {
    return await use(shared.pool);
  } finally {
    shared.users -= 1;
    if (shared.users === 0) {
      sharedPools.delete(key);
      await shared.pool.close();
    }
  }
}

async function end({ thread, isReady }: RenderWorker): Promise<void> {
  const exit = new Promise((resolve) => thread.once('exit', resolve));
  // A worker that ends by itself saves its compiled code.
  if (isReady) thread.postMessage({ type: 'end' } satisfies WorkerRequest);
  else void thread.terminate();
  await exit;
}

/** Returns the number of threads that the environment sets. The output does not depend on it. */
function readThreadCount(): number | undefined {
  const value = Number(process.env['LECTERN_THREADS']);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
