import { createAddresses } from '../../model/page/addresses.ts';
import { toSectionTitle } from '../../model/site/section-titles.ts';
import { compareText } from '../../model/page/lists.ts';
import { findOwn } from '../../schema/own-value.ts';
import { listListedCollections, sectionsByCollection } from '../old-site/listed-collection.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  findFirstValue,
  readOldPage,
  stripHtml,
  toText,
  type OldValue,
} from '../old-site/old-values.ts';
import { formatSources, type YamlEntry, type YamlItem } from './annotated-yaml.ts';
import { listSectionFiles } from './menu-items.ts';

/** The sections with a list, in the order of `sections` in site.yaml. */
const listedSections = ['talks', 'publications', 'projects', 'posts', 'teaching', 'people'];

/** Titles of list pages in templates, which the menu of the author overrides. */
const templateTitle =
  /^(recent (&|and) upcoming (talks|events)|(all |our |my |recent )?(talks|events|posts|news|publications|projects|courses|teaching|people|authors|blog|portfolio|blog posts|talks and presentations))$/i;

const addresses = createAddresses('/');

/**
 * Returns `sections` of site.yaml: the titles of the old list pages and menu entries, where they differ from those of
 * Lectern. @param menu The entries of the new menu.
 */
export function toSectionEntries(site: OldSite, menu: readonly YamlItem[]): YamlEntry[] {
  const sources: (OldValue | undefined)[] = [];
  const names = listedSections.flatMap((section) => {
    if (listSectionFiles(section, site).length === 0) return [];
    const entry = menu.find(({ value }) => findUrl(value) === addresses.section(section));
    const menuText = entry && (entry.value as { name: string }).name;
    const page = findListTitle(section, site);
    const pageTitle = stripHtml(toText(page) ?? '') || undefined;
    const isDefault = pageTitle === undefined || templateTitle.test(pageTitle);
    const title = (isDefault ? (menuText ?? pageTitle) : pageTitle) ?? '';
    if (title === '' || title === toSectionTitle({}, section)) return [];
    sources.push(title === pageTitle ? page : entry?.from['name']);
    const isSame = menuText === undefined || menuText === title;
    return [[section, isSame ? title : { title, menu: menuText }] as const];
  });
  if (names.length === 0) return [];
  const note = `${formatSources(sources) ?? ''}. The addresses of the sections stay the same.`;
  return [{ key: 'sections', value: Object.fromEntries(names), from: [], note }];
}

function findUrl(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'url' in value ? value.url : undefined;
}

/** Finds the title of the page that lists a section in the old site; of several, that of the largest folder. */
function findListTitle(section: string, site: OldSite): OldValue | undefined {
  const toRelativePath = createDefaultLanguagePath(site);
  const files = listSectionFiles(section, site);
  const counts = Map.groupBy(files, (path) => path.split('/')[0] ?? '');
  const folders = [...counts].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const paths = site.files.map(({ path }) => path).sort(compareText);
  const lists = folders.flatMap(([folder]) =>
    paths.filter(
      (path) =>
        /^[^/]+\/_index\.(md|markdown|html)$/.test(toRelativePath(path) ?? '') &&
        toRelativePath(path)?.startsWith(`${folder}/`),
    ),
  );
  const jekyllPages = paths.filter(
    (path) => /^(_pages\/)?[^/]+\.(md|markdown|html)$/.test(path) && listsSection(path),
  );
  for (const path of [...lists, ...jekyllPages]) {
    const title = findFirstValue(readOldPage(site, path).data, 'title');
    if (title) return title;
  }
  return undefined;

  function listsSection(path: string): boolean {
    // The title of a CV is not that of the collection in it.
    if (/(^|\/)(cv|resume|curriculum[^/]*)\.[a-z]+$/i.test(path)) return false;
    const collections = listListedCollections(site.read(path));
    const sections = collections.map((one) => findOwn(sectionsByCollection, one));
    return new Set(sections).size === 1 && sections[0] === section;
  }
}
