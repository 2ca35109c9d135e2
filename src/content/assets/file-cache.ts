import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { writeAtomically } from './atomic-write.ts';

/**
 * The folder for what was found out about files of one kind, beside those in which Astro keeps things
 * from build to build. Another version of ours, or of the package that reads them, has another one.
 * @param reader A dependency of the project, which pins it exactly.
 */
export async function notesFolder(kind: string, version: number, reader: string): Promise<string> {
  const text = await readFile(join(process.cwd(), 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const name = `${version}-${dependencies[reader]}`;
  return join(process.cwd(), 'node_modules', '.astro', kind, name);
}

/** A name that files of the same content share. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex').slice(0, 32);
}

/** What was kept; undefined if nothing was, or nothing that can be read. */
export async function readNote<Note>(file: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Note;
  } catch {
    return undefined;
  }
}

/** A reader finds the whole note or none. */
export async function keepNote(file: string, note: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  writeAtomically(file, JSON.stringify(note));
}
