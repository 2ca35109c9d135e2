import { posix } from 'node:path';
import { isMap } from '../../schema/describe.ts';
import { toAbsolute, makeLinksAbsolute } from '../convert/absolute-links.ts';
import { type CitedWork, readCitedWorks } from '../convert/cited-works.ts';
import { formatPage, splitPage } from '../convert/converted-page.ts';
import { toTexts } from '../old-site/generator-settings.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hasFile, readOldData } from '../old-site/old-values.ts';
import {
  type QuartoPage,
  type QuartoProject,
  readQuartoProject,
} from '../old-site/quarto-project.ts';
import { hasCells } from './quarto-cells.ts';
import { convertQuartoKeys } from './quarto-keys.ts';
import { convertQuartoText, toSlides } from './quarto-text.ts';

/** Returns the address of a page in the new site; undefined if it has none. */
export type FindAddress = (page: QuartoPage) => string | undefined;

/** A Quarto website, with what the conversion of its pages needs. */
export interface QuartoSite extends QuartoProject {
  old: OldSite;
  /** The bibliographies that pages list whole. Their entries become publications. */
  listedBibliographies: ReadonlySet<string>;
  /** Returns the text of a page, with the frozen output of its cells. */
  convertBody(page: QuartoPage, findAddress?: FindAddress): string;
  convertFile(page: QuartoPage, findAddress: FindAddress): string;
  /** Returns the address of a file for its path from a page. */
  findFile(page: QuartoPage, name: string): string;
  /** Returns whether a page has cells whose output nobody stored. */
  isUnrendered(page: QuartoPage): boolean;
}

/** Returns the file with the frozen output of a document. */
export function toFrozenPath(path: string): string {
  return `_freeze/${path.replace(/\.[a-z]+$/i, '')}/execute-results/html.json`;
}

/** Returns the place in the site of a frozen figure: `_freeze/a/index/figure-html/x.png` → `a/index_files/figure-html/x.png`. */
export function toFigurePath(path: string): string | undefined {
  const [, document, figure] = /^_freeze\/(.+)\/(figure-(?:html|revealjs)\/.+)$/.exec(path) ?? [];
  return figure === undefined ? undefined : `${document}_files/${figure}`;
}

/** Prepares a Quarto website for the conversion of its pages. */
export function readQuartoSite(old: OldSite): QuartoSite {
  const project = readQuartoProject(old);
  const { pages } = project;
  const listed = findListedBibliographies(old, project);
  const bibliographies = old.files
    .map(({ path }) => path)
    .filter((path) => /\.bib$/i.test(path) && !path.startsWith('_'));
  const works: ReadonlyMap<string, CitedWork> = readCitedWorks(
    bibliographies
      .toSorted((a, b) => Number(listed.has(b)) - Number(listed.has(a)))
      .map((path) => ({ text: old.read(path), hasPages: listed.has(path) })),
  );
  const variables = hasFile(old, '_variables.yml') ? readOldData(old, '_variables.yml')?.value : {};
  const figures = new Set(old.files.flatMap(({ path }) => toFigurePath(path) ?? []));
  const byAddress = new Map([...pages.values()].map((page) => [page.address, page]));
  const findTarget = (path: string, findAddress: FindAddress = () => undefined) => {
    const page =
      pages.get(path) ??
      pages.get(`${path.replace(/\/$/, '')}/index.qmd`) ??
      byAddress.get(`/${path}`);
    if (page) return findAddress(page) ?? page.address;
    if (figures.has(path) || hasFile(old, path)) return `/${path}`;
    return undefined;
  };
  /** Links of the source that begin with a slash may name documents, too. */
  const resolveDocuments = (text: string, findAddress?: FindAddress) =>
    text.replace(
      /(?<=\]\(|\b(?:href|src)=")\/([^)\s"#?]+\.(?:qmd|rmd|md|html))(?=[)#?"])/gi,
      (whole, path: string) => findTarget(path, findAddress) ?? whole,
    );
  const readFrozen = (page: QuartoPage): string | undefined => {
    const file = toFrozenPath(page.path);
    const result = hasFile(old, file) ? readOldData(old, file)?.value : undefined;
    const markdown =
      isMap(result) && isMap(result['result']) ? result['result']['markdown'] : undefined;
    return typeof markdown === 'string' ? splitPage(markdown).body : undefined;
  };
  const readBody = (page: QuartoPage) =>
    expandIncludes(readFrozen(page) ?? splitPage(old.read(page.path)).body, page.path, old);
  const folderOf = (page: QuartoPage) =>
    `/${posix.dirname(page.path) === '.' ? '' : `${posix.dirname(page.path)}/`}`;
  const findFile = (page: QuartoPage, name: string) =>
    toAbsolute(name, folderOf(page), (path) => findTarget(path)) ?? name;
  const convertBody = (page: QuartoPage, findAddress?: FindAddress): string => {
    const context = {
      data: page.data,
      works,
      isDeck: page.isDeck,
      variables: isMap(variables) ? variables : {},
    };
    const text = convertQuartoText(readBody(page), context);
    const absolute = makeLinksAbsolute(text, folderOf(page), (path) =>
      findTarget(path, findAddress),
    );
    const links = resolveDocuments(absolute, findAddress);
    return page.isDeck ? toSlides(links, page.data) : links;
  };
  return {
    ...project,
    ...{ old, listedBibliographies: listed, convertBody, findFile },
    convertFile: (page, findAddress) => {
      const source = old.read(page.path);
      const data = convertQuartoKeys(page.data, (name) => findFile(page, name));
      return formatPage(source, splitPage(source), { data, body: convertBody(page, findAddress) });
    },
    isUnrendered: (page) =>
      hasCells(splitPage(old.read(page.path)).body) && readFrozen(page) === undefined,
  };
}

/** Inserts the files of `{{< include _a.qmd >}}`, relative to the file that includes them. */
function expandIncludes(text: string, path: string, old: OldSite, depth = 0): string {
  if (depth > 5) return text;
  return text.replace(
    /^[ \t]*\{\{<\s*include\s+["']?([^\s"'>]+)["']?\s*>\}\}/gm,
    (whole, name: string) => {
      const file = name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(path), name);
      return hasFile(old, file)
        ? expandIncludes(splitPage(old.read(file)).body, file, old, depth + 1).trim()
        : whole;
    },
  );
}

/** Returns the bibliographies of the pages that list all of their entries with `nocite: '@*'`. */
function findListedBibliographies(old: OldSite, { pages }: QuartoProject): Set<string> {
  const config = old.configs[0]?.data ?? {};
  return new Set(
    [...pages.values()]
      .filter(({ data }) => /@\*/.test(JSON.stringify(data['nocite'] ?? '')))
      .flatMap(({ path, data }) =>
        toTexts(data['bibliography'] ?? config['bibliography']).map((name) =>
          name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(path), name),
        ),
      )
      .filter((path) => hasFile(old, path)),
  );
}
