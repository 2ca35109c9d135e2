import { isServedFile } from '../addresses/quarto-addresses.ts';
import { readText } from '../convert/converted-page.ts';
import { toQuarantine } from '../files/quarantine.ts';
import { hasFile } from '../old-site/old-values.ts';
import type { QuartoPage } from '../old-site/quarto-project.ts';
import { type Placement, withoutExtension } from '../places/content-places.ts';
import { generatedListReason, hugoSkipReason, junkSkipReason } from '../places/skip-reasons.ts';
import { toDate } from './quarto-keys.ts';
import { type QuartoSite, toFigurePath } from './quarto-site.ts';

const noteBookReason =
  'Jupyter notebook. Convert it with quarto convert, or export it to Markdown, and move it into its section to publish it';

/** Returns a function that returns the places of each file of a Quarto website. */
export function createQuartoPlacer(site: QuartoSite): (path: string) => Placement[] {
  return (path) => {
    const junkReason = junkSkipReason(path);
    if (junkReason !== undefined) return [{ reason: junkReason }];
    const page = site.pages.get(path);
    if (page) return [placePage(page, site)];
    const figure = toFigurePath(path);
    if (figure !== undefined) return [{ to: `public/${figure}` }];
    if (/^_(freeze|site|book)\//.test(path)) return [{ reason: 'Output of the old generator' }];
    if (site.listedBibliographies.has(path)) return [{ to: `content/${path.split('/').at(-1)}` }];
    return [placeOtherFile(path)];
  };
}

function placeOtherFile(path: string): Placement {
  if (/\.ipynb$/i.test(path) && !/(^|\/)[_.]/.test(path)) return toQuarantine(path, noteBookReason);
  if (/^_extensions\//.test(path)) return { reason: 'Extension of Quarto' };
  if (/(^|\/)_metadata\.ya?ml$|^_variables\.ya?ml$/.test(path))
    return { reason: 'Settings of Quarto for several pages, which are in each page now' };
  if (isServedFile(path))
    return /^\./.test(path) ? { reason: hugoSkipReason(path) } : { to: `public/${path}` };
  if (/(^|\/)_[^/]*\.(qmd|md|rmd)$/i.test(path))
    return { reason: 'Included in other pages, or not published' };
  if (/\.(qmd|rmd|rmarkdown)$/i.test(path))
    return toQuarantine(
      path,
      'The old site did not render this file. Move it into its section to publish it',
    );
  if (/\.bib$/i.test(path)) return { reason: 'Cited works, which the pages that cite them list' };
  if (/\.(scss|css|csl|lua|ejs)$/i.test(path))
    return { reason: 'Styles, scripts and templates of the old site' };
  return { reason: hugoSkipReason(path) };
}

function placePage(page: QuartoPage, site: QuartoSite): Placement {
  const { path, data, section, listed } = page;
  if (/(^|\/)404\./.test(path)) return { reason: 'Page that the new site generates' };
  if (listed && !hasOwnText(site.convertBody(page))) return { reason: generatedListReason };
  if (isBibliographyPage(page, site)) return { reason: generatedListReason };
  const isDated = toDate(readText(data['date'])) !== undefined;
  // The text above the pages of a section is a page of its own.
  const isSectionIndex = /^[^/]+\/index\.[a-z]+$/i.test(path) && !page.isDeck;
  const hasPlace =
    section !== undefined &&
    listed === undefined &&
    !isSectionIndex &&
    (section !== 'talks' || isDated);
  const folder = `content/${hasPlace ? section : 'pages'}`;
  const id = withoutExtension(path);
  const parts = id.split('/');
  const isIndex = parts.length > 1 && parts.at(-1) === 'index';
  const name = (isIndex ? parts.at(-2) : parts.at(-1)) ?? id;
  const title = readText(data['title']);
  if (title === undefined && folder !== 'content/slides' && !hasFirstHeading(page, site)) {
    return toQuarantine(path, 'No title. Add one and move the file into its section to publish it');
  }
  return { to: `${folder}/${name}.md`, page: { id, folder, name, tail: '.md' } };
}

function hasFirstHeading(page: QuartoPage, site: QuartoSite): boolean {
  return /^#{1,3} +\S/m.test(site.convertBody(page));
}

/** Returns whether a page lists a whole bibliography and has no other text. */
function isBibliographyPage(page: QuartoPage, site: QuartoSite): boolean {
  if (page.data['nocite'] === undefined || site.listedBibliographies.size === 0) return false;
  return !hasOwnText(site.convertBody(page)) || !hasFile(site.old, page.path);
}

function hasOwnText(body: string): boolean {
  const words = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^#{1,6} .*$/gm, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return words !== '';
}
