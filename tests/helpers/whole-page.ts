import { basename } from 'node:path';
import { attribute, textOf, type Page } from './html.ts';
import type { OldPage, Written } from './old-pages.ts';

/** Something that an old file says and that its page does not show. */
export interface Lack {
  what: 'title' | 'year' | 'author' | 'abstract' | 'text' | 'link' | 'picture' | 'fact';
  value: string;
}

/** @param names The names of people by the names of their folders. */
export function lacksOf(old: OldPage, page: Page, names: ReadonlyMap<string, string>): Lack[] {
  const { data, section, body } = old;
  const main = letters(textOf(page.first('main')!));
  const hasWords = (text: string) => main.includes(letters(text));
  const hrefs = page.all('main a').map((link) => attribute(link, 'href') ?? '');
  const hasLink = (link: string) => hrefs.some((href) => leadsTo(href, link));
  const description = attribute(page.first('meta[name="description"]')!, 'content') ?? '';
  const year = isDated(section) ? yearOf(data) : '';
  return [
    ...lacking('title', [plain(textFrom(data['title']))], (text) => page.text('main h1') === text),
    ...lacking('year', [year], (text) => page.text('main header').includes(text)),
    ...lacking('author', authorsOf(data, names), namesIn(page, section)),
    ...lacking('abstract', [beginning(abstractOf(data))], (text) => {
      // Nothing but a list shows the summary of a post with a text, here as there.
      return (
        hasWords(text) || (section === 'posts' && letters(description).includes(letters(text)))
      );
    }),
    ...lacking('text', [beginning(body)], hasWords),
    ...lacking('link', linksOf(data), hasLink),
    ...lacking('link', textsFrom(data['projects']), (name) => hasLink(`projects/${name}/`)),
    ...lacking('link', textsFrom(data['slides']), (name) => hasLink(`slides/${name}/`)),
    ...lacking('fact', factsOf(data), hasWords),
    ...lacking('picture', [pictureOf(old) ?? ''], () => hasPicture(page)),
  ];
}

function lacking(what: Lack['what'], values: string[], isShown: (value: string) => boolean) {
  return values.filter((value) => value && !isShown(value)).map((value) => ({ what, value }));
}

function isDated(section: string): boolean {
  return ['talks', 'publications', 'posts', 'projects'].includes(section);
}

/** Words without the marks of Markdown and of HTML. */
function plain(text: string): string {
  return text
    .replace(/<[^>]+>|[*`\\]/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

function textFrom(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function textsFrom(value: unknown): string[] {
  return [value].flat().map(textFrom).filter(Boolean);
}

/** That of the day itself, where older themes have it apart from the file's. */
function yearOf({ time_start: start, date: written }: Written): string {
  const date = start || written;
  return date instanceof Date ? String(date.getUTCFullYear()) : textFrom(date).slice(0, 4);
}

function abstractOf({ abstract, summary, excerpt, description }: Written): string {
  return [abstract, summary, excerpt, description].map(textFrom).find(Boolean) ?? '';
}

/** Whether a name stands on the page, after those that were asked for before it. */
function namesIn(page: Page, section: string): (name: string) => boolean {
  // A post or project of the owner alone leaves the name to the head of the site.
  const owned = section === 'posts' || section === 'projects' ? page.text('body') : '';
  // Where a citation ends in a full stop, nobody can tell whether it is that of an initial.
  const shown = (page.text('main .authors, main .meta') || owned).replaceAll('.', '');
  let at = 0;
  return (author) => {
    const name = author.replaceAll('.', '').trim();
    const found = shown.indexOf(name, at);
    if (found >= 0) at = found + name.length;
    return found >= 0;
  };
}

/** As listed; in academicpages as the citation has them, where they are families and given names. */
function authorsOf({ authors, author, citation }: Written, names: ReadonlyMap<string, string>) {
  const listed = textsFrom(authors ?? author);
  if (listed.length > 0) return listed.map((name) => names.get(name) ?? name);
  const people = plain(textFrom(citation))
    .split(/\.? \(\d{4}\)/)[0]!
    .split(/, /);
  return people.flatMap((_, i) =>
    i % 2 === 0 && people[i + 1] ? [`${people[i + 1]!} ${people[i]!}`] : [],
  );
}

function leadsTo(href: string, link: string): boolean {
  return href === link || decodeURI(href).endsWith(`/${link.replace(/^\//, '')}`);
}

function linksOf(data: Written): string[] {
  const { doi, hugoblox } = data;
  const keys = ['links', 'url_custom', 'urls', 'social', 'profiles', 'organizations'];
  const lists = keys.flatMap((key) => [data[key] ?? []].flat() as (Written | null)[]);
  const single = /^(url_(?!custom)|(paperurl|slidesurl|link|event_url|external_link)$)/;
  const written = Object.entries(data).filter(([key]) => single.test(key));
  const ids = (hugoblox as { ids?: { doi?: string; arxiv?: string } } | undefined)?.ids ?? {};
  const found = [
    ...lists.flatMap((one) => [one?.['url'], one?.['link']]),
    ...written.map(([, url]) => url),
    doi && `https://doi.org/${textFrom(doi)}`,
    ids.doi && `https://doi.org/${ids.doi}`,
    ids.arxiv && `https://arxiv.org/abs/${ids.arxiv}`,
  ];
  return found.filter((url): url is string => typeof url === 'string' && url !== '' && url !== '#');
}

/** Where a talk was given, and what a person's profile says of them besides. */
function factsOf({ event, location, interests, education, role }: Written): string[] {
  const { interests: listed = interests } = (interests ?? {}) as { interests?: unknown };
  const { courses = education } = (education ?? {}) as { courses?: unknown };
  const studies = [courses ?? []].flat() as { course?: string; institution?: string }[];
  const studied = studies.flatMap(({ course, institution }) => [course, institution]);
  return [event, location, role, listed, studied].flatMap(textsFrom);
}

function pictureOf({ data, beside }: OldPage): string | undefined {
  const { image, header, image_preview: preview } = data;
  if ((image as { preview_only?: boolean } | undefined)?.preview_only) return undefined;
  const featured = beside.find((file) => /\/(featured|avatar)\.[^/]+$/.test(file));
  const named = (header as { image?: string } | undefined)?.image || textFrom(preview);
  return (featured && basename(featured)) || named || undefined;
}

/** One of its own: those of its text are others. */
function hasPicture(page: Page): boolean {
  const inText = new Set(page.all('main .prose img'));
  const own = page.all('main .portrait img, main article img').filter((one) => !inText.has(one));
  return own.length > 0;
}

/** Of the first line that says something. */
function beginning(text: string): string {
  const lines = text
    .replace(/<!--[^]*?-->|^(```+|~~~+)[^]*?^\1|\{\{[<%][^]*?[>%]\}\}|!\[[^\]]*\]\([^)]*\)/gm, '')
    .split('\n')
    .map((line) => plain(line.replace(/^\s*\d+\. /, '')));
  return (lines.find((line) => line.split(' ').length > 2) ?? '').slice(0, 80);
}
