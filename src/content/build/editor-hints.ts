import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { aboutSchema } from '../../schema/about.ts';
import { homeTextSchema } from '../../schema/home.ts';
import { toJsonSchema } from '../../schema/json-schema.ts';
import { homeTextNames } from '../site/read-site.ts';
import { sections } from '../sections/sections.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { listSection } from '../sections/read-pages.ts';

const schemas = [
  ...sections.map(({ noun, schema }) => [`${noun}-file`, schema] as const),
  ['about-file', aboutSchema] as const,
  ['home-text-file', homeTextSchema] as const,
];

/** Keeps `writeEditorHints` up to date while `npm start` runs. */
export function editorHints(folder: SiteFolder): AstroIntegration {
  return {
    name: 'lectern-editor-hints',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const write = () => writeEditorHints(server.config.root, folder);
        write();
        for (const event of ['add', 'unlink'] as const) server.watcher.on(event, write);
      },
    },
  };
}

/**
 * Tells Astro's language server, which editors run, what front matter may hold: it completes and
 * checks the files named in `.astro/collections/collections.json` by the schema of the same name.
 * Astro writes that file only for collections whose entries are their front matter; ours are more.
 */
export function writeEditorHints(projectRoot: string, folder: SiteFolder): void {
  const hints = join(projectRoot, '.astro', 'collections');
  mkdirSync(hints, { recursive: true });
  for (const [name, schema] of schemas) {
    writeChanged(join(hints, `${name}.schema.json`), toJsonSchema(schema));
  }
  const pages = sections.flatMap((section) => {
    const { files } = listSection(section, folder, '');
    return files.map(({ path }) => [asEntry(path), `${section.noun}-file`]);
  });
  const texts = homeTextNames(folder).map((name) => [
    asEntry(join(folder.content, 'home', `${name}.md`)),
    'home-text-file',
  ]);
  const about = [asEntry(join(folder.content, 'about.md')), 'about-file'];
  const entries = [about, ...texts, ...pages];
  const collections = schemas.map(([name]) => ({ name, hasSchema: true }));
  writeChanged(join(hints, 'collections.json'), {
    collections,
    entries: Object.fromEntries(entries),
  });
}

/** The language server asks for a file by its address, decoded and in lower case. */
function asEntry(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

function writeChanged(path: string, value: object): void {
  const text = JSON.stringify(value, null, 2);
  if (readIfThere(path) !== text) writeFileSync(path, text);
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
