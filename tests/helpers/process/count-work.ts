type Methods = Record<string, (...args: unknown[]) => unknown>;

/** Built-in methods that code calls repeatedly to process a text or a list. */
const countedMethods: [object, string[]][] = [
  [
    String.prototype,
    ['at', 'charAt', 'charCodeAt', 'codePointAt', 'indexOf', 'includes', 'startsWith', 'endsWith'],
  ],
  [String.prototype, ['slice', 'substring', 'split', 'replace', 'replaceAll', 'toLowerCase']],
  [Array.prototype, ['push', 'pop', 'splice', 'slice', 'concat', 'map', 'filter', 'flatMap']],
  [Array.prototype, ['find', 'findIndex', 'some', 'every', 'forEach', 'indexOf', 'includes']],
  [Map.prototype, ['get', 'set', 'has']],
  [Set.prototype, ['add', 'has']],
];

/** Methods that scan from a given index up to the match. */
const searches = new Set(['indexOf', 'includes', 'find', 'findIndex', 'some', 'every']);

/** Methods that visit all items. */
const fullScans = new Set(['map', 'filter', 'flatMap', 'forEach']);

/**
 * Runs a function and counts its work without a clock: the calls of built-in methods, the items that they
 * visit, and the characters that regular expressions scan. Backtracking within one match is not counted.
 * @param failuresToEnd Counts a failed match as a scan to the end of the text, which is the most that it
 * can scan. By default it counts as one call.
 */
export async function countWork(
  run: () => unknown,
  { failuresToEnd = false } = {},
): Promise<number> {
  let work = 0;
  const restores = countedMethods.flatMap(([prototype, names]) =>
    names.map((name) => {
      const methods = prototype as Methods;
      const real = methods[name]!;
      const isSearch = searches.has(name);
      const isFullScan = fullScans.has(name);
      methods[name] = function (this: { length?: number }, ...args) {
        work += 1 + (isFullScan ? (this.length ?? 0) : 0);
        const result = real.apply(this, args);
        if (isSearch && (result === false || result === -1)) {
          const from = typeof args[1] === 'number' ? args[1] : 0;
          work += Math.max(0, (this.length ?? 0) - from);
        }
        return result;
      };
      return () => void (methods[name] = real);
    }),
  );
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = exec.call(this, text);
    const end = failuresToEnd ? String(text).length : from;
    work += 1 + Math.max(0, (match ? match.index + match[0].length : end) - from);
    return match;
  };
  try {
    await run();
    return work;
  } finally {
    RegExp.prototype.exec = exec;
    restores.forEach((restore) => restore());
  }
}
