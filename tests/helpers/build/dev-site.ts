import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFreePort } from '../../../scripts/free-port.ts';
import { projectNode } from '../../../scripts/project-node.mjs';
import {
  copyProgram,
  fillAuthorFolder,
  createCleanEnvironment,
  runScript,
  type SiteOptions,
} from './build-site.ts';
import { type ProblemList, problemsEvent } from '../../../src/model/site/problem-list.ts';
import { waitUntil } from '../process/wait-until.ts';

export interface DevSite {
  /** Returns the output of the server so far, without colours. */
  output(): string;
  /** Writes a file of the author's folder, as an editor does. Creates its folder if needed. */
  write(path: string, content: string | Buffer): void;
  /** Deletes a file or folder of the author's folder. */
  remove(path: string): void;
  /** Renames a file of the author's folder. Creates the folder of the new name if needed. */
  rename(from: string, to: string): void;
  /** Runs `npm start` a second time. */
  startAgain(): Promise<{ code: number; output: string }>;
  /** Fetches the page at an address such as `/talks/`, or with `accept` what a page contains. */
  fetchPage(path: string, accept?: string): Promise<{ status: number; type: string; html: string }>;
  /** Connects to the server like a browser with an open page. */
  connect(): Promise<BrowserConnection>;
  stop(): Promise<void>;
}

interface BrowserConnection {
  /** The messages from the server so far. */
  messages: BrowserMessage[];
  /** Asks for the problems as the page at a path does when it is opened. */
  listProblems(path: string): Promise<ProblemList>;
  close(): void;
}

interface BrowserMessage {
  type: string;
  event?: string;
  data?: unknown;
}

/** Starts `npm start` for a new author's folder, in its own process, on a free port. */
export async function startDevServer(options: SiteOptions): Promise<DevSite> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-author-'));
  fillAuthorFolder(folder, options);
  const env = { ...createCleanEnvironment(), LECTERN_SITE: folder, ...options.env };
  const remove = () => rmSync(folder, { recursive: true });
  try {
    const { stop, ...site } = await startDevServerOf({ folder, env }, copyProgram());
    return { ...site, stop: () => stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Starts `npm start` of a copy of the program for an existing author's folder. */
export async function startDevServerOf(
  { folder: author, env }: { folder: string; env: Record<string, string | undefined> },
  program: string,
): Promise<DevSite> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(
    projectNode(),
    ['scripts/run.mjs', 'astro', 'dev', '--port', String(port), '--host', 'localhost'],
    { cwd: program, env },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const get = (path: string, accept = 'text/html') => fetch(origin + path, { headers: { accept } });
  const stop = async () => {
    child.kill();
    await ended;
  };
  const ready = () => output.includes(`:${port}/`);
  await waitUntil(ready, 'the server started', () => output).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    output: () => output,
    write(path, content) {
      mkdirSync(dirname(join(author, path)), { recursive: true });
      writeFileSync(join(author, path), content);
    },
    rename(from, to) {
      mkdirSync(dirname(join(author, to)), { recursive: true });
      renameSync(join(author, from), join(author, to));
    },
    startAgain: () => runScript(['scripts/run.mjs', 'astro', 'dev'], env, program),
    remove: (path) => rmSync(join(author, path), { recursive: true }),
    async fetchPage(path, accept) {
      const response = await get(path, accept);
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, html: await response.text() };
    },
    async connect() {
      const client = await (await fetch(`${origin}/@vite/client`)).text();
      const token = /wsToken = "([^"]+)"/.exec(client)?.[1] ?? '';
      const socket = new WebSocket(`ws://localhost:${port}/?token=${token}`, 'vite-hmr');
      const messages: BrowserMessage[] = [];
      socket.addEventListener('message', ({ data }) => {
        messages.push(JSON.parse(String(data)) as BrowserMessage);
      });
      await waitUntil(
        () => messages.length > 0,
        'the browser was greeted',
        () => output,
      );
      const listProblems = async (path: string) => {
        const before = messages.length;
        socket.send(JSON.stringify({ type: 'custom', event: problemsEvent, data: { path } }));
        const find = () => messages.slice(before).find(({ event }) => event === problemsEvent);
        await waitUntil(
          () => find() !== undefined,
          'the server sent the problems',
          () => output,
        );
        return find()?.data as ProblemList;
      };
      return { messages, listProblems, close: () => socket.close() };
    },
    stop,
  };
}
