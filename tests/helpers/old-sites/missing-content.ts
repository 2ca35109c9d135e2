import { basename } from 'node:path';
import { getAttribute, getText, type Page } from '../read/html.ts';
import type { OldPage, OldFrontMatter } from './old-pages.ts';

/** A part of an old file that its page does not show. */
export interface MissingContent {
  kind: 'title' | 'year' | 'author' | 'abstract' | 'text' | 'link' | 'image' | 'fact';
  value: string;
}

/**
 * Returns the parts of an old file that its page does not show.
 * @param names The names of people by the names of their folders.
 */
export function findMissingContent(
  old: OldPage,
  page: Page,
  names: ReadonlyMap<string, string>,
): MissingContent[] {
  const { data, section, body } = old;
  const main = removePunctuation(getText(page.first('main')!));
  const hasWords = (text: string) => main.includes(removePunctuation(text));
  const hrefs = page.all('main a').map((link) => getAttribute(link, 'href') ?? '');
  const hasLink = (link: string) => hrefs.some((href) => isSameTarget(href, link));
  const description = getAttribute(page.first('meta[name="description"]')!, 'content') ?? '';
  const year = isDated(section) ? getYear(data) : '';
  return [
    ...findMissing(
      'title',
      [removeMarkup(toText(data['title']))],
      (text) => page.text('main h1') === text,
    ),
    ...findMissing('year', [year], (text) => page.text('main header').includes(text)),
    ...findMissing('author', listAuthors(data, names), createNameFinder(page, section)),
    ...findMissing('abstract', [getBeginning(getAbstract(data))], (text) => {
      // Only lists show the summary of a post with a text, as in the old themes.
      return (
        hasWords(text) ||
        (section === 'posts' && removePunctuation(description).includes(removePunctuation(text)))
      );
    }),
    ...findMissing('text', [getBeginning(body)], hasWords),
    ...findMissing('link', listLinks(data), hasLink),
    ...findMissing('link', toTexts(data['projects']), (name) => hasLink(`projects/${name}/`)),
    ...findMissing('link', toTexts(data['slides']), (name) => hasLink(`slides/${name}/`)),
    ...findMissing('fact', listFacts(data), hasWords),
    ...findMissing('image', [findImage(old) ?? ''], () => hasImage(page)),
  ];
}

function findMissing(
  kind: MissingContent['kind'],
  values: string[],
  isShown: (value: string) => boolean,
) {
  return values.filter((value) => value && !isShown(value)).map((value) => ({ kind, value }));
}

function isDated(section: string): boolean {
  return ['talks', 'publications', 'posts', 'projects'].includes(section);
}

/** Removes the markup of Markdown and HTML. */
function removeMarkup(text: string): string {
  return text
    .replace(/<[^>]+>|[*`\\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function removePunctuation(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function toTexts(value: unknown): string[] {
  return [value].flat().map(toText).filter(Boolean);
}

/** Returns the year of the event, for which older themes have a key besides `date`. */
function getYear({ time_start: start, date: fileDate }: OldFrontMatter): string {
  const date = start || fileDate;
  return date instanceof Date ? String(date.getUTCFullYear()) : toText(date).slice(0, 4);
}

function getAbstract({ abstract, summary, excerpt, description }: OldFrontMatter): string {
  return [abstract, summary, excerpt, description].map(toText).find(Boolean) ?? '';
}

/** Creates a function that checks whether names are on a page in the order of the calls. */
function createNameFinder(page: Page, section: string): (name: string) => boolean {
  // A post or project by the owner alone shows the name only in the site header.
  const siteText = section === 'posts' || section === 'projects' ? page.text('body') : '';
  // A full stop may be the end of a citation or part of an initial.
  const shown = (page.text('main .authors, main .meta') || siteText).replaceAll('.', '');
  let position = 0;
  return (author) => {
    // A backslash before a character of Markdown or TeX is no part of a name.
    const name = author
      .replaceAll('.', '')
      .replace(/\\([&*_#$])/g, '$1')
      .trim();
    const found = shown.indexOf(name, position);
    if (found >= 0) position = found + name.length;
    return found >= 0;
  };
}

/** Returns the listed authors, or those in the citation of academicpages: family names, then given names. */
function listAuthors(
  { authors, author, citation }: OldFrontMatter,
  names: ReadonlyMap<string, string>,
) {
  const listed = toTexts(authors ?? author);
  if (listed.length > 0) return listed.map((name) => names.get(name) ?? name);
  const people = removeMarkup(toText(citation))
    .split(/\.? \(\d{4}\)/)[0]!
    .split(/, /);
  return people.flatMap((_, i) =>
    i % 2 === 0 && people[i + 1] ? [`${people[i + 1]!} ${people[i]!}`] : [],
  );
}

function isSameTarget(href: string, link: string): boolean {
  return href === link || decodeURI(href).endsWith(`/${link.replace(/^\//, '')}`);
}

function listLinks(data: OldFrontMatter): string[] {
  const { doi, hugoblox } = data;
  const keys = ['links', 'url_custom', 'urls', 'social', 'profiles', 'organizations'];
  const lists = keys.flatMap((key) => [data[key] ?? []].flat() as (OldFrontMatter | null)[]);
  const single = /^(url_(?!custom)|(paperurl|slidesurl|link|event_url|external_link)$)/;
  const urlEntries = Object.entries(data).filter(([key]) => single.test(key));
  const ids = (hugoblox as { ids?: { doi?: string; arxiv?: string } } | undefined)?.ids ?? {};
  const found = [
    ...lists.flatMap((entry) => [entry?.['url'], entry?.['link']]),
    ...urlEntries.map(([, url]) => url),
    doi && `https://doi.org/${toText(doi)}`,
    ids.doi && `https://doi.org/${ids.doi}`,
    ids.arxiv && `https://arxiv.org/abs/${ids.arxiv}`,
  ];
  return found.filter((url): url is string => typeof url === 'string' && url !== '' && url !== '#');
}

/** Returns the event and place of a talk, or the facts of a person's profile. */
function listFacts({ event, location, interests, education, role }: OldFrontMatter): string[] {
  const { interests: listed = interests } = (interests ?? {}) as { interests?: unknown };
  const { courses = education } = (education ?? {}) as { courses?: unknown };
  const studies = [courses ?? []].flat() as { course?: string; institution?: string }[];
  const studied = studies.flatMap(({ course, institution }) => [course, institution]);
  return [event, location, role, listed, studied].flatMap(toTexts);
}

function findImage({ data, siblings }: OldPage): string | undefined {
  const { image, header, image_preview: preview } = data;
  if ((image as { preview_only?: boolean } | undefined)?.preview_only) return undefined;
  const featured = siblings.find((file) => /\/(featured|avatar)\.[^/]+$/.test(file));
  const named = (header as { image?: string } | undefined)?.image || toText(preview);
  return (featured && basename(featured)) || named || undefined;
}

/** Whether a page has an image outside its text. */
function hasImage(page: Page): boolean {
  const inText = new Set(page.all('main .prose img'));
  const images = page
    .all('main .portrait img, main article img')
    .filter((image) => !inText.has(image));
  return images.length > 0;
}

/** Returns the start of the first line with more than two words. */
function getBeginning(text: string): string {
  const lines = text
    .replace(/<!--[^]*?-->|^(```+|~~~+)[^]*?^\1|\{\{[<%][^]*?[>%]\}\}|!\[[^\]]*\]\([^)]*\)/gm, '')
    .split('\n')
    .map((line) => removeMarkup(line.replace(/^\s*\d+\. /, '')));
  return (lines.find((line) => line.split(' ').length > 2) ?? '').slice(0, 80);
}
