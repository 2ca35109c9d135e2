/** Files of operating systems and editors. */
const junkFile =
  /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|[^/]*~|\.~lock[^/]*|\.Rhistory|\.gitkeep)$/i;

/** Why a page that only lists others is skipped. */
export const generatedListReason = 'List that the new site generates';

/** Returns the reason to skip a file of an operating system or editor; undefined for other files. */
export function junkSkipReason(path: string): string | undefined {
  return junkFile.test(path) ? 'File of an operating system or an editor' : undefined;
}

/** Why files of a Hugo site are skipped. The first match counts. */
const hugoReasons: [RegExp, string][] = [
  [/^(config\/|(hugo|config)\.[a-z]+$)/, 'Configuration that the old generator does not read'],
  [/^(themes|layouts|archetypes|i18n|hugo-blox|blox|modules)\//, 'Part of the old theme'],
  [/^assets\//, 'Styles and scripts of the old theme'],
  [/^data\//, 'Colours and fonts of the old theme'],
  [/^resources\//, 'Output of the old generator'],
  [/^(hugo_stats\.json|\.hugo_build\.lock)$/, 'Output of the old generator'],
  [/^(theme\.toml|go\.(mod|sum|work))$/, 'Declares the theme of the old site'],
];

/** The same for a Jekyll site. */
const jekyllReasons: [RegExp, string][] = [
  [/^(_includes|_layouts|_sass|_plugins)\//, 'Part of the old theme'],
  [/^(assets|images)\//, 'Styles, scripts and icons of the old theme'],
  [/^_data\//, 'Data for templates of the old theme'],
  [/^_config[^/]*$/, 'Configuration that the old generator does not read by default'],
  [
    /^(Gemfile|Gemfile\.lock|Rakefile|[^/]+\.gemspec)$/,
    'Lists the dependencies of the old generator',
  ],
  [/^(talkmap[^/]*($|\/)|markdown_generator\/|scripts\/)/, 'Scripts of the old theme'],
];

const commonReasons: [RegExp, string][] = [
  [
    /^\.(github|gitlab|circleci|travis)|^(netlify|vercel|wrangler)\.|^\.gitlab-ci/,
    'Deploys the old site',
  ],
  [/^(docker|\.devcontainer|\.vscode|\.idea)/i, 'Settings of development tools'],
  [
    /^(package(-lock)?\.json|pnpm-[^/]+|yarn\.lock|[^/]+\.(js|mjs|cjs|ts))$/,
    'Settings of development tools',
  ],
  [/^(\.[^/]+|[^/]+\.(Rproj|sh|bat|ps1|py|R))$|^R\//, 'Settings of development tools'],
  [
    /^(README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|CITATION)[^/]*$/i,
    'Describes the old repository, and is not part of the site',
  ],
  [/\.bib$/, 'Its entries already have pages'],
];

const unknownReason = 'Outside the folders that the old generator publishes';

/** Returns why a file of a Hugo site is skipped. */
export function hugoSkipReason(path: string): string {
  return findReason([...hugoReasons, ...commonReasons], path);
}

/** Returns why a file of a Jekyll site is skipped. */
export function jekyllSkipReason(path: string): string {
  return findReason([...jekyllReasons, ...commonReasons], path);
}

function findReason(reasons: readonly [RegExp, string][], path: string): string {
  return reasons.find(([pattern]) => pattern.test(path))?.[1] ?? unknownReason;
}
