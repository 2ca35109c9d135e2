import { setTimeout as wait } from 'node:timers/promises';
import { addDescendants, isRunning } from '../process-table.mjs';
import { runChild } from '../run-child.mjs';
import { npm } from './build.ts';
import type { Workspace } from './workspace.ts';

export interface DevServer {
  origin: string;
  /** Milliseconds from the start of `npm start` until the home page was loaded. */
  firstPage: number;
  /** Ends the server and waits until it has ended. */
  stop(): Promise<void>;
}

/** Milliseconds after which a server without a page is an error. */
const LIMIT = 300_000;

/**
 * Starts `npm start` in a workspace and waits for the home page, which it requests twenty times a second until
 * the server answers.
 */
export async function startDevServer(
  { program, env }: Workspace,
  port: number,
): Promise<DevServer> {
  const end = new AbortController();
  const others = await listDescendants();
  const [command, ...args] = [...npm(), 'start', '--', '--port', String(port)] as const;
  const start = performance.now();
  let result: { code: number; output: string } | undefined;
  const ended = runChild(command, args, {
    ...{ cwd: program, env, signal: end.signal },
    stdio: ['ignore', 'pipe', 'pipe'],
  }).then(
    (value) => (result = value),
    () => undefined,
  );
  const stop = async () => {
    const server = (await listDescendants()).difference(others);
    end.abort();
    await ended;
    // The descendants of npm end when they notice that npm has ended.
    while ([...server].some(isRunning)) await wait(50);
  };
  const origin = `http://localhost:${port}`;
  while (!(await isPage(`${origin}/`))) {
    if (result) throw new Error(`npm start ended before the first page.\n${result.output}`);
    if (performance.now() - start > LIMIT) {
      await stop();
      throw new Error('npm start showed no page within five minutes.');
    }
    await wait(50);
  }
  return { origin, firstPage: performance.now() - start, stop };
}

/** Returns the ids of the descendants of this process. */
async function listDescendants(): Promise<Set<number>> {
  const pids = new Set([process.pid]);
  await addDescendants(pids);
  pids.delete(process.pid);
  return pids;
}

/** Returns whether an address answers with a complete page. */
async function isPage(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    await response.text();
    return response.status === 200;
  } catch {
    return false;
  }
}
