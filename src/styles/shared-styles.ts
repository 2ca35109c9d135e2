import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of components that several sections use. */
const sharedFolders = ['talk', 'ui'];

/**
 * Returns a group for the code splitting of the bundler (`codeSplitting.groups` of Rolldown): the styles
 * of all layouts and of components that several sections use, with what they import. Most pages share
 * this one sheet: fewer requests, and less in all than in a dozen of pieces.
 * @param src The URL of the folder `src` of the program, with a slash at its end.
 * @throws When one of the folders of shared components does not exist.
 */
export function sharedStyles(src: URL): { name: string; test: (id: string) => boolean } {
  const root = realpathSync(fileURLToPath(src));
  const folders = ['layouts', ...sharedFolders.map((name) => join('components', name))];
  const files = importedBy(folders.flatMap((name) => componentsIn(join(root, name))));
  return {
    name: 'lectern',
    test: (id) => /\.css$|[?&]type=style\b/.test(id) && files.has(resolve(id.replace(/\?.*/s, ''))),
  };
}

function componentsIn(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Error(`${folder} does not exist. Correct the list in src/styles/shared-styles.ts.`);
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro'))
    .map((name) => join(folder, name));
}

/** Returns these components, and all components and style sheets that they import, by their paths. */
function importedBy(components: string[]): Set<string> {
  const found = new Set(components);
  for (const file of found) {
    if (!file.endsWith('.astro')) continue;
    const text = readFileSync(file, 'utf8');
    for (const [, , path = ''] of text.matchAll(
      /^import\s[^;]*?(['"])(\.[^'"]+\.(?:astro|css))\1/gm,
    ))
      found.add(join(dirname(file), path.split('/').join(sep)));
  }
  return found;
}
