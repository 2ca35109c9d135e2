import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/model/talk/talk.ts`. */
  path: string;
  text: string;
}

/** Layer → the layers besides itself that its files may import from. */
export const layers: Record<string, string[]> = {
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

/** Files directly in src, which connect layers, and the layers that they may import from. */
const wiring: Record<string, string[]> = {
  'src/content.config.ts': ['schema', 'content', 'markdown'],
  'src/middleware.ts': ['layouts'],
  'src/env.d.ts': [],
};

/** Layer → its only file that other layers may import. */
const entryPoints: Record<string, string> = { import: 'src/import/import-site.ts' };

/** Layers that run anywhere: no Astro, no files, no clock. */
const pure = ['schema', 'model'];

/** Returns {@link layers} as the Markdown table that CONTRIBUTING.md shows, as rows of cells. */
export function layerTable(): string[][] {
  return [
    ['layer', 'may import from'],
    ...Object.entries(layers).map(([layer, imports]) => [
      layer,
      imports.join(', ') || 'no other layer',
    ]),
  ];
}

/** Returns every violation of the architecture, one line each. */
export function checkArchitecture(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path);
    if (layer !== undefined && !(layer in layers)) return [`${file.path}: ${layer} is not a layer`];
    return [
      ...checkImports(file, layer),
      ...checkClock(file, layer),
      ...checkName(file),
      ...checkSize(file, layer),
    ];
  });
}

function checkImports(file: SourceFile, layer: string | undefined): string[] {
  const allowed =
    layer === undefined ? (wiring[file.path] ?? []) : [layer, ...(layers[layer] ?? [])];
  return importsOf(file.text).flatMap((specifier) => {
    const problem = specifier.startsWith('.')
      ? (backwards(file.path, layer, allowed, specifier) ?? internal(file.path, layer, specifier))
      : foreign(layer, specifier);
    return problem ? [`${file.path}: ${problem} (${specifier})`] : [];
  });
}

function backwards(path: string, layer: string | undefined, allowed: string[], specifier: string) {
  const target = posix.join(posix.dirname(path), specifier);
  if (target.startsWith('tests/')) return 'the program must not import tests';
  const targetLayer = layerOf(target);
  if (targetLayer === undefined || allowed.includes(targetLayer)) return undefined;
  return `${layer ?? 'wiring'} must not import ${targetLayer}`;
}

function internal(path: string, layer: string | undefined, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const targetLayer = layerOf(target);
  if (targetLayer === undefined || targetLayer === layer) return undefined;
  const entryPoint = entryPoints[targetLayer] ?? target;
  return target === entryPoint ? undefined : `only ${entryPoint} may be imported`;
}

function foreign(layer: string | undefined, specifier: string): string | undefined {
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
  return reads.test(withoutComments(text))
    ? [`${path}: reads the clock; take now as an argument`]
    : [];
}

function checkName({ path }: SourceFile): string[] {
  const barrel = /(^|\/)index\.(ts|js|mjs)$/.test(path);
  return barrel ? [`${path}: an index.ts says nothing about what is in it`] : [];
}

function checkSize({ path, text }: SourceFile, layer: string | undefined): string[] {
  const lines = text.trimEnd().split('\n').length;
  const ceiling = !path.endsWith('.astro') ? 200 : layer === 'pages' ? 40 : 120;
  return lines > ceiling ? [`${path}: ${lines} lines, at most ${ceiling}`] : [];
}

/** Returns the first folder below src, or `undefined` for a file directly in it. */
function layerOf(path: string): string | undefined {
  const [, layer, ...rest] = path.split('/');
  return path.startsWith('src/') && rest.length > 0 ? layer : undefined;
}

/** What a file imports or re-exports, statically or not. */
function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const statements =
    /(?:^|[\s;])(?:import|export)\s*(?:[\w*{}\s,$]+?\sfrom\s*|[*{][\w*{}\s,$]*from\s*)?(['"])([^'"]+)\1/g;
  const calls = /\bimport\s*\(\s*(['"])([^'"]+)\1/g;
  return [...code.matchAll(statements), ...code.matchAll(calls)].map((match) => match[2] ?? '');
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}
