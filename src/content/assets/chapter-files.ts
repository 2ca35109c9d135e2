import { basename, dirname } from 'node:path/posix';
import { toHtmlName, toTextName, type TextName } from '../parse/file-names.ts';

/** Where a chapter is below its course. */
export interface ChapterPlace {
  /** The name of the folder of the course. */
  course: string;
  /** Its path below the course, without its extension: `guide/formatting`. */
  path: string;
}

/** A file below the page of a folder, by its path there. */
interface ChapterFile {
  name: string;
  path: string;
  /** The text is the index of a folder, whose files belong to it. */
  isBundle: boolean;
}

/** The chapters of a course, and the other texts below it. */
export interface ChapterListing {
  chapters: ChapterFile[];
  otherLanguages: string[];
  /** Texts in the folder of another chapter, and those whose names start with `_`. */
  skipped: string[];
}

/**
 * Separates chapters from other texts below a course. As in Hugo, `guide/_index.md` is a chapter with chapters below it, and
 * `guide/index.md` one with files.
 * @param names Paths of texts below the folder of the course.
 * @param language The language of the site, a BCP 47 tag.
 */
export function listChapterFiles(names: readonly string[], language: string): ChapterListing {
  const texts = names.flatMap((name) => {
    const text = toTextName(basename(name)) ?? toHtmlName(basename(name));
    return text ? [{ name, text }] : [];
  });
  const bundles = texts.flatMap(({ name, text }) => (text.stem === 'index' ? dirname(name) : []));
  const isInBundle = (name: string, { stem }: TextName) =>
    bundles.some(
      (bundle) => name.startsWith(`${bundle}/`) && !(dirname(name) === bundle && stem === 'index'),
    );
  const isSkipped = ({ name, text }: (typeof texts)[number]) =>
    isInBundle(name, text) || (text.stem.startsWith('_') && text.stem !== '_index');
  const isOther = ({ text }: (typeof texts)[number]) =>
    text.language !== undefined &&
    text.language.split('-')[0] !== language.toLowerCase().split('-')[0];
  const candidates = texts.filter((one) => !isSkipped(one));
  return {
    chapters: candidates
      .filter((one) => !isOther(one))
      .map(({ name, text }) => ({
        name,
        path: /^_?index$/.test(text.stem)
          ? dirname(name)
          : `${dirname(name)}/${text.stem}`.replace(/^\.\//, ''),
        isBundle: text.stem === 'index',
      })),
    otherLanguages: candidates.filter(isOther).map(({ name }) => name),
    skipped: texts.filter(isSkipped).map(({ name }) => name),
  };
}
