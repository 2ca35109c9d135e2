import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { root } from '../../../scripts/project-node.mjs';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { replaceFolder, useAstroFolder } from '../../../src/content/build/astro-folder.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const site = (name: string) => resolveSiteFolder({ LECTERN_SITE: `/home/ada/${name}` });

afterEach(() => {
  delete process.env['LECTERN_ASTRO_FOLDER'];
});

/** Returns the folder that Astro is given. */
function use(project: string, name: string, command: 'build' | 'dev'): string {
  useAstroFolder(project, site(name), command);
  return fileURLToPath(process.env['LECTERN_ASTRO_FOLDER'] ?? '');
}

test('the installed Astro takes its folder from the variable', () => {
  const file = join(root, 'node_modules/astro/dist/core/config/settings.js');
  const source = readFileSync(file, 'utf8');
  expect(replaceFolder(source)).toContain('process.env.LECTERN_ASTRO_FOLDER ?? ".astro/"');
  expect(() => replaceFolder(source.replaceAll('.astro', '.other'))).toThrow('any more');
});

test('each site and each command has a folder of its own in .astro', () => {
  const { root: project } = createAuthorFolder();
  const folders = [
    use(project, 'a', 'build'),
    use(project, 'b', 'build'),
    use(project, 'a', 'dev'),
    use(project, 'b', 'dev'),
  ];
  expect(new Set(folders).size).toBe(4);
  for (const folder of folders) expect(folder).toMatch(/[/\\]\.astro[/\\][\w-]+[/\\]$/);
  expect(folders[2]).toContain(String(process.pid));
});

test('a path is a URL, whatever its characters are', () => {
  const { root: project } = createAuthorFolder();
  const odd = join(project, 'a b%20ü#?');
  use(odd, 'a', 'build');
  const url = process.env['LECTERN_ASTRO_FOLDER'] ?? '';
  expect(url.startsWith(`${pathToFileURL(odd).href}/.astro/`)).toBe(true);
});

test('a build begins with an empty folder, and removes it', () => {
  const { root: project } = createAuthorFolder();
  const folder = use(project, 'a', 'build');
  mkdirSync(folder, { recursive: true });
  const remove = useAstroFolder(project, site('a'), 'build');
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder);
  remove();
  expect(existsSync(folder)).toBe(false);
});

test('the folders of dev servers that have ended are removed', () => {
  const { root: project } = createAuthorFolder();
  const name = basename(use(project, 'a', 'dev')).replace(/\d+$/, '');
  const folders = [process.ppid, 2 ** 30].map((id) => join(project, '.astro', name + id));
  for (const folder of folders) mkdirSync(folder, { recursive: true });
  use(project, 'a', 'dev');
  expect(folders.map((folder) => existsSync(folder))).toEqual([true, false]);
});
