import { isMap } from '../../schema/describe.ts';
import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { findOwn } from '../../schema/own-value.ts';
import { isExcluded } from '../addresses/jekyll-addresses.ts';
import { readText, splitPage } from '../convert/converted-page.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { toJekyllSettings } from '../old-site/generator-settings.ts';
import {
  isPageName,
  noPageReason,
  placeInSection,
  type Placement,
  toNeighbours,
  withoutExtension,
} from '../places/content-places.ts';
import { createJekyllPlacer } from '../places/place-jekyll.ts';
import { generatedListReason, junkSkipReason } from '../places/skip-reasons.ts';
import { detectPageKind } from '../places/unsectioned-pages.ts';
import type { AlFolioSite } from './al-folio-site.ts';
import { convertBibliography } from './bibliographies.ts';

/** The folders of the new site by the collections of al-folio and of its users. */
const foldersByCollection: Readonly<Record<string, string>> = {
  ...{ posts: 'posts', news: 'posts', books: 'posts', drafts: 'posts', blog: 'posts' },
  ...{ projects: 'projects', portfolio: 'projects', research: 'projects', software: 'projects' },
  ...{ talks: 'talks', presentations: 'talks', events: 'talks', publications: 'publications' },
  ...{ teaching: 'teaching', teachings: 'teaching', courses: 'teaching' },
  ...{ people: 'authors', team: 'authors', members: 'authors' },
};

const collectionFile =
  /^_(?!pages\/|includes|layouts|sass|plugins|data|bibliography|scripts|site)([^/]+)\/(.+)$/;

const themeAsset =
  /^assets\/(css|js|fonts|webfonts|libs|scss|_?sass)\/|^(lighthouse_results|_scripts)\//;

const excludedReason = 'Excluded in _config.yml, so the old site did not publish it';
const unpublishedReason =
  'The old site did not publish this collection: _config.yml has no output: true for it. Move the file into its section to publish it';

/** Why files in `_data` are skipped. */
const dataReasons: Readonly<Record<string, string>> = {
  coauthors: 'Addresses of coauthors. To link the names, add the people in content/authors',
  venues: 'Colours of the badges of journals',
  citations: 'Numbers of citations, which the old site looked up',
  featured_posts: 'Data for templates of the old theme',
};

/**
 * Returns the collection of a file: `news` for `_news/a.md`, `pages` for a page outside collections.
 */
export function getCollection(path: string): string {
  return collectionFile.exec(path)?.[1] ?? 'pages';
}

/** Returns a function that returns the places of each file of an al-folio site. */
export function createAlFolioPlacer(site: AlFolioSite): (path: string) => Placement[] {
  const { old } = site;
  const settings = toJekyllSettings(old.configs);
  // Jekyll does not publish a file of _pages that the configuration excludes.
  const excluding = { ...settings, included: [] };
  const placeOther = createJekyllPlacer(old);
  const files = old.files.flatMap(({ path }) => {
    const [, name = '', rest] = collectionFile.exec(path) ?? [];
    return rest === undefined ? [] : [{ name, rest }];
  });
  const neighbours = new Map(
    [...Map.groupBy(files, ({ name }) => name)].map(([name, inside]) => [
      name,
      toNeighbours(inside.map(({ rest }) => rest)),
    ]),
  );
  return (path) => {
    const junkReason = junkSkipReason(path);
    if (junkReason !== undefined) return [{ reason: junkReason }];
    if (themeAsset.test(path)) return [{ reason: 'Part of the old theme' }];
    if (isExcluded(path, excluding) && /\.(md|markdown|html?)$/i.test(path)) {
      return [{ reason: excludedReason }];
    }
    const [, collection = '', rest] = collectionFile.exec(path) ?? [];
    if (rest !== undefined) return placeCollectionFile(path, collection, rest);
    if (/^_bibliography\//.test(path)) return [placeBibliography(path, site)];
    const [, data] = /^_data\/(.+)\.[a-z]+$/.exec(path) ?? [];
    if (data !== undefined) {
      const reason = findOwn(dataReasons, data);
      return reason === undefined ? placeOther(path) : [{ reason }];
    }
    const isPage = /^_pages\//.test(path) || (!path.startsWith('_') && isSitePage(path, site));
    return isPage ? [placePage(path, site)] : placeOther(path);
  };

  function placeCollectionFile(path: string, collection: string, rest: string): Placement[] {
    if (collection !== 'posts' && collection !== 'drafts' && !settings.publishes(collection)) {
      return [toQuarantine(path, unpublishedReason)];
    }
    const known = findOwn(foldersByCollection, collection);
    const isDatedTalk = known !== 'talks' || readText(splitPage(old.read(path)).data['date']);
    const folder = `content/${(isDatedTalk && known) || 'pages'}`;
    if (folder === 'content/authors' && isPageName(rest)) {
      const [id, name] = [withoutExtension(path), withoutExtension(rest.split('/').at(-1)!)];
      return [{ to: `${folder}/${name}.md`, page: { id, folder, name, tail: '.md' } }];
    }
    const served = `public/${collection}/${rest}`;
    return placeInSection({ path, rest, folder, served }, neighbours.get(collection)!, old.read);
  }
}

function placeBibliography(path: string, { old, listedBibliographies }: AlFolioSite): Placement {
  if (!listedBibliographies.has(path)) {
    return toQuarantine(
      path,
      'No page of the old site listed it. Move it into content/ to list it',
    );
  }
  return convertBibliography(old, listedBibliographies, path) === undefined
    ? { reason: 'Another bibliography has all of its entries' }
    : { to: `content/${path.split('/').at(-1)}` };
}

/** Returns whether a file outside `_pages` is a page: it has front matter. */
function isSitePage(path: string, { old }: AlFolioSite): boolean {
  const isText = /\.(md|markdown|html?)$/i.test(path);
  if (!isText || /^(\.|README|LICEN[CS]E)/i.test(path)) return false;
  return /^\uFEFF?---\r?\n/.test(old.read(path));
}

/** Layouts of pages that the new site generates. */
const generatedLayouts = /^(cv|archive.*|book-shelf|blog|bib|course-list)$/;

/** Places a page outside collections: with its own text, or a list that the new site generates. */
function placePage(path: string, site: AlFolioSite): Placement {
  const text = site.old.read(path);
  const { data } = splitPage(text);
  if (/(^|\/)404\.|sitemap|robots\.txt/.test(path))
    return { reason: 'Page that the new site generates' };
  if (data['dropdown'] === true) return { reason: 'Part of the old menu' };
  const isGenerated =
    generatedLayouts.test(readText(data['layout']) ?? '') || isMap(data['pagination']);
  if (isGenerated) return { reason: generatedListReason };
  const converted = site.convertFile(path, 'pages');
  if (isListOnly(text, splitPage(converted).body)) return { reason: generatedListReason };
  const kind = detectPageKind(converted);
  if (kind === undefined) return toQuarantine(path, noPageReason);
  const id = withoutExtension(path);
  const tail = isHtmlFile(path) ? path.slice(id.length) : '.md';
  const [folder, name] = [`content/${kind}`, id.replace(/^_pages\//, '')];
  return { to: `${folder}/${name}${tail}`, page: { id, folder, name, tail } };
}

/** A tag that shows a list: a bibliography, a loop over a collection, or a list of the theme. */
const listTag =
  /\{%-?\s*(?:bibliography(?![^%]*(?:--cited|-c\b))|include\s+(?:news|projects|courses|bib_search|repository)|(?:for|assign)\b[^%]*\b(?:site|paginator)\.)/;

/** Returns whether a page has a list and, apart from headings, no text of its own. */
function isListOnly(source: string, body: string): boolean {
  if (!listTag.test(source)) return false;
  const words = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, '')
    .replace('[All publications](/publications/)', '')
    .replace(/<h\d[^>]*>[\s\S]*?<\/h\d>|^#{1,6} .*$/gim, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' || /\{%-?\s*for\b/.test(body);
}
