import type { VFile } from 'vfile';
import type { PictureReading } from '../../model/picture.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';

/** Something a plugin found in the text, with its place in that text (1-based). */
export type TextFinding = Omit<Finding, 'path' | 'key'> & {
  position: { line: number; column: number };
};

/** Where a file is: beside the page or in `public/`, with its path there. */
export interface FoundFile {
  place: 'bundle' | 'public';
  path: string;
}

/** A file of the site that a text names. */
export interface NamedFile extends FoundFile {
  /** How the text is to name it, where what is written does not lead there. */
  named?: string;
}

/** Reads a picture. `stamp` changes when its file does; `file` is the absolute path of that. */
export type ReadPicture = (
  written: string,
) => Promise<(PictureReading & { stamp: string; file: string }) | undefined>;

/** What a plugin may know of the talk whose text it is given, and what it may leave behind. */
export interface Environment {
  /** Formulas are typeset unless this is false. In MDX it is the talk's own `math: false`. */
  math?: unknown;
  /** Code is coloured where its language is named. */
  highlight?: unknown;
  /** The text is a deck of slides. */
  slides?: unknown;
  /** Finds a file by the name that the text has for it. Without it no file is looked for. */
  findFile?: (written: string) => NamedFile | undefined;
  /** Reads a picture by the name that the text has for it; undefined where there is none. */
  readPicture?: ReadPicture;
  /** Filled by the plugins. */
  findings?: TextFinding[];
  /** The text has a formula. */
  hasMath?: boolean;
  /** Files of the bundle that the text shows or links to by their own address. */
  usedFiles?: string[];
}

/** Astro hands plugins the front matter, and gives it back to its caller: the only way through. */
export function environmentOf(file: VFile): Environment {
  const data = file.data as { astro?: { frontmatter?: Environment } };
  data.astro ??= {};
  return (data.astro.frontmatter ??= {});
}

/** Returns the finding for the key that holds the text: only the reader of the file knows its lines. */
export function findingOfKey({ position: _, ...finding }: TextFinding, path: KeyPath): Finding {
  return { ...finding, path };
}

export function addFinding(file: VFile, finding: TextFinding): void {
  const environment = environmentOf(file);
  (environment.findings ??= []).push(finding);
}
