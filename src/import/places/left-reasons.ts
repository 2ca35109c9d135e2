/** Why files of a site of Hugo stay where they are: the first that fits. */
const ofHugo: [RegExp, string][] = [
  [/^(config\/|(hugo|config)\.[a-z]+$)/, 'a configuration that the old generator does not read'],
  [/^(themes|layouts|archetypes|i18n|hugo-blox|blox|modules)\//, 'belongs to the old theme'],
  [/^assets\//, 'styles and scripts of the old theme'],
  [/^data\//, 'colours and fonts of the old theme'],
  [/^resources\//, 'made by the old generator'],
  [/^(hugo_stats\.json|\.hugo_build\.lock)$/, 'made by the old generator'],
  [/^(theme\.toml|go\.(mod|sum|work))$/, 'says which theme the old generator takes'],
];

/** The same of a site of Jekyll. */
const ofJekyll: [RegExp, string][] = [
  [/^(_includes|_layouts|_sass|_plugins)\//, 'belongs to the old theme'],
  [/^(assets|images)\//, 'styles, scripts and icons of the old theme'],
  [/^_data\//, 'data for templates of the old theme'],
  [/^_config[^/]*$/, 'a configuration that the old generator does not read by itself'],
  [
    /^(Gemfile|Gemfile\.lock|Rakefile|[^/]+\.gemspec)$/,
    'says which programs the old generator takes',
  ],
  [/^(talkmap[^/]*($|\/)|markdown_generator\/|scripts\/)/, 'scripts of the old theme'],
];

const ofBoth: [RegExp, string][] = [
  [
    /^\.(github|gitlab|circleci|travis)|^(netlify|vercel|wrangler)\.|^\.gitlab-ci/,
    'publishes the old site',
  ],
  [/^(docker|\.devcontainer|\.vscode|\.idea)/i, 'settings of programs around the old site'],
  [
    /^(package(-lock)?\.json|pnpm-[^/]+|yarn\.lock|[^/]+\.(js|mjs|cjs|ts))$/,
    'settings of programs around the old site',
  ],
  [/^(\.[^/]+|[^/]+\.(Rproj|sh|bat|ps1|py|R))$|^R\//, 'settings of programs around the old site'],
  [
    /^(README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|CITATION)[^/]*$/i,
    'about the old site, not of it',
  ],
  [/\.bib$/, 'its entries are pages of the old site already'],
];

const unknown = 'lies outside the folders that the old generator publishes';

export function hugoLeftReason(path: string): string {
  return reasonIn([...ofHugo, ...ofBoth], path);
}

export function jekyllLeftReason(path: string): string {
  return reasonIn([...ofJekyll, ...ofBoth], path);
}

function reasonIn(reasons: readonly [RegExp, string][], path: string): string {
  return reasons.find(([pattern]) => pattern.test(path))?.[1] ?? unknown;
}
