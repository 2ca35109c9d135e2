import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The size of a built site. */
export interface OutputSize {
  /** Files whose name ends in `.html`. */
  pages: number;
  /** All files, pages included. */
  files: number;
  bytes: number;
}

export function measureOutput(folder: string): OutputSize {
  const size = { pages: 0, files: 0, bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    size.files++;
    size.bytes += statSync(join(entry.parentPath, entry.name)).size;
    if (extname(entry.name) === '.html') size.pages++;
  }
  return size;
}
