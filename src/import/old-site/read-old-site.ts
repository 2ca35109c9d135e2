import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { ImportError } from '../plan/plan.ts';
import type { OldConfig, OldSite, OldTheme, OldFile } from './old-site.ts';
import { configPaths, readConfig } from './read-configs.ts';
import { siteLanguage } from './site-language.ts';
import { walkTree, type Tree } from './walk-tree.ts';

const expectedFiles = `A Hugo Academic, Wowchemy or HugoBlox site has config.toml, hugo.yaml or config/_default/, and content/.
An academicpages site has _config.yml, and _talks/, _publications/ or _posts/.`;

/**
 * Reads what an old site is and which files it has. Nothing of it is changed.
 * @throws ImportError when there is no such folder, nothing known in it, or a configuration that
 * cannot be read.
 */
export function readOldSite(folder: string): OldSite {
  const root = resolve(folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ImportError(`The folder ${root} does not exist. Write the path of the old site.`);
  }
  const found = detectSite(root);
  if (found === undefined) throw unknownSiteError(root);
  const { theme, configs, tree } = found;
  const language = siteLanguage(configs);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return { root, theme, ...tree, configs, ...(language !== undefined && { language }), read };
}

function detectSite(root: string) {
  const generator = generatorOf(root);
  if (generator === undefined) return undefined;
  const whole = walkTree(root, (path) => reasonToSkip(path, generator));
  const paths = whole.files.map(({ path }) => path);
  const configs = configPaths(paths, generator).map((path) =>
    readConfig(path, readFileSync(join(root, path), 'utf8')),
  );
  const theme: OldTheme | undefined =
    generator === 'hugo'
      ? hugoTheme(configs, whole.files)
      : paths.some((path) => jekyllFolders.test(path))
        ? 'academicpages'
        : undefined;
  return theme && { theme, configs, tree: omitOutput(whole, configs) };
}

/** Returns Jekyll for a folder with `_config.yml`, unless it is also a Hugo site. */
function generatorOf(root: string): 'hugo' | 'jekyll' | undefined {
  const names = readdirSync(root);
  const isHugo = configPaths(names, 'hugo').length > 0 || existsSync(join(root, 'config/_default'));
  if (isHugo && existsSync(join(root, 'content'))) return 'hugo';
  return configPaths(names, 'jekyll').length > 0 ? 'jekyll' : undefined;
}

function reasonToSkip(path: string, generator: 'hugo' | 'jekyll'): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '.git') return 'Version control';
  if (name === 'node_modules') return 'Installed packages';
  const made = generator === 'hugo' ? ['public', 'resources/_gen'] : ['_site'];
  const cached = ['.jekyll-cache', '.sass-cache', '.bundle', 'vendor/bundle'];
  if (made.includes(path)) return 'Output of the old generator';
  return generator === 'jekyll' && cached.includes(path)
    ? 'Output of the old generator'
    : undefined;
}

/** Removes the output folder that the configuration names, such as `docs`. */
function omitOutput(tree: Tree, configs: readonly OldConfig[]): Tree {
  const named = configs.flatMap(({ data }) =>
    Object.entries(data).flatMap(([key, value]) =>
      /^(publishdir|destination)$/i.test(key) && typeof value === 'string' ? value : [],
    ),
  );
  const built = named.at(-1)?.replace(/^(\.?\/)+|\/+$/g, '');
  if (!built || !tree.files.some(({ path }) => path.startsWith(`${built}/`))) return tree;
  const files = tree.files.filter(({ path }) => !path.startsWith(`${built}/`));
  const unreadFolders = [
    ...tree.unreadFolders,
    { path: built, reason: 'Output of the old generator' },
  ];
  return {
    ...tree,
    files,
    unreadFolders: unreadFolders.sort((a, b) => compareText(a.path, b.path)),
  };
}

/** Returns an error with the expected files, and a suggestion if a site is one folder below. */
function unknownSiteError(root: string): ImportError {
  const within = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
    .sort(compareText)
    .find((name) => generatorOf(join(root, name)) !== undefined);
  const hint = within === undefined ? '' : `\nDid you mean ${join(root, within)}?`;
  return new ImportError(`${root} is not a site that can be imported.\n${expectedFiles}${hint}`);
}

/** Folders of `content/` that the themes have, in all their generations. */
const hugoFolders =
  /^content\/(?:[a-z]{2}(?:-[a-z]+)?\/)?(talks?|events?|publications?|projects?|posts?|blog|news|authors|home|slides|courses|teaching|_index\.md)(?:\/|$)/i;

/** Collections of academicpages. */
const jekyllFolders = /^_(talks|publications|posts|portfolio|teaching|pages)\//;

/**
 * Detects the theme of a Hugo site from its configuration and modules, else from its folders. Returns
 * undefined for another site.
 */
function hugoTheme(configs: readonly OldConfig[], files: readonly OldFile[]): OldTheme | undefined {
  const named = JSON.stringify(configs.map(({ data }) => namesOfThemes(data)));
  if (/blox-tailwind|hugo-blox\/kit|hugoblox\/kit/i.test(named)) return 'hugoblox';
  if (/wowchemy|blox-bootstrap|hugo-?blox/i.test(named)) return 'wowchemy';
  if (/academic/i.test(named)) return 'academic';
  const has = (path: RegExp) => files.some((file) => path.test(file.path));
  if (!has(hugoFolders)) return undefined;
  if (has(/^(content\/events\/|data\/authors\/|hugo\.ya?ml$|config\/_default\/hugo\.)/)) {
    return 'hugoblox';
  }
  return has(/^(content\/event\/|config\/_default\/)/) ? 'wowchemy' : 'academic';
}

/** Returns the values of `theme`, and of `imports`, which may have a separate file. */
function namesOfThemes({ theme, module, imports }: Record<string, unknown>): unknown[] {
  return [theme, module, imports];
}
