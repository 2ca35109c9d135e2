import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from './build-site.ts';

/**
 * How often each function ran, and each block of our own code, by file, function and offset:
 * `src/feeds/feed/rss.ts toRss 120`. A block that ran as often as the code around it may be missing.
 */
export type ExecutionCounts = ReadonlyMap<string, number>;

/** A file as V8 reports its coverage. */
interface ScriptCoverage {
  url: string;
  functions: { functionName: string; ranges: { startOffset: number; count: number }[] }[];
}

/**
 * Builds a site without any cache, and returns how often each part of the program and of its packages ran, in all processes
 * and threads of the build together.
 */
export async function countExecutions(files: Record<string, string>): Promise<ExecutionCounts> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-coverage-'));
  try {
    const site = await buildSite({ files, cold: true, env: { NODE_V8_COVERAGE: folder } });
    if (site.code !== 0) throw new Error(site.output);
    rmSync(site.dist, { recursive: true });
    const counts = new Map<string, number>();
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      for (const script of (JSON.parse(text) as { result: ScriptCoverage[] }).result)
        addScript(counts, script);
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function addScript(counts: Map<string, number>, { url, functions }: ScriptCoverage): void {
  const file = toStablePath(url);
  for (const { functionName, ranges } of functions) {
    // How often the blocks in a parser run depends on the characters of a text.
    const blocks = file.startsWith('node_modules/') ? ranges.slice(0, 1) : ranges;
    for (const { startOffset, count } of blocks) {
      const key = `${file} ${functionName} ${startOffset}`;
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
}

/** Returns the path of a file below the program, without the hash in the name of a bundled one. */
function toStablePath(url: string): string {
  const folder = ['/node_modules/', '/.prerender/', '/src/'].find((part) => url.includes(part));
  const path = folder === undefined ? url : url.slice(url.lastIndexOf(folder) + 1);
  return path.replace(/[_.][\w-]{8}(?=\.mjs$)/, '');
}

/** Returns how often a function was called. @param name Its file and name, such as `src/feeds/feed/rss.ts toRss`. */
export function countCalls(counts: ExecutionCounts, name: string): number {
  const offsets = [...counts.keys()]
    .filter((key) => key.startsWith(`${name} `))
    .map((key) => Number(key.slice(name.length + 1)));
  return counts.get(`${name} ${Math.min(...offsets)}`) ?? 0;
}
