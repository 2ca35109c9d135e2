import { basename, dirname } from 'node:path/posix';

/** Layers whose tests are in the same folders as the files that they test. */
const layers = [
  ...['content', 'model', 'markdown', 'schema', 'feeds', 'import'],
  ...['cli', 'client', 'layouts', 'serve', 'data'],
];

/**
 * Checks that each test of a layer is found from the file that it tests: `tests/model/talk/place.test.ts`
 * tests `src/model/talk/place.ts`. A second test of a file adds a word: `place-corpus.test.ts`.
 *
 * @param tests Paths of test files, from the root of the project.
 * @param sources Paths of files in `src/`, from the root of the project.
 * @param exceptions Paths of tests that belong to no single file.
 * @returns One line for each problem.
 */
export function checkMirroredTests(
  tests: readonly string[],
  sources: readonly string[],
  exceptions: readonly string[] = [],
): string[] {
  const namesByFolder = new Map<string, string[]>();
  for (const source of sources) {
    const folder = dirname(source);
    namesByFolder.set(folder, [...(namesByFolder.get(folder) ?? []), removeExtension(source)]);
  }
  const missing = exceptions.filter((path) => !tests.includes(path));
  const problems = tests
    .filter((path) => layers.includes(path.split('/')[1] ?? '') && !exceptions.includes(path))
    .flatMap((path) => {
      const folder = dirname(path).replace(/^tests/, 'src');
      const names = namesByFolder.get(folder);
      if (!names) return [`${path}: there is no folder ${folder}`];
      const testName = basename(path, '.test.ts');
      const isNamed = names.some((name) => testName === name || testName.startsWith(`${name}-`));
      return isNamed ? [] : [`${path}: ${folder} has no file of this name`];
    });
  return [...missing.map((path) => `${path}: this exception does not exist`), ...problems];
}

/** Returns the name of a file without its extensions: `client.d.ts` → `client`. */
function removeExtension(path: string): string {
  return basename(path).replace(/\..*$/, '');
}
