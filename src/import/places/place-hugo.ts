import { findSection } from '../../model/site/section-folders.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { hugoFoldersOf, type HugoFolders } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  type Neighbours,
  noPageReason,
  placeInSection,
  type Placement,
  textName,
  toNeighbours,
} from './content-places.ts';
import { hugoSkipReason, junkSkipReason } from './skip-reasons.ts';
import { createUnsectionedPlacer } from './unsectioned-pages.ts';

/** Addresses that the new site makes itself. */
const generatedAddress =
  /^((index|404)\.html|(rss|posts)\.xml|feed\.json|talks\.ics|llms\.txt|share\.png|sitemap[^/]*\.xml)$/;

/** Returns a function that returns the places of each file of a Hugo site. */
export function createHugoPlacer(site: OldSite): (path: string) => Placement[] {
  const folders = hugoFoldersOf(site);
  const bySection = Map.groupBy(
    site.files.flatMap(({ path }) => contentPath(path, folders) ?? []),
    (path) => path.slice(0, path.indexOf('/') + 1),
  );
  const neighbours = new Map<string, Neighbours>();
  const ofNoSection: string[] = [];
  for (const [section, paths] of bySection) {
    const inSection = paths.filter((path) => otherLanguage(path, folders) === undefined);
    neighbours.set(section, toNeighbours(inSection.map((path) => path.slice(section.length))));
    if (findSectionFolder(section) === undefined) ofNoSection.push(...inSection);
  }
  const placeOther = createUnsectionedPlacer(ofNoSection, folders.content, site.read);
  return (path) => {
    const litter = junkSkipReason(path);
    if (litter !== undefined) return [{ reason: litter }];
    const inContent = contentPath(path, folders);
    if (inContent === undefined) return [placeElsewhere(path, folders, site)];
    return placeContent(path, inContent);
  };

  function placeContent(path: string, inContent: string): Placement[] {
    const language = otherLanguage(inContent, folders);
    if (language !== undefined) return [inOtherLanguage(path, language)];
    const section = inContent.slice(0, inContent.indexOf('/') + 1);
    const name = section.slice(0, -1).toLowerCase();
    const rest = inContent.slice(section.length);
    const served = `public/${inContent}`;
    const folder = findSectionFolder(section);
    if (folder !== undefined) {
      const place = { path, rest, folder: `content/${folder}`, served };
      return placeInSection(place, neighbours.get(section)!, site.read);
    }
    const placed = placeOther(inContent, served);
    if (placed) return placed;
    if (name === 'home') return [toQuarantine(path, 'Part of the old home page')];
    if (name === 'admin' && textName.test(rest)) return [{ reason: 'The editor of the old theme' }];
    if (section === '' && /\.bib$/i.test(rest)) return [{ to: `content/${rest}` }];
    if (/\.(mdx?|markdown|html?|rmd|rmarkdown|qmd|org|adoc|rst|ipynb)$/i.test(rest)) {
      return [toQuarantine(path, noPageReason)];
    }
    return [{ to: served }];
  }
}

/** Finds the folder of a section by that of an old theme. In `people`, themes had pages with widgets. */
function findSectionFolder(section: string): string | undefined {
  const name = section.replace(/\/$/, '');
  const called = name === 'people' ? undefined : findSection(name);
  return called === 'people' ? 'authors' : called;
}

/** Returns the path below the content folder; undefined for other files. */
function contentPath(path: string, { content, otherContent }: HugoFolders): string | undefined {
  const others = [...otherContent.values()];
  if (others.some((folder) => path.startsWith(`${folder}/`) && folder !== content))
    return undefined;
  return path.startsWith(`${content}/`) ? path.slice(content.length + 1) : undefined;
}

function otherLanguage(path: string, { otherLanguages }: HugoFolders): string | undefined {
  const [, language = ''] = /\.([a-z-]+)\.[a-z]+$/i.exec(path) ?? [];
  return otherLanguages.has(language.toLowerCase()) ? language.toLowerCase() : undefined;
}

function inOtherLanguage(path: string, language: string): Placement {
  return toQuarantine(
    path,
    `Page in another language (${language}). The new site has one language`,
  );
}

function placeElsewhere(path: string, folders: HugoFolders, site: OldSite): Placement {
  const language = [...folders.otherContent].find(([, folder]) => path.startsWith(`${folder}/`));
  if (language !== undefined) return inOtherLanguage(path, language[0]);
  const served = folders.static.find((folder) => path.startsWith(`${folder}/`));
  if (served !== undefined) return placeServed(path, path.slice(served.length + 1));
  const [, picture] = /^assets\/((?:media|images|img)\/.+)$/.exec(path) ?? [];
  if (picture !== undefined) return { to: `public/${picture}` };
  const [, profile] = /^data\/authors\/(.+)$/.exec(path) ?? [];
  if (profile !== undefined) return { to: `content/authors/${profile}` };
  if (/^[^/]+\.bib$/i.test(path) && !hasPublications(site)) return { to: `content/${path}` };
  if (/^data\//.test(path) && !/^data\/(fonts|themes|i18n|page_sharer|assets)/.test(path)) {
    return toQuarantine(
      path,
      'Data for templates of the old theme. Check whether you need any of it',
    );
  }
  return { reason: hugoSkipReason(path) };
}

/** Places a file that the old site served unchanged. */
export function placeServed(path: string, address: string): Placement {
  if (/^admin\//.test(address)) return { reason: 'The editor of the old theme' };
  if (generatedAddress.test(address))
    return toQuarantine(path, `The new site generates ${address}`);
  return { to: `public/${address}` };
}

function hasPublications({ files }: OldSite): boolean {
  return files.some(({ path }) => /^content\/(.*\/)?publications?\/.+\.(md|markdown)$/.test(path));
}
