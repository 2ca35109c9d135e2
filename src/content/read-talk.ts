import { readFileSync } from 'node:fs';
import type { SiteFile } from '../model/link.ts';
import { writtenAddresses } from '../model/written-links.ts';
import { checkTalk, type CheckContext } from '../model/check-talk.ts';
import { encodePath, reservedSlugs, toSlug, type Addresses } from '../model/url.ts';
import type { Finding } from '../schema/finding.ts';
import { isNotATalk, talkKeys, talkSchema, type TalkFrontMatter } from '../schema/talk.ts';
import { checkSchema } from './check-schema.ts';
import { findDecks, type Deck } from './deck-links.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { toNote } from './passed-over.ts';
import { toFailureProblem, toProblems, type Problem } from './problem.ts';
import { findPicture, pictureName, type FoundPicture } from './find-picture.ts';
import { locateFile, toSiteFile, type LocatedFile } from './find-file.ts';
import type { SiteFolder } from './site-folder.ts';
import type { TalkFile } from './talk-files.ts';

/** A talk file after reading, before its texts are rendered. */
export interface ReadTalk {
  file: TalkFile;
  text: string;
  slug: string;
  written: FrontMatter;
  frontMatter: TalkFrontMatter;
  /** The files that its values mean, by value. */
  files: Record<string, SiteFile>;
  /** Its PDFs, not yet opened. */
  decks: Deck[];
  locate: (written: string) => LocatedFile | undefined;
  picture?: FoundPicture;
}

export interface TalkReading {
  /** Absent when the file is no talk, or leaves no honest page. */
  talk?: ReadTalk;
  problems: Problem[];
}

/** Reads one talk file: front matter, schema, and what the model has to say about its meaning. */
export function readTalk(
  file: TalkFile,
  folder: SiteFolder,
  addresses: Addresses,
  context?: CheckContext,
): TalkReading {
  const text = readFileSync(file.path, 'utf8');
  const written = readFrontMatter(text);
  if ('failure' in written) return { problems: [toFailureProblem(written.failure, file.name, text)] };
  if (isNotATalk(written.data)) {
    return { problems: [toNote({ name: file.name, why: 'widget' })] };
  }

  const { value, findings } = checkSchema(talkSchema, written.data, talkKeys);
  const all: Finding[] = [...written.findings, ...findings];
  if (!value) return { problems: toProblems(all, file.name, written, text) };

  const frontMatter = withOwnPdf(value, file);
  const slug = toSlug(value.slug ?? file.stem);
  const locate = (name: string) => locateFile(folder, file, name);
  const files = findFiles(frontMatter, (url) => {
    const located = locate(url);
    return located && toSiteFile(located, slug, addresses);
  });
  const findFile = (url: string) => (Object.hasOwn(files, url) ? files[url] : undefined);
  const { picture, findings: ofPicture } = findPicture(frontMatter, file, folder);
  const decks = findDecks(frontMatter, locate, file, folder);
  all.push(...checkTalk(frontMatter, findFile, context), ...ofPicture, ...checkSlug(slug));
  return {
    talk: { file, text, slug, written, frontMatter, files, decks, locate, ...(picture && { picture }) },
    problems: toProblems(all, file.name, written, text),
  };
}

function findFiles(talk: TalkFrontMatter, find: (url: string) => SiteFile | undefined) {
  const files: Record<string, SiteFile> = {};
  for (const { url } of writtenAddresses(talk)) {
    const file = find(url);
    if (file) files[url] = file;
  }
  return files;
}

function checkSlug(slug: string): Finding[] {
  if (!reservedSlugs.includes(slug.toLowerCase())) return [];
  return [
    {
      path: ['slug'],
      severity: 'error',
      code: 'talk/reserved-address',
      message: `the address /talks/${slug}/ is a page of the site itself`,
      remedy: 'Rename the folder, or give the talk another name by slug:.',
    },
  ];
}

/** Hugo Academic's rule: `<folder>.pdf` beside a talk that names no other is its PDF. */
function withOwnPdf(talk: TalkFrontMatter, { bundle, stem }: TalkFile): TalkFrontMatter {
  const own = `${stem}.pdf`;
  const named = talk.url_pdf ?? talk.urls?.['pdf'];
  return named === undefined && bundle?.files.includes(own) ? { ...talk, url_pdf: own } : talk;
}

/**
 * The files of a bundle that are published beside the talk: all but pictures, which reach a page
 * through Astro's image pipeline, unless a link or the text names one.
 */
export function attachmentsOf({ file, slug, files }: ReadTalk, used: readonly string[]): string[] {
  const linked = Object.values(files).map(({ href }) => href);
  const isLinked = (name: string) =>
    linked.some((href) => href.endsWith(`/${encodeURIComponent(slug)}/${encodePath(name)}`));
  return (file.bundle?.files ?? []).filter(
    (name) => !pictureName.test(name) || used.includes(name) || isLinked(name),
  );
}
