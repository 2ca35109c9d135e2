import { toSlug } from '../../src/model/page/addresses.ts';
import type { BuiltSite } from './build-site.ts';
import { realFiles, startDay, type RealFile } from './corpus.ts';
import { keptSite } from './kept-site.ts';

/** Where the site of {@link corpusSite} believes to be. */
export const CORPUS_ORIGIN = 'https://ada.example';

/** After every date of a real talk, so that all of them are published. In seconds, as text. */
export const corpusEpoch = String(Date.UTC(2040, 0, 1) / 1000);
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** The talk files that one site can hold together: our own, then those of real sites where this machine has them. */
export function corpusFiles(): RealFile[] {
  const slugs = new Set<string>();
  // Of several versions of one file, which share a slug, the first.
  return realFiles().filter((file) => {
    const slug = slugOf(file).toLowerCase();
    return isBuilt(file) && !slugs.has(slug) && slugs.add(slug);
  });
}

/** All of them as the site of one speaker, built once a test run. */
export function corpusSite(): Promise<BuiltSite> {
  return keptSite('corpus', () => ({
    files: corpusContent(),
    env: { SOURCE_DATE_EPOCH: corpusEpoch },
  }));
}

/** Returns the files of that site, except `content/site.yaml`, by their paths. */
export function corpusContent(): Record<string, string | Buffer> {
  return Object.fromEntries(corpusFiles().flatMap(toContent));
}

/** Hugo makes a page of whatever it can read. A talk has a title and a day besides. */
export function isTalk(file: RealFile): boolean {
  return file.answer.ok && !!file.answer.title && startDay(file) !== undefined;
}

export function slugOf({ id, answer }: RealFile): string {
  return toSlug(answer.slug || id.replace(/\.[a-z]{2}$/, ''));
}

/** What Hugo cannot read stops a build here as well; tests/content looks at that. */
function isBuilt({ answer }: RealFile): boolean {
  return answer.ok || answer.error === '';
}

function toContent({ path, text, beside }: RealFile): [string, string | Buffer][] {
  const folder = `content/talks/${path.replace(/[^/]*$/, '')}`;
  return [
    [`content/talks/${path}`, text],
    ...beside.map((name): [string, string | Buffer] => [
      folder + name,
      /\.(png|jpg)$/.test(name) ? onePixel : 'a file',
    ]),
  ];
}
