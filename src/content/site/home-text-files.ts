import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/** The files in `content/home/`, by the names that `home` may have for them. */
export function homeTextNames({ content }: SiteFolder): string[] {
  const folder = join(content, 'home');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => /^([^_.].*)\.md$/.exec(name)?.[1] ?? [])
    .filter((name) => name !== 'index')
    .sort(compareText);
}
