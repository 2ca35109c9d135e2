import { splitFrontMatter } from '../../content/parse/front-matter.ts';
import { hasFence } from '../../content/assets/html-pages.ts';
import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { findSection } from '../../model/site/section-folders.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { toHugoFolders, type HugoFolders } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  type Neighbours,
  noPageReason,
  placeInSection,
  type Placement,
  textName,
  toNeighbours,
} from './content-places.ts';
import { generatedListReason, hugoSkipReason, junkSkipReason } from './skip-reasons.ts';
import { createUnsectionedPlacer } from './unsectioned-pages.ts';

/** Addresses that the new site generates. */
const generatedAddress =
  /^((index|404)\.html|(rss|posts)\.xml|feed\.json|talks\.ics|llms\.txt|share\.png|sitemap[^/]*\.xml)$/;

/** Returns a function that returns the places of each file of a Hugo site. */
export function createHugoPlacer(site: OldSite): (path: string) => Placement[] {
  const folders = toHugoFolders(site);
  const bySection = Map.groupBy(
    site.files.flatMap(({ path }) => toContentPath(path, folders) ?? []),
    (path) => path.slice(0, path.indexOf('/') + 1),
  );
  const neighbours = new Map<string, Neighbours>();
  const unsectioned: string[] = [];
  for (const [section, paths] of bySection) {
    const inSection = paths.filter((path) => findOtherLanguage(path, folders) === undefined);
    neighbours.set(section, toNeighbours(inSection.map((path) => path.slice(section.length))));
    if (findSectionFolder(section) === undefined) unsectioned.push(...inSection);
  }
  const placeOther = createUnsectionedPlacer(unsectioned, folders.content, site.read);
  return (path) => {
    const junkReason = junkSkipReason(path);
    if (junkReason !== undefined) return [{ reason: junkReason }];
    const contentPath = toContentPath(path, folders);
    if (contentPath === undefined) return [placeOtherFile(path, folders, site)];
    return placeContent(path, contentPath);
  };

  function placeContent(path: string, contentPath: string): Placement[] {
    const language = findOtherLanguage(contentPath, folders);
    if (language !== undefined) return [quarantineOtherLanguage(path, language)];
    const section = contentPath.slice(0, contentPath.indexOf('/') + 1);
    const name = section.slice(0, -1).toLowerCase();
    const rest = contentPath.slice(section.length);
    const publicPath = `public/${contentPath}`;
    const folder = findSectionFolder(section);
    if (folder !== undefined) {
      if (/^_index\.[a-z]+$/.test(rest) && isBlankPage(site.read(path))) {
        return [{ reason: generatedListReason }];
      }
      const place = { path, rest, folder: `content/${folder}`, served: publicPath };
      return placeInSection(place, neighbours.get(section)!, site.read);
    }
    const placements = placeOther(contentPath, publicPath);
    if (placements) return placements;
    if (name === 'home') return [toQuarantine(path, 'Part of the old home page')];
    if (name === 'admin' && textName.test(rest)) return [{ reason: 'The editor of the old theme' }];
    if (section === '' && /\.bib$/i.test(rest)) return [{ to: `content/${rest}` }];
    if (isHtmlFile(path) && !hasFence(site.read(path))) return [{ to: publicPath }];
    if (/\.(mdx?|markdown|html?|rmd|rmarkdown|qmd|org|adoc|rst|ipynb)$/i.test(rest)) {
      return [toQuarantine(path, noPageReason)];
    }
    return [{ to: publicPath }];
  }
}

/** Returns whether a page has no text below its front matter. */
function isBlankPage(text: string): boolean {
  const fenced = splitFrontMatter(text);
  return !('failure' in fenced) && fenced.body.trim() === '';
}

/** Finds the folder of a section by that of an old theme. In `people`, themes had pages with widgets. */
function findSectionFolder(section: string): string | undefined {
  const name = section.replace(/\/$/, '');
  const sectionName = name === 'people' ? undefined : findSection(name);
  return sectionName === 'people' ? 'authors' : sectionName;
}

/** Returns the path below the content folder; undefined for other files. */
function toContentPath(path: string, { content, otherContent }: HugoFolders): string | undefined {
  const others = [...otherContent.values()];
  if (others.some((folder) => path.startsWith(`${folder}/`) && folder !== content))
    return undefined;
  return path.startsWith(`${content}/`) ? path.slice(content.length + 1) : undefined;
}

function findOtherLanguage(path: string, { otherLanguages }: HugoFolders): string | undefined {
  const [, language = ''] = /\.([a-z-]+)\.[a-z]+$/i.exec(path) ?? [];
  return otherLanguages.has(language.toLowerCase()) ? language.toLowerCase() : undefined;
}

function quarantineOtherLanguage(path: string, language: string): Placement {
  return toQuarantine(
    path,
    `Page in another language (${language}). The new site has one language`,
  );
}

function placeOtherFile(path: string, folders: HugoFolders, site: OldSite): Placement {
  const language = [...folders.otherContent].find(([, folder]) => path.startsWith(`${folder}/`));
  if (language !== undefined) return quarantineOtherLanguage(path, language[0]);
  const publicPath = folders.static.find((folder) => path.startsWith(`${folder}/`));
  if (publicPath !== undefined) return placeServed(path, path.slice(publicPath.length + 1));
  const [, image] = /^assets\/((?:media|images|img)\/.+)$/.exec(path) ?? [];
  if (image !== undefined) return { to: `public/${image}` };
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
