import type { LookUps } from '../../markdown/source/look-ups.ts';
import type { FoundFile } from '../../markdown/source/markdown-context.ts';
import { getFileStamp } from '../assets/image-cache.ts';
import type { PageFinders } from './render-job.ts';

/** Returns whether every file, page and image that the texts of a page refer to is the same as before. */
export function hasSameLookUps(lookedUp: LookUps, finders: PageFinders): boolean {
  const { locate } = finders;
  const isSameImage = ([name, stamp]: [string, string]) => {
    const located = locate(name);
    return located !== undefined && getFileStamp(located.file) === stamp;
  };
  return hasSameTargets(lookedUp, finders) && [...lookedUp.images].every(isSameImage);
}

/** Returns whether every name in the texts of a page still refers to the same file or page, whatever its content. */
export function hasSameTargets({ files, pages }: LookUps, { locate, findPage }: PageFinders) {
  const isSameFile = ([name, previous]: [string, FoundFile | undefined]) => {
    const located = locate(name);
    return located?.place === previous?.place && located?.path === previous?.path;
  };
  const isSamePage = ([name, address]: [string, string | undefined]) => findPage(name) === address;
  return [...files].every(isSameFile) && [...pages].every(isSamePage);
}
