/** Lines of code to be marked, counted from 1; several such lists are shown one after the other. */
export type LineSteps = number[][];

/**
 * Which lines of code an author wants to be marked: Hugo's `{hl_lines=[2,"4-5"]}` after the language, or
 * reveal.js's `[2,4-5]` and `[1|2-3]`, of which each part is a step. `[]` and `[|2]` have steps in
 * which nothing is marked.
 * @param meta What stands after the language.
 */
export function parseLineSteps(meta: string): LineSteps | undefined {
  const hugo = /\bhl_lines\s*=\s*(?:\[([^\]]*)\]|"([^"]*)"|(\d+))/.exec(meta);
  if (hugo) return [toLines((hugo[1] ?? hugo[2] ?? hugo[3] ?? '').replace(/["']/g, ''))];
  const reveal = /^\s*[[{](?:\d+:)?([\d\s,|-]+)[\]}]/.exec(meta)?.[1];
  if (!reveal?.trim()) return undefined;
  return reveal.split('|').map(toLines);
}

function toLines(written: string): number[] {
  return written.split(/[\s,]+/).flatMap((part) => {
    const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === undefined) return [];
    const last = Math.min(Number(to), Number(from) + mostLines);
    return Array.from({ length: last - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
}

/** No code of a page is longer. */
const mostLines = 2000;
