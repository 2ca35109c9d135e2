import { join } from 'node:path';
import type { FileFate } from './file-kinds.ts';
import { namePages, type PageFile } from './name-pages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hugoPlacer } from './place-hugo.ts';
import { jekyllPlacer } from './place-jekyll.ts';
import type { Copy, Plan } from '../plan/plan.ts';
import { sameFile } from '../files/same-file.ts';

/**
 * Decides what becomes of every file not in `settled`: copied, quarantined or skipped. A file may be
 * copied twice; two files with the same bytes may have one place.
 * @param settled Old paths of which something else was decided.
 */
export function placeFiles(
  site: OldSite,
  settled: ReadonlySet<string>,
): Pick<Plan, 'copies' | 'left'> {
  const place = site.theme === 'academicpages' ? jekyllPlacer(site) : hugoPlacer(site);
  const pages: PageFile[] = [];
  const others: Copy[] = [];
  const left: Plan['left'] = site.refused.map(({ path, reason }) => ({ from: path, reason }));
  for (const { path } of site.files) {
    if (settled.has(path)) continue;
    for (const fate of place(path)) sort(path, fate);
  }
  return { copies: [...namePages(pages, site.read), ...namedApart(others, site)], left };

  function sort(from: string, fate: FileFate): void {
    if ('reason' in fate) left.push({ from, reason: fate.reason });
    else if (fate.page) pages.push({ from, page: fate.page });
    else others.push({ from, to: fate.to, ...(fate.aside !== undefined && { aside: fate.aside }) });
  }
}

/** A file whose place is taken by another with other bytes has a number in its name. */
function namedApart(copies: readonly Copy[], site: OldSite): Copy[] {
  const sources = new Map<string, string>();
  const same = (a: string, b: string) => sameFile(join(site.root, a), join(site.root, b));
  return copies.map((copy) => {
    const [, stem = '', end = ''] = /^(.*?)((?:\.[^./]*)?)$/s.exec(copy.to) ?? [];
    let to = copy.to;
    for (let number = 2; !isFree(to, copy.from); number += 1) to = `${stem}-${number}${end}`;
    sources.set(to, copy.from);
    return { ...copy, to };
  });

  function isFree(to: string, from: string): boolean {
    const source = sources.get(to);
    return source === undefined || same(source, from);
  }
}
