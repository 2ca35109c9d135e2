import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chain, pathWithin, toRedirects, type Redirect } from '../../model/site/redirects.ts';
import { sitePaths } from '../../model/site/site-paths.ts';
import type { Addresses } from '../../model/site/url.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Problem } from '../problems/problem.ts';
import { attachmentsOf, type ReadPage } from '../pages/read-page.ts';
import { readRedirects } from './read-redirects.ts';
import type { SiteReading } from './read-site.ts';
import { aliasesOf, contentsOf, readSections, type PagesBySection } from '../site-contents.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Returns the valid redirects of `content/redirects.yaml`, and the problems with it. Reads the pages only
 * if there are redirects.
 */
export function checkRedirects(
  folder: SiteFolder,
  site: SiteReading,
  addresses: Addresses,
  read = () => readSections(folder, site, addresses),
): { redirects: Redirect[]; problems: Problem[] } {
  const { written, problems, locate } = readRedirects(folder);
  if (Object.keys(written).length === 0) return { redirects: [], problems };
  const pages = read();
  const paths = sitePaths(contentsOf(pages, folder, site));
  const aliases = aliasesOf(pages, site, addresses);
  const { redirects, findings } = toRedirects(written, paths);
  const told = redirects.map((redirect): { finding?: Finding; kept?: Redirect } => {
    const path = pathWithin(redirect.to);
    if (path === undefined || isThere(path, paths, pages, folder)) return { kept: redirect };
    const end = aliases.get(path);
    if (end === undefined) {
      return aliases.has(path) ? { kept: redirect } : { finding: unknownTarget(redirect) };
    }
    const to = `/${end.slice(addresses.home.length)}`;
    return { kept: { ...redirect, to }, finding: chain(redirect, to) };
  });
  return {
    redirects: told.flatMap(({ kept }) => kept ?? []),
    problems: [
      ...problems,
      ...locate([...findings, ...told.flatMap(({ finding }) => finding ?? [])]),
    ],
  };
}

/** Whether a path of the site, without slashes at its ends, is a page or a file of it. */
export function isThere(
  path: string,
  paths: ReadonlySet<string>,
  pages: PagesBySection,
  folder: SiteFolder,
): boolean {
  const [section = '', slug = '', ...rest] = path.split('/');
  const page = pages.get(section)?.find((one) => one.slug === slug);
  return (
    paths.has(path) ||
    (page !== undefined && isBeside(page, rest.join('/'))) ||
    isPublicFile(path, folder)
  );
}

function isBeside(page: ReadPage, path: string): boolean {
  const files = attachmentsOf(page, []);
  return files.includes(path) || files.includes(`${path}/index.html`);
}

function isPublicFile(path: string, folder: SiteFolder): boolean {
  const files = [join(folder.public, path), join(folder.public, path, 'index.html')];
  return files.some((file) => existsSync(file) && statSync(file).isFile());
}

function unknownTarget({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/unknown-target' },
    message: `${key} redirects to ${to}, but there is no such page or file, so the line is ignored`,
    remedy: 'Write the address of a page or file that exists, or delete the line.',
  };
}
