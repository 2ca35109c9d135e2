import type { FoundFile, NamedFile, ReadPicture } from './environment.ts';

/**
 * What the texts of a page depend on besides themselves, by the names in the texts. Rendering them
 * again gives the same while each name means the same.
 */
export interface LookedUp {
  /** Files; undefined for one that was not found. */
  files: Map<string, FoundFile | undefined>;
  /** Addresses of pages that `ref` names, below the base path; undefined for an unknown page. */
  pages: Map<string, string | undefined>;
  /** Stamps of the images that were read. */
  images: Map<string, string>;
}

export interface Finders {
  findFile: (written: string) => NamedFile | undefined;
  findTalk: (written: string) => string | undefined;
  readPicture: ReadPicture;
}

/** Returns the same finders, which also record each name that they are asked for in `lookedUp`. */
export function recordLookUps(finders: Finders): Finders & { lookedUp: LookedUp } {
  const lookedUp: LookedUp = { files: new Map(), pages: new Map(), images: new Map() };
  return {
    lookedUp,
    findFile(written) {
      const found = finders.findFile(written);
      lookedUp.files.set(written, found && { place: found.place, path: found.path });
      return found;
    },
    findTalk(written) {
      const address = finders.findTalk(written);
      lookedUp.pages.set(written, address);
      return address;
    },
    async readPicture(written) {
      const reading = await finders.readPicture(written);
      if (reading) lookedUp.images.set(written, reading.stamp);
      return reading;
    },
  };
}
