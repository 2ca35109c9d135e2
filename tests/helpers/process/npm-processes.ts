import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { readParents } from '../../../scripts/process-table.mjs';
import { copyProgram, fillAuthorFolder, createCleanEnvironment } from '../build/build-site.ts';
import { makePdf } from '../make/pdf.ts';
import { findProcessTree, waitUntilGone } from './processes.ts';
import { talkFile } from '../make/talk-file.ts';
import { waitUntil } from './wait-until.ts';

const windows = process.platform === 'win32';

/**
 * A test that never ends. It starts a process like the browser of Playwright: in its own process group,
 * which Ctrl-C does not reach, and which ends with its parent.
 */
const endlessTest = `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from 'vitest';

test('waits', async () => {
  const browser = "process.stdin.resume().on('end', () => process.exit()); console.log('started')";
  const options = { detached: true, stdio: ['pipe', 'pipe', 'inherit'] };
  const child = spawn(process.execPath, ['-e', browser], options);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  writeFileSync('ready', '');
  await new Promise(() => {});
});
`;
const vitestConfig = `export default {
  test: { projects: [{ test: { name: 'unit', include: ['endless.test.ts'], testTimeout: 0 } }] },
};
`;

/** Creates a project like that of an author. It uses the packages of the project that it is in. */
function createProject(): string {
  const folder = copyProgram();
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'), 'junction');
  const talk = talkFile({ title: 'In Lyon', date: '2024-05-06', url_slides: 'slides.pdf' });
  const files = { 'content/talks/lyon/index.md': talk, 'content/talks/lyon/slides.pdf': makePdf() };
  fillAuthorFolder(folder, { files });
  writeFileSync(join(folder, 'endless.test.ts'), endlessTest);
  writeFileSync(join(folder, 'vitest.config.ts'), vitestConfig);
  return folder;
}

/** Types an npm command into a shell, which prints its exit status at the end. */
export function typeCommand(command: string) {
  const folder = createProject();
  const env = { ...createCleanEnvironment(), npm_config_ignore_scripts: 'true' };
  const line = windows ? command : `trap : INT; ${command}; echo "status $?"`;
  const shell = spawn(line, { cwd: folder, env, shell: true, detached: !windows });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const closed = new Promise<void>((resolve) => shell.on('close', () => resolve()));
  return { folder, pid: shell.pid!, output: () => output, closed };
}

type TypedCommand = ReturnType<typeof typeCommand>;

const createOutputCheck = (text: string) => (running: TypedCommand) =>
  running.output().includes(text);
const commands: Record<string, (typed: TypedCommand) => boolean> = {
  'npm start': createOutputCheck('watching for file changes'),
  'npm run build -- --verbose': createOutputCheck('[content] Syncing content'),
  'npm run test:unit': ({ folder }: TypedCommand) => existsSync(join(folder, 'ready')),
};

/** Ways to end a running command, with the status that its shell then reports. */
const ends: Record<string, { end: (shell: number, npm: number) => void; status?: number }> = {
  'Ctrl-C': { end: (shell) => process.kill(-shell, 'SIGINT'), status: 130 },
  'SIGTERM to npm': { end: (_, npm) => process.kill(npm, 'SIGTERM'), status: 143 },
  'the death of npm': { end: (_, npm) => process.kill(npm, 'SIGKILL'), status: 137 },
  'the death of the shell': { end: (shell) => process.kill(shell, 'SIGKILL') },
};
/** Windows processes cannot send signals to each other. */
const supportedEnds = windows ? ['the death of npm', 'the death of the shell'] : Object.keys(ends);

/** Every command with every supported way to end it, as `[command, end]`. */
export const commandEnds = Object.keys(commands).flatMap((command) =>
  supportedEnds.map((name): [string, string] => [command, name]),
);

/** Runs a command, ends it, and expects that all of its processes end. */
export async function expectNoProcessLeft(command: string, name: string): Promise<void> {
  const { end, status } = ends[name]!;
  const typed = typeCommand(command);
  const { pid, output, closed } = typed;
  await waitUntil(() => commands[command]!(typed), `${command} ran`, output);
  const tree = await findProcessTree(pid);
  expect(tree.length).toBeGreaterThanOrEqual(windows ? 4 : 5);
  end(pid, await findChild(pid));
  await waitUntilGone(tree, output);
  await closed;
  if (status && !windows) expect(output()).toContain(`status ${status}`);
  if (name === 'Ctrl-C') expect(output()).not.toMatch(/^\s+at .*:\d+:\d+/m);
}

async function findChild(pid: number): Promise<number> {
  const parents = await readParents();
  return [...parents].find(([, parent]) => parent === pid)![0];
}
