import { splitFrontMatter } from '../../content/parse/front-matter.ts';
import { toHtmlName, toTextName } from '../../content/parse/file-names.ts';
import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { toQuarantine } from '../files/quarantine.ts';

/** A file in a section of the old site, and the folder of the section in the new site. */
interface SectionFile {
  /** As in `OldFile`. */
  path: string;
  /** From the folder of the old section: `nyu/index.md`. */
  rest: string;
  /** The folder of the section in the new site: `content/talks`. */
  folder: string;
  /** Where the old site serves a file that belongs to no page: `public/talk/nyu.txt`. */
  served: string;
}

/** The other files of the section, by paths relative to its folder. */
export interface Neighbours {
  /** Folders that are one page with its files, and the text of each. */
  bundles: ReadonlyMap<string, string>;
  /** Texts of pages, without their extensions. */
  stems: ReadonlySet<string>;
}

/** Sections in which every folder is a page with its files, whatever the names of the files. */
const bundleSections = /^content\/(authors|slides|teaching)$/;

/** Names that Lectern skips and Hugo does not. */
export const underscoreName = /(^|\/)_(?!index\.)/;
export const underscoreReason =
  'The name of the file or of its folder begins with _. Remove the _ and move the file into its section to publish it';

/** Groups the files of a section by page bundle, and lists its texts. */
export function toNeighbours(paths: readonly string[]): Neighbours {
  const [sources, others, texts] = [sourceName, otherText, textName].map((name) =>
    paths.filter((path) => name.test(path)),
  );
  const indexes = [sources!, others!, texts!]
    .flat()
    .filter((path) => /.\/index\.[^/]+$/.test(path));
  return {
    bundles: new Map(indexes.map((path) => [parentFolder(path), path])),
    stems: new Set([...others!, ...texts!].map(toStem)),
  };
}

/** Returns the text of the page that a file belongs to: itself, or that of its page bundle. */
export function findPageText(rest: string, { bundles }: Neighbours): string | undefined {
  const bundle = findBundle(rest, bundles);
  if (bundle !== undefined) return bundles.get(bundle);
  return isPageName(rest) && !/(^|\/)_/.test(rest) ? rest : undefined;
}

/**
 * Returns the places of a file of a section: usually the same path below the folder of the new section.
 * A document that was not rendered has a second place, as a page with its text.
 */
export function placeInSection(
  { path, rest, folder, served }: SectionFile,
  { bundles, stems }: Neighbours,
  read: (path: string) => string,
): Placement[] {
  const bundle = findBundle(rest, bundles);
  const stem = withoutExtension(rest);
  const placement = toPlacement(rest);
  if (bundle !== undefined && !/^index\./.test(rest.slice(bundle.length + 1))) return [placement];
  if (textName.test(rest)) {
    if (underscoreName.test(rest)) return [toQuarantine(path, underscoreReason)];
    const isPage = hasFrontMatter(read(path)) || folder === 'content/slides';
    return [isPage ? placement : quarantineText(path)];
  }
  if (sourceName.test(rest)) {
    const hasNoText = !stems.has(stem) && hasFrontMatter(read(path));
    return hasNoText ? [placement, toPlacement(`${stem}.md`)] : [placement];
  }
  if (otherText.test(rest) || lacksExtension(rest)) {
    if (hasFrontMatter(read(path))) {
      const name = lacksExtension(rest) ? `${rest}.md` : `${stem}.md`;
      return [toPlacement(isHtmlFile(rest) ? rest : name)];
    }
    if (bundle === undefined) return [{ to: served }];
    return [folder === 'content/slides' ? placement : quarantineText(path)];
  }
  if (bundle !== undefined || bundleSections.test(folder)) return [placement];
  if (unsupportedText.test(rest)) {
    return [
      toQuarantine(
        path,
        'Unsupported format. Convert it to Markdown and move it into its section to publish it',
      ),
    ];
  }
  return [{ to: served }];

  function toPlacement(file: string): Placement & { to: string } {
    const name = bundle ?? toStem(file);
    const oldPath = path.slice(0, path.length - rest.length) + name;
    const id = bundle === undefined ? oldPath : `${oldPath}/`;
    return { to: `${folder}/${file}`, page: { id, folder, name, tail: file.slice(name.length) } };
  }
}

/** Returns the outermost page bundle that contains a file. */
function findBundle(rest: string, bundles: Neighbours['bundles']): string | undefined {
  for (let at = rest.indexOf('/'); at !== -1; at = rest.indexOf('/', at + 1)) {
    if (bundles.has(rest.slice(0, at))) return rest.slice(0, at);
  }
  return undefined;
}

function toStem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const parsed = toTextName(name) ?? toHtmlName(name);
  const folder = parentFolder(path);
  return `${folder && `${folder}/`}${parsed?.stem ?? withoutExtension(name)}`;
}

function lacksExtension(rest: string): boolean {
  return !/\.[a-z0-9]{1,5}$/i.test(rest);
}

function hasFrontMatter(text: string): boolean {
  return !('failure' in splitFrontMatter(text));
}

function quarantineText(path: string): Placement {
  return toQuarantine(
    path,
    'No front matter. Add a title between two lines of --- and move the file into its section to publish it',
  );
}

/** Texts that become pages without changes. */
export const textName = /\.(md|mdx|markdown)$/i;

/** Returns whether the name of a file is that of a page: a text, or HTML, which is a page if it has front matter. */
export function isPageName(name: string): boolean {
  return textName.test(name) || isHtmlFile(name);
}

/** Other texts that are pages if they have front matter: HTML, and old spellings of Markdown, which get another name. */
const otherText = /\.(html?|mmark|mkd|mkdn|mkdown)$/i;

/** Source documents that the program of an author renders to Markdown. */
export const sourceName = /\.(rmd|rmarkdown|qmd)$/i;

/** Other documents that old generators turn into pages, and that Lectern cannot read. */
const unsupportedText = /\.(org|adoc|asciidoc|rst|pandoc|pdc|textile|ipynb)$/i;

/** Why a page without a section is quarantined. */
export const noPageReason =
  'No title, or no text of its own. Copy what you need into a page in content/pages';

/** The page that a file belongs to. */
export interface PagePart {
  /** Identifies the page: the old path, up to the folder of the page or without the extension. */
  id: string;
  /** The folder of the new section, `content/talks`; then the name, `nyu`; then the rest, `/index.md`. */
  folder: string;
  name: string;
  tail: string;
}

/** The place of a file in the new site and, if it is quarantined, why; or why it is skipped. */
export type Placement =
  { to: string; quarantineReason?: string; page?: PagePart } | { reason: string };

/** Removes the extension: `a/b.Rmd` → `a/b`. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/** Returns the folder of a path: `a/b/c.md` → `a/b`; empty for a file of the root. */
function parentFolder(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
