import type { FindNamedFile, FoundFile, ReadImage } from './markdown-context.ts';

/**
 * The files, pages and images that the texts of a page refer to, by the names in the texts. The
 * rendered texts are up to date as long as each name still has the same result.
 */
export interface LookUps {
  /** Files; undefined for one that was not found. */
  files: Map<string, FoundFile | undefined>;
  /** Addresses of pages that `ref` names, below the base path; undefined for an unknown page. */
  pages: Map<string, string | undefined>;
  /** Stamps of the images that were read. */
  images: Map<string, string>;
}

/** Functions that look up the names in a text. */
export interface Finders {
  findFile: FindNamedFile;
  findPage: (name: string) => string | undefined;
  readImage: ReadImage;
}

/** Returns the same finders, which also record each name that they are asked for in `lookedUp`. */
export function recordLookUps(finders: Finders): Finders & { lookedUp: LookUps } {
  const lookedUp: LookUps = { files: new Map(), pages: new Map(), images: new Map() };
  return {
    lookedUp,
    findFile: Object.assign(
      (name: string) => {
        const file = finders.findFile(name);
        lookedUp.files.set(name, file && { place: file.place, path: file.path });
        return file;
      },
      { leavesSite: finders.findFile.leavesSite },
    ),
    findPage(name) {
      const address = finders.findPage(name);
      lookedUp.pages.set(name, address);
      return address;
    },
    async readImage(name) {
      const image = await finders.readImage(name);
      if (image) lookedUp.images.set(name, image.stamp);
      return image;
    },
  };
}
