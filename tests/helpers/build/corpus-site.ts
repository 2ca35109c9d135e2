import { toSlug } from '../../../src/model/page/addresses.ts';
import type { BuiltSite } from './build-site.ts';
import { readAllTalks, getStartDay, type CorpusFile } from '../old-sites/corpus.ts';
import { buildSharedSite } from './shared-site.ts';

/** The origin that the site of {@link buildCorpusSite} is built for. */
export const CORPUS_ORIGIN = 'https://ada.example';

/** A time after the date of every real talk, so that all are published; in seconds since 1970, as text. */
export const corpusEpoch = String(Date.UTC(2040, 0, 1) / 1000);
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Returns the talk files that can be in one site: our own, and those of real sites if this machine has them. */
export function readBuildableTalks(): CorpusFile[] {
  const slugs = new Set<string>();
  // Several versions of one file share a slug; the first is used.
  return readAllTalks().filter((file) => {
    const slug = getSlug(file).toLowerCase();
    return isBuildable(file) && !slugs.has(slug) && slugs.add(slug);
  });
}

/** Builds a site of one speaker with all of them, once per test run. */
export function buildCorpusSite(): Promise<BuiltSite> {
  return buildSharedSite('corpus', () => ({
    files: makeCorpusContent(),
    env: { SOURCE_DATE_EPOCH: corpusEpoch },
  }));
}

/** Returns the files of that site, except `content/site.yaml`, by their paths. */
export function makeCorpusContent(): Record<string, string | Buffer> {
  return Object.fromEntries(readBuildableTalks().flatMap(toContent));
}

/** Whether a file is a talk, with a title and a day. Hugo makes a page of any file that it can read. */
export function isTalk(file: CorpusFile): boolean {
  return file.hugo.ok && !!file.hugo.title && getStartDay(file) !== undefined;
}

export function getSlug({ id, hugo }: CorpusFile): string {
  return toSlug(hugo.slug || id.replace(/\.[a-z]{2}$/, ''));
}

/** Whether Lectern builds a file. Files that Hugo cannot read stop this build too; see tests/content. */
function isBuildable({ hugo }: CorpusFile): boolean {
  return hugo.ok || hugo.error === '';
}

function toContent({ path, text, siblings }: CorpusFile): [string, string | Buffer][] {
  const folder = `content/talks/${path.replace(/[^/]*$/, '')}`;
  return [
    [`content/talks/${path}`, text],
    ...siblings.map((name): [string, string | Buffer] => [
      folder + name,
      /\.(png|jpg)$/.test(name) ? onePixel : 'a file',
    ]),
  ];
}
