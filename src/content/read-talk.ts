import { readFileSync } from 'node:fs';
import type { SiteFile } from '../model/link.ts';
import { writtenLinks } from '../model/link.ts';
import { checkTalk } from '../model/check-talk.ts';
import { encodePath, reservedSlugs, toSlug, type Addresses } from '../model/url.ts';
import type { Finding } from '../schema/finding.ts';
import { isNotATalk, talkKeys, talkSchema, type TalkFrontMatter } from '../schema/talk.ts';
import { checkSchema } from './check-schema.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { toFailureProblem, toProblems, type Problem } from './problem.ts';
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
  locate: (written: string) => LocatedFile | undefined;
  /** The picture of its bundle, relative to the bundle. */
  picture?: string;
}

export interface TalkReading {
  /** Absent when the file is no talk, or leaves no honest page. */
  talk?: ReadTalk;
  problems: Problem[];
}

/** Reads one talk file: front matter, schema, and what the model has to say about its meaning. */
export function readTalk(file: TalkFile, folder: SiteFolder, addresses: Addresses): TalkReading {
  const text = readFileSync(file.path, 'utf8');
  const written = readFrontMatter(text);
  if ('failure' in written) return { problems: [toFailureProblem(written.failure, file.name, text)] };
  if (isNotATalk(written.data)) return { problems: [] };

  const { value, findings } = checkSchema(talkSchema, written.data, talkKeys);
  const all: Finding[] = [...written.findings, ...findings];
  if (!value) return { problems: toProblems(all, file.name, written, text) };

  const slug = toSlug(value.slug ?? file.stem);
  const locate = (name: string) => locateFile(folder, file, name);
  const files = findFiles(value, (url) => {
    const located = locate(url);
    return located && toSiteFile(located, slug, addresses);
  });
  all.push(...checkTalk(value, (url) => files[url]), ...checkSlug(slug));
  const picture = findPicture(value, file);
  return {
    talk: {
      ...{ file, text, slug, written, frontMatter: value, files, locate },
      ...(picture && { picture }),
    },
    problems: toProblems(all, file.name, written, text),
  };
}

function findFiles(talk: TalkFrontMatter, find: (url: string) => SiteFile | undefined) {
  const files: Record<string, SiteFile> = {};
  for (const { url } of writtenLinks(talk)) {
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

const pictureName = /\.(avif|gif|jpe?g|png|svg|tiff?|webp)$/i;

/** Hugo Academic's rule: a picture with `featured` in its name, else the one named by the author. */
function findPicture(talk: TalkFrontMatter, { bundle }: TalkFile): string | undefined {
  const pictures = (bundle?.files ?? []).filter((name) => pictureName.test(name));
  const named = talk.image?.filename;
  return (
    pictures.find((name) => /featured/i.test(name) && !name.includes('/')) ??
    pictures.find((name) => name === named)
  );
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
