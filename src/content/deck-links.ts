import { statSync } from 'node:fs';
import { join } from 'node:path';
import { writtenDeliveries } from '../model/written-deliveries.ts';
import { writtenLinks } from '../model/written-links.ts';
import type { KeyPath } from '../schema/finding.ts';
import type { TalkFrontMatter } from '../schema/talk.ts';
import type { LocatedFile } from './find-file.ts';
import type { SiteFolder } from './site-folder.ts';
import type { TalkFile } from './talk-files.ts';

/** A PDF of the site that a talk links to as its slides, its poster or its text. */
export interface Deck {
  /** The key that names it first. */
  path: KeyPath;
  /** The value there. */
  written: string;
  /** Absolute. */
  file: string;
  /** Milliseconds since 1970. */
  modified: number;
  /** Whether its first page is to be drawn. */
  shown: boolean;
}

/** The PDFs of a talk, each written value once. */
export function findDecks(
  talk: TalkFrontMatter,
  locate: (written: string) => LocatedFile | undefined,
  file: TalkFile,
  folder: SiteFolder,
): Deck[] {
  const decks = new Map<string, Deck>();
  for (const { path, url, shown } of candidates(talk)) {
    const located = locate(url);
    if (!located || decks.has(url) || !/\.pdf$/i.test(located.path)) continue;
    const inFolder = located.place === 'bundle' ? file.bundle?.folder : folder.public;
    const absolute = join(inFolder ?? '', located.path);
    const modified = statSync(absolute, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    decks.set(url, { path, written: url, file: absolute, modified, shown });
  }
  return [...decks.values()];
}

function candidates(talk: TalkFrontMatter): { path: KeyPath; url: string; shown: boolean }[] {
  const ofTalk = writtenLinks(talk).flatMap(({ path, url, kind }) => {
    const shown = kind === 'slides' || kind === 'poster';
    return shown || kind === 'pdf' ? [{ path, url, shown }] : [];
  });
  const ofDeliveries = writtenDeliveries(talk).flatMap(({ slides }) =>
    slides ? [{ path: slides.path, url: slides.value, shown: true }] : [],
  );
  return [...ofTalk, ...ofDeliveries];
}
