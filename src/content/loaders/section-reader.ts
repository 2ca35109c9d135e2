import type { Addresses } from '../../model/page/addresses.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import type { PageFile, PageFrontMatter, PageListing } from '../assets/page-files.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import {
  listSection,
  readPage,
  readPages,
  type PageReading,
  type ReadingContext,
} from '../sections/read-pages.ts';
import type { Section } from '../sections/section.ts';
import { type FileChanges, isBelow } from './content-watch.ts';

/** The pages of a section. The object of a page is the same as before if its file is. */
interface SectionReading<F extends PageFrontMatter> extends ReturnType<typeof readPages<F>> {
  files: readonly PageFile[];
  /** Whether all files and pages are still the same under the names by which texts refer to them. */
  hasSameNames: boolean;
}

/**
 * Reads the pages of a section. After changes, reads only those again that have changed, or that may refer to files
 * whose names have changed.
 */
export class SectionReader<F extends PageFrontMatter> {
  readonly #section: Section<F>;
  readonly #folder: SiteFolder;
  readonly #readings = new Map<string, { file: PageFile; reading: PageReading<F> }>();
  #listing: PageListing | undefined;
  #context = '';

  constructor(section: Section<F>, folder: SiteFolder) {
    this.#section = section;
    this.#folder = folder;
  }

  /** @param changes The changes since the last call; undefined if all files are read. */
  read(addresses: Addresses, context: ReadingContext, changes?: FileChanges): SectionReading<F> {
    const previousContext = this.#context;
    this.#context = JSON.stringify(context);
    if (!changes || this.#context !== previousContext) this.#readings.clear();
    const textsOnly = this.#isChangeOfTexts(changes);
    const slugs = this.#listSlugs(changes);
    this.#forget(changes, !textsOnly);
    let result = this.#readPages(addresses, context);
    const hasSameNames = textsOnly && this.#listSlugs(changes) === slugs;
    if (textsOnly && !hasSameNames) {
      this.#forget(undefined, true);
      result = this.#readPages(addresses, context);
    }
    return { ...result, files: this.#listing?.files ?? [], hasSameNames };
  }

  #readPages(addresses: Addresses, context: ReadingContext) {
    return readPages(this.#section, this.#folder, addresses, context, {
      list: (...rules) => (this.#listing ??= listSection(...rules)),
      read: (section, file, ...rest) => {
        const known = this.#readings.get(file.path);
        if (known && hasSameBundle(known.file, file)) return known.reading;
        const reading = readPage(section, file, ...rest);
        this.#readings.set(file.path, { file, reading });
        return reading;
      },
    });
  }

  /** Returns whether only texts of known pages have changed. */
  #isChangeOfTexts(changes: FileChanges | undefined): boolean {
    return (
      !!changes && !changes.hasNewNames && changes.paths.every((path) => this.#readings.has(path))
    );
  }

  /** Returns the slugs of the changed pages. */
  #listSlugs(changes: FileChanges | undefined): string {
    return (changes?.paths ?? [])
      .map((path) => this.#readings.get(path)?.reading.page?.slug ?? '')
      .join('\n');
  }

  /** Forgets changed pages. @param areNamesNew Forgets the pages as well that refer to files by their names. */
  #forget(changes: FileChanges | undefined, areNamesNew: boolean): void {
    if (areNamesNew) this.#listing = undefined;
    const paths = changes?.paths ?? [];
    for (const [path, { file, reading }] of this.#readings) {
      const isChanged = paths.some(
        (changed) => changed === path || (file.bundle && isBelow(changed, file.bundle.folder)),
      );
      if (isChanged || (areNamesNew && !isSelfContained(reading, this.#section))) {
        this.#readings.delete(path);
      }
    }
  }
}

function hasSameBundle(a: PageFile, b: PageFile): boolean {
  return (
    a === b || (a.stem === b.stem && a.bundle?.files.join('\n') === b.bundle?.files.join('\n'))
  );
}

/** Returns whether all files that the front matter of a page names are next to the page. */
function isSelfContained<F extends PageFrontMatter>(
  { page, broken }: PageReading<F>,
  section: Section<F>,
): boolean {
  const read = page ?? broken;
  if (!read) return true;
  const { file, frontMatter, image } = read;
  const { image: named, header, image_preview: preview } = frontMatter;
  const isInBundle = (name: string) =>
    file.bundle?.files.includes(name.replace(/^(\.\/)+/, '')) ?? false;
  const namesImage = Boolean(named?.filename ?? header?.image ?? preview);
  const hasOwnImage = image ? isInBundle(image.name) : !namesImage && !section.findImage;
  const links = section.links(frontMatter);
  return hasOwnImage && links.every(({ url }) => isExternalUrl(url) || isInBundle(url));
}
