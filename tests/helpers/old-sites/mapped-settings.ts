import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAbout } from '../../../src/content/site/read-about.ts';
import { readCv } from '../../../src/content/site/read-cv.ts';
import { readSite } from '../../../src/content/site/read-site.ts';
import type { mapSettings } from '../../../src/import/settings/map-settings.ts';
import type { OldSite } from '../../../src/import/old-site/old-site.ts';
import { readOldSite } from '../../../src/import/old-site/read-old-site.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { isMap } from '../../../src/schema/describe.ts';
import { createAuthorFolder } from '../make/author-folder.ts';

export type MappedSettings = ReturnType<typeof mapSettings>;

/** Creates an old site from files by their paths. */
export function createOldSite(files: Record<string, string>): OldSite {
  return readOldSite(createAuthorFolder(files).root);
}

/** Writes the mapped files to an author's folder and reads them as Lectern does. */
export async function readMappedFiles(site: OldSite, mapped: MappedSettings) {
  const folder = createAuthorFolder(
    Object.fromEntries(mapped.newFiles.map(({ to, text }) => [to, text])),
  );
  const publicFiles = site.files.flatMap(({ path }) => {
    const address = /^(?:static\/(.+)|((?:files|images)\/.+))$/.exec(path);
    return address ? [{ from: path, to: `public/${address[1] ?? address[2]}` }] : [];
  });
  for (const { from, to } of [...mapped.copies, ...publicFiles]) {
    const target = join(folder.root, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(site.root, from), target);
  }
  const checker = createTextChecker('/');
  const read = readSite(folder, {});
  const about = await readAbout(folder, checker);
  const cv = readCv(folder, checker);
  return {
    ...{ folder, settings: read.settings, about: about.about, cv: cv.cv?.raw },
    problems: [...read.problems, ...about.problems, ...cv.problems],
  };
}

/** Returns the text of a mapped file by its path, or "". */
export function getMappedText({ newFiles }: MappedSettings, path: string): string {
  return newFiles.find(({ to }) => to === path)?.text ?? '';
}

/** Returns the keys of data that have no outcome, neither themselves nor a map or list that contains them. */
export function findKeysWithoutOutcome(
  mapped: MappedSettings,
  file: string,
  data: unknown,
): string[] {
  const reportedKeys = new Set(
    mapped.settings.filter((setting) => setting.file === file).map(({ key }) => key),
  );
  return listLeafPaths(data, []).flatMap((path) => {
    const parentKeys = path.map((_, i) => path.slice(0, i + 1).join('.'));
    return parentKeys.some((key) => reportedKeys.has(key)) ? [] : [path.join('.')];
  });
}

/** Returns the paths of all values without keys of their own. */
function listLeafPaths(value: unknown, path: string[]): string[][] {
  const inner = isMap(value) || Array.isArray(value) ? Object.entries(value) : [];
  if (inner.length === 0 || path.length > 10) return path.length === 0 ? [] : [path];
  return inner.flatMap(([key, item]) => listLeafPaths(item, [...path, key === '' ? '""' : key]));
}
