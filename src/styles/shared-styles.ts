import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of components that several sections use. */
const sharedFolders = ['talk', 'ui'];

/**
 * Returns a group for the code splitting of the bundler (`codeSplitting.groups` of Rolldown): the styles
 * of all layouts and of components that several sections use, with their imports. Most pages share this
 * sheet: fewer requests and fewer bytes than with a dozen sheets.
 * @param src The URL of the folder `src` of the program, with a slash at its end.
 * @throws When one of the folders of shared components does not exist.
 */
export function createSharedStylesGroup(src: URL): { name: string; test: (id: string) => boolean } {
  const root = realpathSync(fileURLToPath(src));
  const folders = ['layouts', ...sharedFolders.map((name) => join('components', name))];
  const files = collectImports(folders.flatMap((name) => listComponents(join(root, name))));
  return {
    name: 'lectern',
    test: (id) => /\.css$|[?&]type=style\b/.test(id) && files.has(resolve(id.replace(/\?.*/s, ''))),
  };
}

function listComponents(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Error(`${folder} does not exist. Correct the list in src/styles/shared-styles.ts.`);
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.astro'))
    .map((name) => join(folder, name));
}

/** Returns the paths of these components and of all components and style sheets that they import. */
function collectImports(components: string[]): Set<string> {
  const files = new Set(components);
  for (const file of files) {
    if (!file.endsWith('.astro')) continue;
    const text = readFileSync(file, 'utf8');
    for (const [, , path = ''] of text.matchAll(
      /^import\s[^;]*?(['"])(\.[^'"]+\.(?:astro|css))\1/gm,
    ))
      files.add(join(dirname(file), path));
  }
  return files;
}
