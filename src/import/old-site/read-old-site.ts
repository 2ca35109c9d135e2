import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { isMap } from '../../schema/describe.ts';
import { ImportError } from '../plan/plan.ts';
import type { OldConfig, OldSite, OldTheme, OldFile } from './old-site.ts';
import { findConfigPaths, readConfig } from './read-configs.ts';
import { detectGenerator, detectJekyllTheme, type Generator } from './detect-generator.ts';
import { refuseMissingSubmodules, unknownSiteError } from './refuse-site.ts';
import { findSiteLanguage } from './site-languages.ts';
import { walkTree, type Tree } from './walk-tree.ts';
import { readAuthorText } from '../../content/parse/decode-text.ts';

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
  refuseMissingSubmodules(root);
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
  const theme = detectTheme(generator, configs, fullTree.files);
  return theme && { theme, configs, tree: omitOutput(fullTree, configs) };
}

function detectTheme(
  generator: Generator,
  configs: readonly OldConfig[],
  files: readonly OldFile[],
): OldTheme | undefined {
  if (generator === 'quarto') return 'quarto';
  if (generator === 'hugo') return detectHugoTheme(configs, files);
  return detectJekyllTheme(
    configs,
    files.map(({ path }) => path),
  );
}

/** Folders and files that a generator writes. */
const outputPaths: Record<Generator, readonly string[]> = {
  hugo: ['public', 'resources/_gen'],
  jekyll: ['_site', '.jekyll-cache', '.sass-cache', '.bundle', 'vendor/bundle'],
  quarto: ['_site', '.quarto', 'site_libs'],
};

function reasonToSkip(path: string, generator: Generator): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === '.git') return 'Version control';
  if (
    /^(node_modules|\.?venv|renv)$/.test(name) &&
    (name === 'node_modules' || generator === 'quarto')
  )
    return 'Installed packages';
  return outputPaths[generator].includes(path) ? 'Output of the old generator' : undefined;
}

/** Removes the output folder that the configuration names, such as `docs`. */
function omitOutput(tree: Tree, configs: readonly OldConfig[]): Tree {
  const outputFolders = configs.flatMap(({ data }) =>
    [data, isMap(data['project']) ? data['project'] : {}].flatMap((map) =>
      Object.entries(map).flatMap(([key, value]) =>
        /^(publishdir|destination|output-dir)$/i.test(key) && typeof value === 'string'
          ? value
          : [],
      ),
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

/** Folders of `content/` in any version of the themes. */
const hugoFolders =
  /^content\/(?:[a-z]{2}(?:-[a-z]+)?\/)?(talks?|events?|publications?|projects?|posts?|blog|news|authors|home|slides|courses|teaching|_index\.md)(?:\/|$)/i;

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
