import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with forward slashes: `src/model/talk/talk.ts`. */
  path: string;
  text: string;
}

/** Room → the rooms besides itself that its files may import from. */
const rooms: Record<string, string[]> = {
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
  cli: ['schema', 'model', 'content', 'markdown', 'import'],
  client: ['model'],
  styles: [],
};

/** Files that stand in no room: wiring, which may name any room that serves it. */
const wiring: Record<string, string[]> = {
  'src/content.config.ts': ['schema', 'content', 'markdown'],
  'src/middleware.ts': ['layouts'],
  'src/env.d.ts': [],
};

/** Rooms that run anywhere: no Astro, no files, no clock. */
const pure = ['schema', 'model'];

/** Every breach of the rules of the house, one line each; empty when there is none. */
export function checkArchitecture(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path);
    if (room !== undefined && !(room in rooms)) return [`${file.path}: ${room} is not a room`];
    return [
      ...checkImports(file, room),
      ...checkClock(file, room),
      ...checkName(file),
      ...checkSize(file, room),
    ];
  });
}

function checkImports(file: SourceFile, room: string | undefined): string[] {
  const allowed = room === undefined ? (wiring[file.path] ?? []) : [room, ...(rooms[room] ?? [])];
  return importsOf(file.text).flatMap((specifier) => {
    const problem = specifier.startsWith('.')
      ? backwards(file.path, room, allowed, specifier)
      : foreign(room, specifier);
    return problem ? [`${file.path}: ${problem} (${specifier})`] : [];
  });
}

function backwards(path: string, room: string | undefined, allowed: string[], specifier: string) {
  const target = posix.join(posix.dirname(path), specifier);
  const targetRoom = roomOf(target);
  if (targetRoom === undefined || allowed.includes(targetRoom)) return undefined;
  return `${room ?? 'wiring'} must not import ${targetRoom}`;
}

function foreign(room: string | undefined, specifier: string): string | undefined {
  if (/^(@\/|~|src\/|\/src\/)/.test(specifier)) return 'an import inside src is not relative';
  if (pure.includes(room ?? '') && /^(astro(:|\/|$)|(node:)?fs(\/|$))/.test(specifier)) {
    return `${room} must not import ${specifier}`;
  }
  if (room === 'components' && specifier === 'astro:content') {
    return 'components must not import astro:content';
  }
  return undefined;
}

function checkClock({ path, text }: SourceFile, room: string | undefined): string[] {
  if (!pure.includes(room ?? '')) return [];
  const reads = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|(?![\w\s(]))|\bTemporal\s*\.\s*Now\b/;
  return reads.test(withoutComments(text))
    ? [`${path}: reads the clock; take now as an argument`]
    : [];
}

function checkName({ path }: SourceFile): string[] {
  const barrel = /(^|\/)index\.(ts|js|mjs)$/.test(path);
  return barrel ? [`${path}: an index.ts says nothing about what is in it`] : [];
}

function checkSize({ path, text }: SourceFile, room: string | undefined): string[] {
  const lines = text.trimEnd().split('\n').length;
  const ceiling = !path.endsWith('.astro') ? 200 : room === 'pages' ? 40 : 120;
  return lines > ceiling ? [`${path}: ${lines} lines, at most ${ceiling}`] : [];
}

/** The first folder below src, or `undefined` for a file that stands directly in it. */
function roomOf(path: string): string | undefined {
  const [, room, ...rest] = path.split('/');
  return path.startsWith('src/') && rest.length > 0 ? room : undefined;
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
