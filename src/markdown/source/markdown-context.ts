import type { VFile } from 'vfile';
import type { ImageProperties } from '../../model/page/image-errors.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';

/** A finding in a text, with its position there (1-based). */
export type TextFinding = Omit<Finding, 'path' | 'key'> & {
  position: { line: number; column: number };
};

/** A link in a text, with its position there (1-based). */
export interface TextLink {
  /** As written. */
  url: string;
  position: { line: number; column: number };
}

/** A file next to the page (`bundle`) or in `public/`, with its path there. */
export interface FoundFile {
  place: 'bundle' | 'public';
  path: string;
}

/** A file of the site that a text names. */
export interface NamedFile extends FoundFile {
  /** The address to use, if the name in the text is not the address of the file. */
  address?: string;
}

/** Finds a file by its name in a text. */
export interface FindNamedFile {
  (name: string): NamedFile | undefined;
  /** Returns whether a name is a path that leaves the folder of the site. */
  leavesSite?: ((name: string) => boolean) | undefined;
}

/** Reads an image. `stamp` changes when the file does; `file` is its absolute path. */
export type ReadImage = (
  name: string,
) => Promise<(ImageProperties & { stamp: string; file: string }) | undefined>;

/** The macros of a page. A macro that one formula defines holds for all formulas after it. */
export interface MacroScope {
  /** Returns the definitions, as TeX, of the macros that a formula uses. */
  listUsed(tex: string): string;
  /** Adds the macros that a formula defines, and returns the formula without their definitions. */
  define(tex: string): string;
  /** Returns a scope with the same macros, which changes separately. */
  copy(): MacroScope;
}

/** How formulas in a page of HTML are written, besides `\(…\)`, `\[…\]` and the elements of Pandoc. */
export interface HtmlNotation {
  /** Formulas are typeset at all. */
  math: boolean;
  /** Dollars are delimiters, as in pages of old themes with `math: true`. */
  dollars: boolean;
}

/** The page whose text plugins process, and what they return about the text. */
export interface MarkdownContext {
  /** Typesets formulas unless this is false. In MDX it is the key `math` of the page. */
  math?: unknown;
  /** The macros of the page, which the formulas of the text add to. */
  macroScope?: MacroScope;
  /** In MDX, the key `macros` of the page. */
  macros?: unknown;
  /** Highlights code blocks with a language. */
  highlight?: unknown;
  /** The text is a deck of slides. */
  slides?: unknown;
  /** The text is HTML, not Markdown. */
  html?: HtmlNotation;
  /** Finds a file by its name in the text. Without it, plugins look for no files. */
  findFile?: FindNamedFile;
  /** Reads an image by its name in the text; undefined for a missing file. */
  readImage?: ReadImage;
  /** Added by plugins, as are the following keys. */
  findings?: TextFinding[];
  /** The text has a formula. */
  hasMath?: boolean;
  /** Files of the bundle that the text shows or links to under their own names. */
  usedFiles?: string[];
  /** The links of the text; only a check lists them. */
  links?: TextLink[];
}

/**
 * Returns the context of a text. The caller passes it as front matter, the only object that Astro
 * passes on to plugins and returns to the caller.
 */
export function getMarkdownContext(file: VFile): MarkdownContext {
  const data = file.data as { astro?: { frontmatter?: MarkdownContext } };
  data.astro ??= {};
  return (data.astro.frontmatter ??= {});
}

/** Converts a finding in a text to one of the key that contains the text. */
export function toKeyFinding({ position: _, ...finding }: TextFinding, path: KeyPath): Finding {
  return { ...finding, path };
}

/** Adds a finding to the context of a text. */
export function addFinding(file: VFile, finding: TextFinding): void {
  const context = getMarkdownContext(file);
  (context.findings ??= []).push(finding);
}
