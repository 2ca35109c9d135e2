import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { RunJob, SectionPages } from './job-renderer.ts';
import type { RenderSettings } from './render-cache.ts';
import type { RenderJob } from './render-job.ts';

/** What a worker thread receives: the pages of a section, pages to render, and that there is no more work. */
export type WorkerRequest =
  | { type: 'pages'; pages: SectionPages }
  | { type: 'jobs'; section: string; jobs: { id: number; job: RenderJob }[] }
  | { type: 'end' };

/** What a worker thread sends: that its code is loaded, and each rendering as JSON; none after an exception. */
export type WorkerAnswer = { type: 'ready' } | { type: 'result'; id: number; json?: string };

// The compiled code on disk halves the time to load the Markdown libraries, hence the imports are dynamic.
enableCompileCache(join(process.cwd(), 'node_modules', '.cache', 'lectern'));
const { createJobRenderer } = await import('./job-renderer.ts');

const port = parentPort!;
const run = createJobRenderer(workerData as RenderSettings);
const sections = new Map<string, SectionPages>();
let earlier = Promise.resolve();

port.on('message', (request: WorkerRequest) => {
  if (request.type === 'pages') sections.set(request.pages.section, request.pages);
  else if (request.type === 'end') port.close();
  else {
    const pages = sections.get(request.section)!;
    for (const { id, job } of request.jobs) {
      earlier = earlier.then(async () => send(id, await renderSafely(run, pages, job)));
    }
  }
});
port.postMessage({ type: 'ready' } satisfies WorkerAnswer);

function send(id: number, json: string | undefined): void {
  const answer: WorkerAnswer = { type: 'result', id, ...(json !== undefined && { json }) };
  port.postMessage(answer);
}

/** Renders a page. The main thread renders it again after an exception, and reports it. */
async function renderSafely(
  run: RunJob,
  pages: SectionPages,
  job: RenderJob,
): Promise<string | undefined> {
  try {
    return await run(pages, job);
  } catch {
    return undefined;
  }
}
