import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/model/talk/talk.ts`. */
  path: string;
  text: string;
}

/** Layer → the layers besides itself that its files may import from. */
const layers: Record<string, string[]> = {
  schema: [],
  model: ['schema'],
  feeds: ['schema', 'model'],
  components: ['schema', 'model', 'feeds', 'styles', 'client'],
  layouts: ['schema', 'model', 'feeds', 'components', 'styles', 'client'],
  pages: ['model', 'feeds', 'components', 'layouts', 'data', 'styles'],
  content: ['schema', 'model', 'markdown'],
  markdown: ['schema', 'model'],
  data: ['schema', 'model', 'content', 'markdown'],
  import: ['schema', 'model', 'content', 'markdown'],
  serve: [],
  cli: ['schema', 'model', 'content', 'markdown', 'import', 'serve'],
  client: ['model'],
  styles: [],
};

/**
 * Layer → its sub-folders, top first. A file may import from its own folder and from folders further
 * down the list. Files directly in a layer are above its folders; a layer that is not listed has none,
 * or has folders that do not depend on each other.
 */
const subfolders: Record<string, string[]> = {
  content: [
    'build',
    'output',
    'loaders',
    'validate',
    'render',
    'sections',
    'site',
    'assets',
    'parse',
  ],
  model: [
    ...['site', 'talk', 'publication', 'person', 'post', 'course', 'project'],
    ...['deck', 'plain-page', 'cv', 'page'],
  ],
  markdown: ['render', 'slides', 'html', 'code', 'math', 'shortcodes', 'source'],
  feeds: ['head', 'host', 'feed', 'json-ld', 'share', 'calendar', 'citation', 'text'],
  import: [
    ...['report', 'al-folio', 'quarto', 'settings', 'addresses', 'places', 'convert', 'files'],
    ...['old-site', 'plan'],
  ],
};

/** The most lines of a file. */
const limits = { pages: 60, astro: 150, other: 300 };

/** Files directly in src, which connect layers, and the layers that they may import from. */
const wiring: Record<string, string[]> = {
  'src/content.config.ts': ['content'],
  'src/middleware.ts': ['model', 'markdown', 'layouts'],
  'src/env.d.ts': [],
};

/** Layer → its only file that other layers may import. */
const entryPoints: Record<string, string> = { import: 'src/import/import-site.ts' };

/** Layers that run anywhere: no Astro, no files, no clock. */
const pure = ['schema', 'model'];

/** Returns {@link layers} as the Markdown table that CONTRIBUTING.md shows, as rows of cells. */
export function toLayerTable(): string[][] {
  return [
    ['layer', 'may import from'],
    ...Object.entries(layers).map(([layer, imports]) => [
      layer,
      imports.join(', ') || 'no other layer',
    ]),
  ];
}

/** Returns {@link subfolders} as the Markdown table that CONTRIBUTING.md shows, as rows of cells. */
export function toSubfolderTable(): string[][] {
  return [
    ['layer', 'folders, from the top down'],
    ...Object.entries(subfolders).map(([layer, folders]) => [layer, folders.join(', ')]),
  ];
}

/** Returns every violation of the architecture, one line each. */
export function checkArchitecture(files: SourceFile[]): string[] {
  const problems = files.flatMap((file) => {
    const layer = getLayer(file.path);
    if (layer !== undefined && !(layer in layers)) return [`${file.path}: ${layer} is not a layer`];
    return [
      ...checkImports(file, layer),
      ...checkClock(file, layer),
      ...checkName(file),
      ...checkSize(file, layer),
    ];
  });
  return [...problems, ...checkCycles(files)];
}

function checkImports(file: SourceFile, layer: string | undefined): string[] {
  const allowed =
    layer === undefined ? (wiring[file.path] ?? []) : [layer, ...(layers[layer] ?? [])];
  return findImports(file.text).flatMap((specifier) => {
    const problem = specifier.startsWith('.')
      ? (checkLayer(file.path, layer, allowed, specifier) ??
        checkEntryPoint(file.path, layer, specifier) ??
        checkSubfolder(file.path, specifier))
      : checkSpecifier(layer, specifier);
    return problem ? [`${file.path}: ${problem} (${specifier})`] : [];
  });
}

function checkLayer(path: string, layer: string | undefined, allowed: string[], specifier: string) {
  const target = posix.join(posix.dirname(path), specifier);
  if (target.startsWith('tests/')) return 'the program must not import tests';
  const targetLayer = getLayer(target);
  if (targetLayer === undefined || allowed.includes(targetLayer)) return undefined;
  return `${layer ?? 'wiring'} must not import ${targetLayer}`;
}

function checkEntryPoint(
  path: string,
  layer: string | undefined,
  specifier: string,
): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const targetLayer = getLayer(target);
  if (targetLayer === undefined || targetLayer === layer) return undefined;
  const entryPoint = entryPoints[targetLayer] ?? target;
  return target === entryPoint ? undefined : `only ${entryPoint} may be imported`;
}

/** Checks the order of the sub-folders of one layer. */
function checkSubfolder(path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const layer = getLayer(path);
  const order = subfolders[layer ?? ''];
  if (layer === undefined || order === undefined || getLayer(target) !== layer) return undefined;
  const [from, to] = [path, target].map((file) => getSubfolder(file));
  for (const folder of [from, to]) {
    if (folder !== undefined && !order.includes(folder))
      return `${folder} is not in the order of ${layer}`;
  }
  if (from === to || from === undefined) return undefined;
  if (to === undefined) return `${layer}/${from} must not import a file directly in ${layer}`;
  if (order.indexOf(to) > order.indexOf(from)) return undefined;
  return `${layer}/${from} must not import ${layer}/${to}`;
}

/** Returns one line for each group of files that import each other, types included. */
function checkCycles(files: SourceFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map(({ path, text }) => [
      path,
      findImports(text)
        .map((specifier) => posix.join(posix.dirname(path), specifier))
        .filter((target) => paths.has(target)),
    ]),
  );
  const reachable = new Map(files.map(({ path }) => [path, findReachable(path, imports)]));
  const reported = new Set<string>();
  return files.flatMap(({ path }) => {
    if (reported.has(path) || !reachable.get(path)?.has(path)) return [];
    const cycle = [...reachable.get(path)!].filter((other) => reachable.get(other)?.has(path));
    for (const file of cycle) reported.add(file);
    return [`${path}: import cycle of ${cycle.toSorted().join(', ')}`];
  });
}

function findReachable(start: string, imports: ReadonlyMap<string, string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(imports.get(start) ?? [])];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...(imports.get(file) ?? []));
  }
  return reached;
}

function checkSpecifier(layer: string | undefined, specifier: string): string | undefined {
  if (/^(@\/|~|src\/|\/src\/)/.test(specifier)) return 'an import inside src is not relative';
  if (pure.includes(layer ?? '') && /^(astro(:|\/|$)|(node:)?fs(\/|$))/.test(specifier)) {
    return `${layer} must not import ${specifier}`;
  }
  if (layer === 'components' && specifier === 'astro:content') {
    return 'components must not import astro:content';
  }
  return undefined;
}

function checkClock({ path, text }: SourceFile, layer: string | undefined): string[] {
  if (!pure.includes(layer ?? '')) return [];
  const reads = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|(?![\w\s(]))|\bTemporal\s*\.\s*Now\b/;
  return reads.test(removeComments(text))
    ? [`${path}: reads the clock; take now as an argument`]
    : [];
}

function checkName({ path }: SourceFile): string[] {
  const barrel = /(^|\/)index\.(ts|js|mjs)$/.test(path);
  return barrel ? [`${path}: an index.ts says nothing about what is in it`] : [];
}

function checkSize({ path, text }: SourceFile, layer: string | undefined): string[] {
  const lines = text.trimEnd().split('\n').length;
  const kind = layer === 'pages' ? 'pages' : path.endsWith('.astro') ? 'astro' : 'other';
  return lines > limits[kind] ? [`${path}: ${lines} lines, at most ${limits[kind]}`] : [];
}

/** Returns the first folder below src, or `undefined` for a file directly in it. */
function getLayer(path: string): string | undefined {
  const [, layer, ...rest] = path.split('/');
  return path.startsWith('src/') && rest.length > 0 ? layer : undefined;
}

/** Returns the first folder below the layer, or `undefined` for a file directly in it. */
function getSubfolder(path: string): string | undefined {
  const [, , folder, ...rest] = path.split('/');
  return rest.length > 0 ? folder : undefined;
}

/** Returns the specifiers that a file imports or re-exports, dynamic imports included. */
function findImports(text: string): string[] {
  const code = removeComments(text);
  const statements =
    /(?:^|[\s;])(?:import|export)\s*(?:[\w*{}\s,$]+?\sfrom\s*|[*{][\w*{}\s,$]*from\s*)?(['"])([^'"]+)\1/g;
  const calls = /\bimport\s*\(\s*(['"])([^'"]+)\1/g;
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[2] ?? '');
}

function removeComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
