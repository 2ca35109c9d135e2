import { fromMarkdown } from 'mdast-util-from-markdown';
import { treeToPlainText } from '../../markdown/render/plain-text.ts';
import { isMap } from '../../schema/describe.ts';
import { omitKeys, type PageParts, readText } from '../convert/converted-page.ts';
import { toPath } from './convert-liquid.ts';

/** Keys that only change how al-folio shows a page. */
const displayKeys = new Set([
  ...['layout', 'giscus_comments', 'disqus_comments', 'related_posts', 'pretty_table', 'mermaid'],
  ...[
    'code_diff',
    'chart',
    'images',
    'tabs',
    'typograms',
    'tikzjax',
    'pseudocode',
    'plotly',
    'map',
  ],
  ...['citation', 'inline', 'hidden', 'horizontal', 'nav', 'nav_order', 'dropdown', 'children'],
  ...['display_categories', 'bibliography', '_styles', 'comments', 'importance', 'img', 'redirect'],
  ...[
    'thumbnail',
    'og_image',
    'social',
    'news',
    'selected_papers',
    'profile',
    'profiles',
    'pagination',
  ],
  ...['announcements', 'latest_posts', 'cv_pdf', 'cv_format', 'thumbnails', 'sitemap', 'search'],
  ...[
    'related_publications',
    'external_source',
    'back_to_top',
    'toc_sidebar',
    'anchors',
    'last_updated',
    'math',
  ],
]);

/** Returns the path of an image of the old site, from the root, by its path or by its name in `assets/img`. */
export type FindImage = (name: string) => string;

/** Keys whose values have another form in Lectern. */
function convertCommonKeys(
  data: Record<string, unknown>,
  findImage: FindImage,
): Record<string, unknown> {
  const image = toImage(readText(data['thumbnail'] ?? data['img']), findImage);
  const redirect = readText(data['redirect']);
  const related = readText(data['related_publications']);
  const weight = readText(data['importance']);
  const names = readNames(data['authors']);
  return {
    ...omitKeys(data, displayKeys),
    ...(typeof data['tags'] === 'string' && { tags: splitWords(data['tags']) }),
    ...(typeof data['categories'] === 'string' && { categories: splitWords(data['categories']) }),
    ...(names && { authors: names }),
    ...(data['math'] !== undefined && { math: data['math'] }),
    ...(typeof data['toc'] === 'object' && { toc: undefined }),
    ...(image && { image }),
    ...(weight !== undefined && /^-?\d+$/.test(weight) && { weight: Number(weight) }),
    ...(redirect !== undefined && redirect !== 'true' && toRedirectKeys(redirect)),
    ...(related !== undefined &&
      !/^(true|false)$/.test(related) && { publications: splitWords(related) }),
  };
}

/** Returns the key `image` for an image of the site; images of other sites are not shown. */
function toImage(name: string | undefined, findImage: FindImage) {
  if (name === undefined || /^([a-z]+:)?\/\//i.test(name)) return undefined;
  return { filename: findImage(name) };
}

/** A page that redirects to another site is listed with that address; a file becomes a link. */
function toRedirectKeys(redirect: string): Record<string, unknown> {
  if (/^https?:/i.test(redirect)) return { external_link: redirect };
  return { links: [{ name: 'Open', url: toPath(redirect) }] };
}

function splitWords(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** Returns the names of authors with their affiliations, as posts of Distill have them. */
function readNames(authors: unknown): string[] | undefined {
  if (!Array.isArray(authors) || !authors.some(isMap)) return undefined;
  return authors.flatMap((author: unknown) =>
    isMap(author) ? (readText(author['name']) ?? []) : (readText(author) ?? []),
  );
}

/** The length of a title that is made from a text, in characters. */
const MAX_TITLE = 90;

/** Returns a title for a text without one: its first sentence, or its first words. */
function toTitle(body: string): string | undefined {
  const text = treeToPlainText(fromMarkdown(body), { math: false })
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [sentence = ''] = /^.{12,}?[.!?](?=\s|$)|^.+/u.exec(text) ?? [];
  if (sentence === '') return undefined;
  if (sentence.length <= MAX_TITLE) return sentence.replace(/(?<=[\p{L}\p{N})])\.$/u, '');
  return `${sentence.slice(0, MAX_TITLE).replace(/\s+\S*$/, '')}…`;
}

/** Converts a page by the section of the new site in which it is. */
export function convertKeys(
  { data, body }: PageParts,
  collection: string,
  findImage: FindImage,
): PageParts {
  const common = convertCommonKeys(data, findImage);
  switch (collection) {
    case 'news':
      return {
        data: { title: readText(data['title']) ?? toTitle(body), ...omitEmptyTitle(common) },
        body,
      };
    case 'people':
    case 'team':
    case 'members':
      return convertPerson(data, body, findImage);
    case 'books':
      return convertBook(data, common, body, findImage);
    case 'teachings':
      return convertCourse(data, common, body);
    case 'projects':
      return { data: toDatedProject(common), body };
    default:
      return { data: common, body };
  }
}

/** Reads the year of a project, which some templates have, as its date. */
function toDatedProject(data: Record<string, unknown>): Record<string, unknown> {
  const [year] = /^\d{4}/.exec(readText(data['year']) ?? '') ?? [];
  if (year === undefined || readText(data['date']) !== undefined) return data;
  return { ...omitKeys(data, new Set(['year'])), date: year };
}

function omitEmptyTitle(data: Record<string, unknown>): Record<string, unknown> {
  return readText(data['title']) === undefined ? omitKeys(data, new Set(['title'])) : data;
}

/** Keys of people that have no counterpart, and are shown as a list. */
const personLines: readonly [key: string, label: string][] = [
  ['purpose', 'Degree'],
  ['work', 'Work'],
  ['year', 'Year'],
  ['position', 'Now at'],
];

/** Converts a person of a lab: `name` or `firstname` and `lastname`, `position`, `interests`, `image`. */
function convertPerson(
  data: Record<string, unknown>,
  body: string,
  findImage: FindImage,
): PageParts {
  const read = (...keys: string[]) => keys.map((key) => readText(data[key])).find(Boolean);
  const parts = [read('firstname', 'first_name'), read('lastname', 'last_name')].filter(Boolean);
  const title = read('name', 'title') ?? (parts.join(' ') || undefined);
  const image = read('image', 'img', 'avatar', 'photo');
  const isFormer = data['current'] === false || data['alumni'] === true;
  const group = read('category', 'group');
  const role = read('role', 'description') ?? (isFormer ? undefined : read('position'));
  const lines = personLines.flatMap(([key, label]) => {
    const value = readText(data[key]);
    return value === undefined || value === role ? [] : [`- ${label}: ${value}`];
  });
  const links = ['email', 'website', 'url', 'github', 'scholar'].flatMap((key) => {
    const value = readText(data[key]);
    if (value === undefined) return [];
    if (key === 'email') return [{ label: 'Email', link: `mailto:${value}`, icon: 'envelope' }];
    return /^https?:/.test(value) ? [{ label: key, link: value }] : [];
  });
  return {
    data: {
      title,
      role,
      ...(group !== undefined && { user_groups: [isFormer ? `Former members: ${group}` : group] }),
      interests: read('interests')
        ?.split(/\s*[,;]\s*/)
        .filter(Boolean),
      ...(image !== undefined && { avatar_filename: findImage(image) }),
      ...(links.length > 0 && { social: links }),
    },
    body: [lines.join('\n'), body.trim()].filter(Boolean).join('\n\n') + '\n',
  };
}

const bookKeys = new Set([
  ...['author', 'cover', 'olid', 'isbn', 'buy_link', 'started', 'finished', 'released', 'stars'],
  ...['goodreads_review', 'status'],
]);

/** Converts the review of a book. The author of the book did not write the page. */
function convertBook(
  data: Record<string, unknown>,
  common: Record<string, unknown>,
  body: string,
  findImage: FindImage,
): PageParts {
  const [author, released] = [readText(data['author']), readText(data['released'])];
  const stars = Number(readText(data['stars']));
  const facts = [
    author && `*${readText(data['title']) ?? ''}* by ${author}`,
    released,
    stars > 0 && stars <= 5
      ? `${'★'.repeat(stars)}${'☆'.repeat(5 - Math.floor(stars))}`
      : undefined,
  ].filter(Boolean);
  const link = readText(data['buy_link']);
  const cover = toImage(readText(data['cover']), findImage);
  return {
    data: {
      ...omitKeys(common, bookKeys),
      date: readText(data['date']) ?? readText(data['finished']) ?? readText(data['started']),
      ...(cover && { image: cover }),
      ...(link !== undefined && { link }),
    },
    body: facts.length > 0 ? `${facts.join(', ')}\n\n${body.trimStart()}` : body,
  };
}

const courseKeys = new Set(['instructor', 'year', 'term', 'time', 'course_id', 'schedule']);

/** Converts a course: `instructor`, `year`, `term`, and a `schedule` of weeks with their materials. */
function convertCourse(
  data: Record<string, unknown>,
  common: Record<string, unknown>,
  body: string,
): PageParts {
  const term = [readText(data['term']), readText(data['year'])].filter(Boolean).join(' ');
  const instructor = readText(data['instructor']);
  const schedule = Array.isArray(data['schedule']) ? data['schedule'].filter(isMap) : [];
  const place = [readText(data['location']), readText(data['time'])].filter(Boolean).join('; ');
  const weeks = schedule.map(formatWeek).join('\n');
  return {
    data: {
      ...omitKeys(common, courseKeys),
      ...(term !== '' && { terms: [term] }),
      ...(instructor !== undefined && { authors: [instructor] }),
      ...(place !== '' && { location: place }),
    },
    body: weeks === '' ? body : `${body.trim()}\n\n## Schedule\n\n${weeks}\n`,
  };
}

function formatWeek(week: Record<string, unknown>): string {
  const read = (key: string) => readText(week[key]);
  const number = read('week');
  const when = [number && `Week ${number}`, read('date')].filter(Boolean).join(', ');
  const topic = [when && `**${when}**`, read('topic')].filter(Boolean).join(': ');
  const materials = (Array.isArray(week['materials']) ? week['materials'] : [])
    .filter(isMap)
    .map(({ name, url }) => {
      const [label, target] = [readText(name) ?? 'Material', readText(url)];
      return target === undefined ? label : `[${label}](<${target}>)`;
    });
  const details = [read('description'), materials.join(', ')].filter(Boolean);
  return [`- ${topic}`, ...details.map((line) => `  ${line}`)].join('\n\n');
}
