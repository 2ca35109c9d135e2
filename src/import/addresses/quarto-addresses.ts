import { posix } from 'node:path';
import { toTexts } from '../old-site/generator-settings.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';
import { type QuartoPage, readQuartoProject } from '../old-site/quarto-project.ts';

/** Files of Quarto and of programs, which a website does not serve. */
const sourceFile =
  /\.(qmd|rmd|rmarkdown|ipynb|md|yml|yaml|r|py|jl|rproj|scss|css|lua|csl|lock|toml|sh|ejs|rds|rdata|bib)$/i;

/** Returns whether a Quarto website serves a file unchanged. */
export function isServedFile(path: string): boolean {
  const isHidden = path.split('/').some((part) => /^[_.]/.test(part) && part !== '.well-known');
  return (
    !isHidden && !sourceFile.test(path) && !/(^|\/)(README|LICEN[CS]E|Makefile)[^/]*$/.test(path)
  );
}

/** Returns every address of a Quarto website: pages, their aliases, feeds of lists, and files. */
export function listQuartoAddresses(site: OldSite): OldAddress[] {
  const { pages } = readQuartoProject(site);
  return [
    { old: '/', target: { kind: 'home' } },
    { old: '/sitemap.xml', target: { kind: 'sitemap' } },
    ...[...pages.values()].flatMap(listPageAddresses),
    ...site.files
      .filter(({ path }) => isServedFile(path))
      .map(({ path }): OldAddress => ({ old: `/${path}`, target: { kind: 'file', file: path } })),
  ];
}

function listPageAddresses(page: QuartoPage): OldAddress[] {
  const { path, data, address, listed } = page;
  if (data['draft'] === true) return [];
  const target: OldTarget =
    address === '/'
      ? { kind: 'home' }
      : listed && listed.length > 0
        ? { kind: 'list', files: listed, name: address, file: path }
        : { kind: 'page', file: path };
  const folder = posix.dirname(`/${path}`);
  const aliases = toTexts(data['aliases']).map((alias) =>
    alias.startsWith('/') ? alias : posix.join(folder, alias),
  );
  const feed: OldAddress[] = hasFeed(data['listing'])
    ? [{ old: `/${path.replace(/\.[a-z]+$/i, '.xml')}`, target: { kind: 'feed', of: target } }]
    : [];
  return [
    { old: address, target },
    ...aliases.map((alias): OldAddress => ({ old: alias.replace(/\/index\.html$/, '/'), target })),
    ...feed,
  ];
}

function hasFeed(listing: unknown): boolean {
  return /"feed":(?!false|null)/.test(JSON.stringify(listing ?? null));
}
