import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { toJekyllSettings } from '../old-site/generator-settings.ts';
import { sectionsByCollection } from '../old-site/listed-collection.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  noPageReason,
  placeInSection,
  type Placement,
  toNeighbours,
  withoutExtension,
} from './content-places.ts';
import { placeServed } from './place-hugo.ts';
import { generatedListReason, jekyllSkipReason, junkSkipReason } from './skip-reasons.ts';
import { detectPageKind } from './unsectioned-pages.ts';

const collection = /^(?:.*\/)?(_talks|_publications|_posts|_portfolio|_projects|_teaching)\/(.+)$/;

/** Files of the theme that the site serves. */
const themeFile =
  /^assets\/(css|js|fonts|webfonts|scss|_?sass)\/|^images\/(browserconfig\.xml|manifest\.json)$/;

/** Files that Jekyll serves unchanged, in any folder. */
const servedName =
  /\.(pdf|png|jpe?g|gif|svg|webp|avif|ico|txt|csv|tsv|json|xml|zip|gz|bib|tex|mp3|mp4|webm|mov|pptx?|docx?|xlsx?|key|odp|ipynb|html?|webmanifest)$|^(CNAME|\.nojekyll|\.well-known\/.*)$/i;

const repositoryFile = /^(README|LICEN[CS]E|CHANGELOG|CONTRIBUTING|CODE_OF_CONDUCT|package)[^/]*$/i;

/** Folders of programs, which Jekyll does not publish. */
const unservedPath =
  /^(_|\.(?!well-known)|scripts\/|markdown_generator\/|talkmap|vendor\/|test\/|spec\/|bin\/)/;

/** A file of a collection, by the name of the collection. */
const collectionFile =
  /^_(?!posts\/|pages\/|drafts\/|includes|layouts|sass|plugins|data|bibliography)([^/]+)\//;

const unpublishedReason =
  'The old site did not publish this collection: _config.yml has no output: true for it. Move the file into its section to publish it';

/** Returns a function that returns the places of each file of a Jekyll site. */
export function createJekyllPlacer(site: OldSite): (path: string) => Placement[] {
  const collectionFiles = site.files.flatMap(({ path }) => {
    const [, name = '', rest] = collection.exec(path) ?? [];
    return rest === undefined ? [] : [{ name, rest }];
  });
  const { publishes } = toJekyllSettings(site.configs);
  const byName = Map.groupBy(collectionFiles, ({ name }) => name);
  const neighbours = new Map(
    [...byName].map(([name, files]) => [name, toNeighbours(files.map(({ rest }) => rest))]),
  );
  return (path) => {
    const junkReason = junkSkipReason(path);
    if (junkReason !== undefined) return [{ reason: junkReason }];
    const [, ownCollection] = collectionFile.exec(path) ?? [];
    if (ownCollection !== undefined && !publishes(ownCollection)) {
      return [toQuarantine(path, unpublishedReason)];
    }
    const [, name = '', rest] = collection.exec(path) ?? [];
    if (rest === undefined) return [placeOtherFile(path, site)];
    const collectionName = name.slice(1);
    const folder = `content/${sectionsByCollection[collectionName]}`;
    const place = { path, rest, folder, served: `public/${collectionName}/${rest}` };
    return placeInSection(place, neighbours.get(name)!, site.read);
  };
}

function placeOtherFile(path: string, site: OldSite): Placement {
  if (/^_drafts\//.test(path)) {
    return toQuarantine(path, 'Draft. Move it into content/posts and add draft: true');
  }
  if (/^_pages\//.test(path)) return placePage(path, site);
  if (/^_data\//.test(path) && !/^_data\/(ui-text|navigation|authors)\.[a-z]+$/.test(path)) {
    return toQuarantine(
      path,
      'Data for templates of the old theme. Check whether you need any of it',
    );
  }
  // Where jekyll-scholar looks.
  const [, bibliography] = /^_bibliography\/(?:.*\/)?([^/]+\.bib)$/i.exec(path) ?? [];
  if (bibliography !== undefined) return { to: `content/${bibliography}` };
  const isText = /\.(md|markdown|html?)$/i.test(path);
  if (/^_(?!includes|layouts|sass|plugins|data|config)/.test(path) && path.includes('/')) {
    return isText
      ? placePlainPage(path, site)
      : toQuarantine(path, 'Part of a collection that has no section in the new site');
  }
  const isUnpublished = [themeFile, unservedPath, repositoryFile].some((pattern) =>
    pattern.test(path),
  );
  if (isUnpublished) return { reason: jekyllSkipReason(path) };
  if (isText && /^\uFEFF?---\r?\n/.test(site.read(path))) {
    return /^(index|404)\.[a-z]+$/.test(path)
      ? { reason: 'Page that the new site generates' }
      : placePlainPage(path, site);
  }
  const isAuthorFile = /^(files|images|img|assets|pdfs?|docs|slides)\//.test(path) && !isText;
  if (isAuthorFile || servedName.test(path)) return placeServed(path, path);
  return { reason: jekyllSkipReason(path) };
}

/** Skips a page that only lists others, which the new site generates, and keeps a page with its own text. */
function placePage(path: string, site: OldSite): Placement {
  if (!/\.(md|markdown|html?)$/i.test(path)) return { to: `public/${path.replace('_pages/', '')}` };
  const text = site.read(path);
  const isList =
    /\{%-?\s*(for|include)\s/.test(text) && /\b(site\.|paginator|group_names)/.test(text);
  if (isList) return { reason: generatedListReason };
  if (/404|sitemap/.test(path)) return { reason: 'Page that the new site generates' };
  return placePlainPage(path, site);
}

/** Places a page of a collection that is not a section: `_pages/lab.md`, `_themes/knots.md`. */
function placePlainPage(path: string, site: OldSite): Placement {
  const kind = detectPageKind(site.read(path));
  if (kind === undefined) return toQuarantine(path, noPageReason);
  const id = withoutExtension(path);
  const extension = isHtmlFile(path) ? path.slice(id.length) : '.md';
  const [folder, name, tail] = [`content/${kind}`, id.replace(/^_(pages\/)?/, ''), extension];
  return { to: `${folder}/${name}${tail}`, page: { id, folder, name, tail } };
}
