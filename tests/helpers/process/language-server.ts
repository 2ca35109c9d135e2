import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectNode, root } from '../../../scripts/project-node.mjs';

export interface Editor {
  /** Returns the problems that the editor underlines in a file; lines are counted from 1. */
  getDiagnostics(path: string): Promise<{ line: number; message: string }[]>;
  /** Returns the completions at the end of a line, counted from 1. */
  getCompletions(path: string, line: number): Promise<string[]>;
  close(): void;
}

interface Message {
  id?: number;
  method?: string;
  params?: { items?: unknown[] };
  result?: unknown;
}

const server = join(root, 'node_modules/@astrojs/language-server/bin/nodeServer.js');

/** Starts Astro's language server for a folder, like the extension for VS Code. */
export async function openEditor(folder: string): Promise<Editor> {
  const child = spawn(projectNode(), [server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let buffer = Buffer.alloc(0);
  let lastId = 0;

  child.stdout.on('data', (data: Buffer) => {
    buffer = Buffer.concat([buffer, data]);
    for (let message = takeMessage(); message; message = takeMessage()) handleMessage(message);
  });
  const tsdk = join(root, 'node_modules/typescript/lib');
  const uri = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'site' }],
    capabilities: {
      textDocument: { diagnostic: {}, completion: {} },
      workspace: { configuration: true },
    },
    initializationOptions: { typescript: { tsdk }, contentIntellisense: true },
  });
  send({ method: 'initialized', params: {} });

  return {
    async getDiagnostics(path) {
      const report = await request('textDocument/diagnostic', { textDocument: open(path) });
      const { items } = report as {
        items: { range: { start: { line: number } }; message: string }[];
      };
      return items.map(({ range, message }) => ({ line: range.start.line + 1, message }));
    },
    async getCompletions(path, line) {
      const position = { line: line - 1, character: 1000 };
      const list = await request('textDocument/completion', { textDocument: open(path), position });
      return (list as { items: { label: string }[] }).items.map(({ label }) => label);
    },
    close: () => child.kill(),
  };

  function open(path: string) {
    const textDocument = { uri: pathToFileURL(path).href, languageId: 'markdown', version: 1 };
    const text = readFileSync(path, 'utf8');
    send({ method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, text } } });
    return textDocument;
  }
  function request(method: string, params: object): Promise<unknown> {
    lastId += 1;
    send({ id: lastId, method, params });
    return new Promise((resolve) => waiting.set(lastId, resolve));
  }
  function send(message: object): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  function handleMessage({ id, method, params, result }: Message): void {
    if (id === undefined) return;
    if (method === undefined) waiting.get(id)?.(result);
    else send({ id, result: params?.items?.map(() => null) ?? null });
  }
  function takeMessage(): Message | undefined {
    const head = buffer.indexOf('\r\n\r\n');
    const length = Number(
      /Content-Length: (\d+)/i.exec(buffer.toString('utf8', 0, Math.max(head, 0)))?.[1],
    );
    if (head < 0 || buffer.length < head + 4 + length) return undefined;
    const text = buffer.toString('utf8', head + 4, head + 4 + length);
    buffer = buffer.subarray(head + 4 + length);
    return JSON.parse(text) as Message;
  }
}
