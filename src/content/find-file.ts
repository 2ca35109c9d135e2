import { statSync } from 'node:fs';
import { join } from 'node:path';
import { leavesSite, type SiteFile } from '../model/link.ts';
import { encodePath, type Addresses } from '../model/url.ts';
import type { SiteFolder } from './site-folder.ts';
import type { TalkFile } from './talk-files.ts';

/**
 * Looks for the file that a value of front matter means: beside the talk, else in `public/`.
 * A leading slash means `public/` alone. `?query` and `#page=3` are kept on the address.
 */
export function createFileFinder(folder: SiteFolder, addresses: Addresses) {
  return (file: TalkFile, slug: string, written: string): SiteFile | undefined => {
    const [, path = '', suffix = ''] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
    if (path === '' || leavesSite(written)) return undefined;
    for (const name of spellings(path)) {
      const inBundle = name.startsWith('/') ? undefined : name.replace(/^(\.\/)+/, '');
      if (file.bundle && inBundle !== undefined && file.bundle.files.includes(inBundle)) {
        const bytes = sizeOf(join(file.bundle.folder, inBundle)) ?? 0;
        return { href: addresses.talkFile(slug, inBundle) + suffix, bytes };
      }
      const inPublic = name.replace(/^(\.?\/)+/, '');
      if (inPublic.split('/').includes('..')) continue;
      const bytes = sizeOf(join(folder.public, inPublic));
      if (bytes !== undefined) return { href: addresses.path(encodePath(inPublic)) + suffix, bytes };
    }
    return undefined;
  };
}

/** As written, and with `%20` and the like decoded. */
function spellings(path: string): string[] {
  try {
    return [...new Set([path, decodeURIComponent(path)])];
  } catch {
    return [path];
  }
}

function sizeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? stats.size : undefined;
}
