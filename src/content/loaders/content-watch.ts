import { sep } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { publishContentChange } from '../validate/channels.ts';
import type { ProblemReport } from '../validate/problem-report.ts';
import { getSectionFolder } from '../sections/section.ts';
import { sections } from '../sections/sections.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { getContentVersion, markFilesChanged } from './entry-store.ts';

/** The files that changed since the last sync. */
export interface FileChanges {
  /** Absolute. */
  paths: readonly string[];
  /** Whether a file was added or deleted. */
  hasNewNames: boolean;
}

/** Updates a collection after changes of files. */
export type Sync = (changes: FileChanges) => Promise<void>;

/** Calls the loaders of a dev server after changes of files. */
export interface ContentWatch {
  /**
   * Calls `sync` after changes of the files of a collection.
   * @param isRelevant Returns whether the collection depends on the file at a path.
   */
  add(watcher: LoaderContext['watcher'], isRelevant: (path: string) => boolean, sync: Sync): void;
}

/** Milliseconds without a change after which changes are read. Programs often write several files at once. */
const QUIET_TIME = 15;
/** Milliseconds after a failed sync until it is tried again, and how often that happens without a success. */
const RETRY_TIME = 500;
const MAX_RETRIES = 3;

/**
 * Creates a watch. Changes that happen together, or during a sync, lead to one sync of each collection that depends on
 * them, one reload of open pages and one report of problems. A sync that fails, perhaps because a file was deleted while it
 * was read, is tried again with the next changes or a little later.
 */
export function createContentWatch(folder: SiteFolder, report: ProblemReport): ContentWatch {
  const collections: { isRelevant: (path: string) => boolean; sync: Sync }[] = [];
  const watched = new Set<LoaderContext['watcher']>();
  let paths = new Set<string>();
  let hasNewNames = false;
  let isSyncing = false;
  /** The number of syncs in a row that failed. */
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  function collect(path: string, isNewName: boolean): void {
    if (!collections.some(({ isRelevant }) => isRelevant(path))) return;
    paths.add(path);
    hasNewNames ||= isNewName;
    clearTimeout(timer);
    timer = setTimeout(() => void syncChanges(), QUIET_TIME);
  }

  async function syncChanges(): Promise<void> {
    if (isSyncing) return;
    isSyncing = true;
    report.hold();
    while (paths.size > 0) {
      const failed = await syncOnce();
      failures = failed.length > 0 ? failures + 1 : 0;
      if (failed.length === 0 || failures > MAX_RETRIES) continue;
      const isWaiting = paths.size === 0;
      for (const path of failed) paths.add(path);
      hasNewNames = true;
      if (!isWaiting) continue;
      timer = setTimeout(() => void syncChanges(), RETRY_TIME);
      break;
    }
    isSyncing = false;
    report.release();
  }

  /** Syncs all changes so far. Returns the paths of those whose sync failed. */
  async function syncOnce(): Promise<string[]> {
    const changes = { paths: [...paths], hasNewNames };
    const version = getContentVersion();
    [paths, hasNewNames] = [new Set(), false];
    const failed: string[] = [];
    for (const { isRelevant, sync } of collections) {
      const relevant = changes.paths.filter(isRelevant);
      if (relevant.length === 0) continue;
      await sync(changes).catch((error: unknown) => {
        console.error(error);
        failed.push(...relevant);
      });
    }
    if (changes.hasNewNames) markFilesChanged();
    if (getContentVersion() !== version) publishContentChange();
    return failed;
  }

  return {
    add(watcher, isRelevant, sync) {
      if (!watcher) return;
      collections.push({ isRelevant, sync });
      if (watched.has(watcher)) return;
      watched.add(watcher);
      watcher.add([folder.content, folder.public]);
      watcher.on('change', (path) => collect(path, false));
      for (const event of ['add', 'unlink'] as const) {
        watcher.on(event, (path) => collect(path, true));
      }
    },
  };
}

/** Returns whether a path is that of one of the author's files that is in no section. */
export function isSiteFile(path: string, folder: SiteFolder): boolean {
  const isInSection = sections.some((section) => isBelow(path, getSectionFolder(section, folder)));
  return isBelow(path, folder.public) || (isBelow(path, folder.content) && !isInSection);
}

/** Returns whether a path is that of a file in a folder. */
export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder + sep);
}
