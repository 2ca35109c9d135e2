/** Texts that become pages as they are. */
export const textName = /\.(md|mdx|markdown)$/i;

/** Texts that become pages under another name: HTML with front matter, old spellings of Markdown. */
export const renamedText = /\.(html?|mmark|mkd|mkdn|mkdown)$/i;

/** Source documents that the program of an author renders to Markdown. */
export const sourceName = /\.(rmd|rmarkdown|qmd)$/i;

/** Other documents that old generators turn into pages, and that are not read here. */
export const foreignText = /\.(org|adoc|asciidoc|rst|pandoc|pdc|textile|ipynb)$/i;

/** Why a page without a section is quarantined. */
export const noPageReason =
  'No title, or no text of its own. Copy what you need into a page in content/pages';

/** The page that a file belongs to. */
export interface PagePart {
  /** Identifies the page: the old path, up to the folder of the page or without the extension. */
  id: string;
  /** Of the new section, `content/talks`; then the name, `nyu`; then the rest, `/index.md`. */
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
export function parentFolder(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
