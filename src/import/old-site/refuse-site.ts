import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { ImportError } from '../plan/plan.ts';
import { detectGenerator } from './detect-generator.ts';

const expectedFiles = `A Hugo Academic, Wowchemy or HugoBlox site has config.toml, hugo.yaml or config/_default/, and content/.
An academicpages or al-folio site has _config.yml, and _pages/, _posts/, _talks/, _publications/ or _bibliography/.
A Quarto website has _quarto.yml.`;

/** Returns an error that names what was looked for and what was found, with a suggestion if a site is one folder below. */
export function unknownSiteError(root: string): ImportError {
  const entries = readdirSync(root, { withFileTypes: true });
  const siteFolder = entries
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
    .sort(compareText)
    .find((name) => detectGenerator(join(root, name)) !== undefined);
  const hint = siteFolder === undefined ? [] : [`Did you mean ${join(root, siteFolder)}?`];
  const names = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => `${entry.name}${entry.isDirectory() ? '/' : ''}`)
    .sort(compareText);
  return new ImportError(
    [
      `${root} is not a site that can be imported.`,
      expectedFiles,
      `${describeContents(names)}${explainContents(names.map((name) => name.replace(/\/$/, '')))}`,
      ...hint,
    ].join('\n'),
  );
}

/** The number of names that a message lists. */
const MAX_NAMES = 8;

function describeContents(names: readonly string[]): string {
  if (names.length === 0) return 'The folder is empty.';
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return `The folder has ${names.slice(0, MAX_NAMES).join(', ')}${more}.`;
}

/** What a folder with a file of this name is, and what to do. The first match counts. */
const explanations: readonly [RegExp, string][] = [
  [
    /^_config\.(ya?ml|toml)$/,
    'It is a Jekyll site of another theme. Move its pages into the folders that docs/moving.md lists.',
  ],
  [
    /^(hugo|config)\.(toml|ya?ml|json)$/,
    'It is a Hugo site of another theme, or its content folder is missing.',
  ],
  [
    /^(astro\.config\.|gatsby-config\.|next\.config\.|\.eleventy\.|eleventy\.config\.)/,
    'It is a site of another generator. Move its pages into the folders that docs/moving.md lists.',
  ],
  [
    /^index\.html?$/,
    'It has the pages that a generator wrote. Import the folder of their sources instead.',
  ],
];

function explainContents(names: readonly string[]): string {
  const found = explanations.find(([pattern]) => names.some((name) => pattern.test(name)));
  return found === undefined ? '' : ` ${found[1]}`;
}

/** Folders of a theme. Without them, the content can be read. */
const themeFolder = /^(themes|_vendor|assets\/(libs|vendor))(\/|$)/;

/**
 * Checks that the Git submodules of a site were fetched. A clone without them has empty folders.
 * @throws ImportError if a folder of content is missing.
 */
export function refuseMissingSubmodules(root: string): void {
  const file = join(root, '.gitmodules');
  if (!existsSync(file)) return;
  const paths = [...readFileSync(file, 'utf8').matchAll(/^\s*path\s*=\s*(.+?)\s*$/gm)];
  const missing = paths
    .map(([, path = '']) => path.replace(/\/$/, ''))
    .filter((path) => !themeFolder.test(path) && isEmptyFolder(join(root, path)));
  if (missing.length === 0) return;
  const isOne = missing.length === 1;
  throw new ImportError(
    [
      `${missing.join(', ')} in ${root} ${isOne ? 'is a Git submodule that was' : 'are Git submodules that were'} not fetched, so ${isOne ? 'the folder has' : 'the folders have'} no files.`,
      'Fetch the files, and run the import again:',
      `  git -C ${root} submodule update --init --recursive`,
    ].join('\n'),
  );
}

function isEmptyFolder(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    return readdirSync(folder).every((name) => name === '.git');
  } catch {
    return false;
  }
}
