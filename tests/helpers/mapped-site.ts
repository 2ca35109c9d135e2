import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAbout } from '../../src/content/site/read-about.ts';
import { readCv } from '../../src/content/site/read-cv.ts';
import { readSite } from '../../src/content/site/read-site.ts';
import type { mapSettings } from '../../src/import/settings/map-settings.ts';
import type { OldSite } from '../../src/import/old-site/old-site.ts';
import { readOldSite } from '../../src/import/old-site/read-old-site.ts';
import { createTextChecker } from '../../src/markdown/render/text-checker.ts';
import { isMap } from '../../src/schema/describe.ts';
import { authorFolder } from './author-folder.ts';

export type Mapped = ReturnType<typeof mapSettings>;

/** A made-up old site: its files by their paths. */
export function oldSite(files: Record<string, string>): OldSite {
  return readOldSite(authorFolder(files).root);
}

/** What was mapped, as files of an author, and what reading them says. */
export async function readBack(site: OldSite, mapped: Mapped) {
  const folder = authorFolder(Object.fromEntries(mapped.written.map(({ to, text }) => [to, text])));
  const served = site.files.flatMap(({ path }) => {
    const address = /^(?:static\/(.+)|((?:files|images)\/.+))$/.exec(path);
    return address ? [{ from: path, to: `public/${address[1] ?? address[2]}` }] : [];
  });
  for (const { from, to } of [...mapped.copies, ...served]) {
    const target = join(folder.root, to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(site.root, from), target);
  }
  const checker = createTextChecker('/');
  const read = readSite(folder, {});
  const about = await readAbout(folder, checker);
  const cv = readCv(folder, checker);
  return {
    ...{ folder, settings: read.settings, about: about.about, cv: cv.cv?.written },
    problems: [...read.problems, ...about.problems, ...cv.problems],
  };
}

/** The text of a file that was written, by its path. */
export function writtenAt({ written }: Mapped, path: string): string {
  return written.find(({ to }) => to === path)?.text ?? '';
}

/** Keys of data of which no outcome tells, nor of the map or list they stand in. */
export function keysWithoutOutcome(mapped: Mapped, file: string, data: unknown): string[] {
  const told = new Set(mapped.settings.filter((one) => one.file === file).map(({ key }) => key));
  return keysOf(data, []).flatMap((path) => {
    const around = path.map((_, i) => path.slice(0, i + 1).join('.'));
    return around.some((key) => told.has(key)) ? [] : [path.join('.')];
  });
}

/** The paths of everything that holds no further keys. */
function keysOf(value: unknown, path: string[]): string[][] {
  const inner = isMap(value) || Array.isArray(value) ? Object.entries(value) : [];
  if (inner.length === 0 || path.length > 10) return path.length === 0 ? [] : [path];
  return inner.flatMap(([key, item]) => keysOf(item, [...path, key === '' ? '""' : key]));
}
