/**
 * Makes `engine/`, which the npm package contains: `npm pack` runs this first. It has the folders of the project, with
 * compiled modules, because Node does not run TypeScript below `node_modules`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { selectAuthorPackages } from './package/author-packages.ts';
import { compileModule } from './package/compile-module.ts';
import { root } from './project-node.mjs';

/** What the commands for authors need besides packages. */
const paths = [
  ...['src', 'schemas', 'astro.config.mjs', 'scripts/run-folder.ts'],
  ...['lectern', 'program', 'install', 'missing-packages', 'project-node'].map(toScript),
  ...['run-child', 'process-table'].map(toScript),
];

const target = join(root, 'engine');
rmSync(target, { recursive: true, force: true });
for (const path of paths.flatMap(listFiles)) addFile(path);

const { name, version, type, dependencies, overrides } = readJson('package.json');
const lock = readJson('package-lock.json') as { packages: Record<string, object> };
addJson('package.json', { name, version, type, dependencies });
addJson('author-packages.json', { overrides, packages: selectAuthorPackages(lock.packages) });

function toScript(script: string): string {
  return `scripts/${script}.mjs`;
}

/** Returns a file, or the files in a folder, relative to the project. */
function listFiles(path: string): string[] {
  if (path.includes('.')) return [path];
  const entries = readdirSync(join(root, path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}

function addFile(path: string): void {
  if (path.endsWith('.d.ts')) return;
  const source = join(root, path);
  if (!/\.(?:ts|mjs|astro)$/.test(path)) {
    cpSync(source, join(target, path));
    return;
  }
  const compiled = compileModule(path, readFileSync(source, 'utf8'));
  addText(compiled.path, compiled.text);
}

function addJson(path: string, value: object): void {
  addText(path, `${JSON.stringify(value, null, 2)}\n`);
}

function addText(path: string, text: string): void {
  const file = join(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
}
