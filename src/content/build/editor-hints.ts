import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { aboutSchema } from '../../schema/about.ts';
import { homeTextSchema } from '../../schema/home.ts';
import { toJsonSchema } from '../../schema/json-schema.ts';
import { afterFirstPage } from '../validate/first-page.ts';
import { listHomeTexts } from '../site/read-site.ts';
import { sections } from '../sections/sections.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { listSection } from '../sections/read-pages.ts';

const schemas = [
  ...sections.map(({ noun, schema }) => [`${noun}-file`, schema] as const),
  ['about-file', aboutSchema] as const,
  ['home-text-file', homeTextSchema] as const,
];

/** Milliseconds after a start or a change until the hints are written: the first pages come first. */
const DELAY = 3000;

/** Writes the hints after `npm start` has started, and after files were added or deleted. */
export function editorHints(folder: SiteFolder): AstroIntegration {
  return {
    name: 'lectern-editor-hints',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let timer: NodeJS.Timeout | undefined;
        const write = () => writeEditorHints(process.cwd(), folder);
        const writeLater = () => {
          clearTimeout(timer);
          timer = setTimeout(() => afterFirstPage(write), DELAY).unref();
        };
        writeLater();
        for (const event of ['add', 'unlink'] as const) server.watcher.on(event, writeLater);
      },
    },
  };
}

/**
 * Writes the schemas of front matter for Astro's language server, which editors run: it completes and checks the
 * files in `.astro/collections/collections.json` by the schema of the same name. Astro writes that file only for
 * collections whose entries are their front matter; our entries contain more.
 */
export function writeEditorHints(projectRoot: string, folder: SiteFolder): void {
  const hints = join(projectRoot, '.astro', 'collections');
  mkdirSync(hints, { recursive: true });
  for (const [name, schema] of schemas) {
    writeIfChanged(join(hints, `${name}.schema.json`), toJsonSchema(schema));
  }
  const pages = sections.flatMap((section) => {
    const { files } = listSection(section, folder, '');
    return files.map(({ path }) => [toEntryKey(path), `${section.noun}-file`]);
  });
  const texts = listHomeTexts(folder).map((name) => [
    toEntryKey(join(folder.content, 'home', `${name}.md`)),
    'home-text-file',
  ]);
  const about = [toEntryKey(join(folder.content, 'about.md')), 'about-file'];
  const entries = [about, ...texts, ...pages];
  const collections = schemas.map(([name]) => ({ name, hasSchema: true }));
  writeIfChanged(join(hints, 'collections.json'), {
    collections,
    entries: Object.fromEntries(entries),
  });
}

/** Returns the name by which the language server looks up a file: its URL, decoded and in lower case. */
function toEntryKey(path: string): string {
  return decodeURIComponent(pathToFileURL(path).href).toLowerCase();
}

function writeIfChanged(path: string, value: object): void {
  const text = JSON.stringify(value, null, 2);
  if (readIfExists(path) !== text) writeFileSync(path, text);
}

function readIfExists(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
