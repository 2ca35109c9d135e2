import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { ImportError } from '../plan/plan.ts';
import type { OldConfig, OldSite, OldTheme, OldFile } from './old-site.ts';
import { findConfigPaths, readConfig } from './read-configs.ts';
import { findSiteLanguage } from './site-languages.ts';
import { walkTree, type Tree } from './walk-tree.ts';
import { readAuthorText } from '../../content/parse/decode-text.ts';

const expectedFiles = `A Hugo Academic, Wowchemy or HugoBlox site has config.toml, hugo.yaml or config/_default/, and content/.
An academicpages site has _config.yml, and _talks/, _publications/ or _posts/.`;

/**
 * Reads the theme, the configuration and the file list of an old site, without changing it.
 * @throws ImportError if the folder does not exist or is not a known kind of site, or if its
 * configuration cannot be read.
 */
export function readOldSite(folder: string): OldSite {
  const root = resolve(folder);
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ImportError(`The folder ${root} does not exist. Write the path of the old site.`);
  }
  const found = detectSite(root);
  if (found === undefined) throw unknownSiteError(root);
  const { theme, configs, tree } = found;
  const language = findSiteLanguage(configs);
  const read = (path: string) => readAuthorText(join(root, path)).text;
  return { root, theme, ...tree, configs, ...(language !== undefined && { language }), read };
}

function detectSite(root: string) {
  const generator = detectGenerator(root);
  if (generator === undefined) return undefined;
  const fullTree = walkTree(root, (path) => reasonToSkip(path, generator));
  const paths = fullTree.files.map(({ path }) => path);
  const configs = findConfigPaths(paths, generator).map((path) =>
    readConfig(path, readAuthorText(join(root, path)).text),
  );
  const theme: OldTheme | undefined =
    generator === 'hugo'
      ? detectHugoTheme(configs, fullTree.files)
      : paths.some((path) => jekyllFolders.test(path))
        ? 'academicpages'
        : undefined;
  return theme && { theme, configs, tree: omitOutput(fullTree, configs) };
}

/** Returns Jekyll for a folder with `_config.yml`, unless it is also a Hugo site. */
function detectGenerator(root: string): 'hugo' | 'jekyll' | undefined {
  const names = readdirSync(root);
  const isHugo =
    findConfigPaths(names, 'hugo').length > 0 || existsSync(join(root, 'config/_default'));
  if (isHugo && existsSync(join(root, 'content'))) return 'hugo';
  return findConfigPaths(names, 'jekyll').length > 0 ? 'jekyll' : undefined;
}

function reasonToSkip(path: string, generator: 'hugo' | 'jekyll'): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '.git') return 'Version control';
  if (name === 'node_modules') return 'Installed packages';
  const outputPaths = generator === 'hugo' ? ['public', 'resources/_gen'] : ['_site'];
  const cachePaths = ['.jekyll-cache', '.sass-cache', '.bundle', 'vendor/bundle'];
  if (outputPaths.includes(path)) return 'Output of the old generator';
  return generator === 'jekyll' && cachePaths.includes(path)
    ? 'Output of the old generator'
    : undefined;
}

/** Removes the output folder that the configuration names, such as `docs`. */
function omitOutput(tree: Tree, configs: readonly OldConfig[]): Tree {
  const outputFolders = configs.flatMap(({ data }) =>
    Object.entries(data).flatMap(([key, value]) =>
      /^(publishdir|destination)$/i.test(key) && typeof value === 'string' ? value : [],
    ),
  );
  const outputFolder = outputFolders.at(-1)?.replace(/^(\.?\/)+|\/+$/g, '');
  if (!outputFolder || !tree.files.some(({ path }) => path.startsWith(`${outputFolder}/`)))
    return tree;
  const files = tree.files.filter(({ path }) => !path.startsWith(`${outputFolder}/`));
  const unreadFolders = [
    ...tree.unreadFolders,
    { path: outputFolder, reason: 'Output of the old generator' },
  ];
  return {
    ...tree,
    files,
    unreadFolders: unreadFolders.sort((a, b) => compareText(a.path, b.path)),
  };
}

/** Returns an error with the expected files, and a suggestion if a site is one folder below. */
function unknownSiteError(root: string): ImportError {
  const siteFolder = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name)
    .sort(compareText)
    .find((name) => detectGenerator(join(root, name)) !== undefined);
  const hint = siteFolder === undefined ? '' : `\nDid you mean ${join(root, siteFolder)}?`;
  return new ImportError(`${root} is not a site that can be imported.\n${expectedFiles}${hint}`);
}

/** Folders of `content/` in any version of the themes. */
const hugoFolders =
  /^content\/(?:[a-z]{2}(?:-[a-z]+)?\/)?(talks?|events?|publications?|projects?|posts?|blog|news|authors|home|slides|courses|teaching|_index\.md)(?:\/|$)/i;

/** Collections of academicpages. */
const jekyllFolders = /^_(talks|publications|posts|portfolio|teaching|pages)\//;

/**
 * Detects the theme of a Hugo site from its configuration and modules, else from its folders. Returns
 * undefined for another site.
 */
function detectHugoTheme(
  configs: readonly OldConfig[],
  files: readonly OldFile[],
): OldTheme | undefined {
  const themeNames = JSON.stringify(configs.map(({ data }) => listThemeNames(data)));
  if (/blox-tailwind|hugo-blox\/kit|hugoblox\/kit/i.test(themeNames)) return 'hugoblox';
  if (/wowchemy|blox-bootstrap|hugo-?blox/i.test(themeNames)) return 'wowchemy';
  if (/academic/i.test(themeNames)) return 'academic';
  const has = (path: RegExp) => files.some((file) => path.test(file.path));
  if (!has(hugoFolders)) return undefined;
  if (has(/^(content\/events\/|data\/authors\/|hugo\.ya?ml$|config\/_default\/hugo\.)/)) {
    return 'hugoblox';
  }
  return has(/^(content\/event\/|config\/_default\/)/) ? 'wowchemy' : 'academic';
}

/** Returns the values of `theme`, and of `imports`, which may have a separate file. */
function listThemeNames({ theme, module, imports }: Record<string, unknown>): unknown[] {
  return [theme, module, imports];
}
