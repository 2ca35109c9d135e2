import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFolder } from './site-folder.ts';
import type { SkippedFile } from './skipped-files.ts';
import { isLinkFault, resolveEntry, type LinkChain } from './symbolic-links.ts';

/** The files in `public/` by their paths in it. */
export interface PublicFolder {
  files: string[];
  /** The symbolic links that are not followed. */
  skipped: SkippedFile[];
}

/** Lists the paths of the published files in `public/`, relative to it. */
export function listPublicFiles(site: Pick<SiteFolder, 'public' | 'leftOut'>): string[] {
  return readPublicFolder(site).files;
}

/** Lists the published files in `public/`, without those that are left out, and the symbolic links that are not followed. */
export function readPublicFolder({
  public: folder,
  leftOut,
}: Pick<SiteFolder, 'public' | 'leftOut'>): PublicFolder {
  const skipped: SkippedFile[] = [];
  const files = listFiles(folder, '', [], skipped);
  return {
    files: leftOut ? files.filter((name) => !leftOut.has(`public/${name}`)) : files,
    skipped,
  };
}

function listFiles(
  folder: string,
  prefix: string,
  links: LinkChain,
  skipped: SkippedFile[],
): string[] {
  const current = join(folder, prefix);
  if (!existsSync(current)) return [];
  return readdirSync(current, { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    const { kind, chain } = resolveEntry(entry, current, dirname(folder), links);
    if (isLinkFault(kind)) skipped.push({ name: path, reason: kind });
    if (kind === 'folder') return listFiles(folder, `${path}/`, chain, skipped);
    return kind === 'file' ? [path] : [];
  });
}
