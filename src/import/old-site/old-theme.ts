import type { OldConfig, OldFile, OldTheme } from './old-site.ts';

/** Folders of `content/` that the themes have, in all their generations. */
export const hugoFolders =
  /^content\/(?:[a-z]{2}(?:-[a-z]+)?\/)?(talks?|events?|publications?|projects?|posts?|blog|news|authors|home|slides|courses|teaching|_index\.md)(?:\/|$)/i;

/** Collections of academicpages. */
export const jekyllFolders = /^_(talks|publications|posts|portfolio|teaching|pages)\//;

/**
 * Which theme made a site of Hugo: what its configuration and modules name, else what its folders show.
 * Undefined when there is nothing of any of them.
 */
export function hugoTheme(
  configs: readonly OldConfig[],
  files: readonly OldFile[],
): OldTheme | undefined {
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
