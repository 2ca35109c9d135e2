import { isMap } from '../../schema/describe.ts';
import { toJekyllSettings, toLowerCaseKeys, toTexts } from '../old-site/generator-settings.ts';
import type { OldAddress, OldSite, OldTarget } from '../old-site/old-site.ts';
import { findValue, readOldPage } from '../old-site/old-values.ts';
import { isExcluded, listJekyllAddresses } from './jekyll-addresses.ts';

/**
 * Returns every address of an al-folio site: those of Jekyll, and the archives of its plugin, which list the
 * posts of a year, a tag or a category.
 */
export function listAlFolioAddresses(site: OldSite): OldAddress[] {
  const excluding = { ...toJekyllSettings(site.configs), included: [] };
  const addresses = listJekyllAddresses(site).flatMap((address): OldAddress[] => {
    const { target } = address;
    if (target.kind === 'page' && isExcluded(target.file, excluding)) return [];
    if (target.kind === 'file' && unservedFile.test(target.file)) return [];
    return [target.kind === 'page' ? { ...address, target: toTarget(target, site) } : address];
  });
  return [...addresses, ...listArchives(site)];
}

/** Texts without front matter that other pages include, and files of tools. */
const unservedFile = /^(_(pages|scripts)|bin)\/|^(Makefile|Procfile|Vagrantfile)$/;

/** Returns the list that a page shows by its layout, and the home page for a page that is only a menu. */
function toTarget(target: OldTarget & { kind: 'page' }, site: OldSite): OldTarget {
  if (!/^(_pages\/|[^_])/.test(target.file)) return target;
  const { data } = readOldPage(site, target.file);
  const layout = toTexts(findValue(data, 'layout')?.value)[0] ?? '';
  if (findValue(data, 'dropdown')?.value === true) return { kind: 'home' };
  const [, name] = /^(book)-shelf$/.exec(layout) ?? [];
  if (name === undefined) return target;
  const files = site.files.map(({ path }) => path).filter((path) => path.startsWith(`_${name}s/`));
  return { kind: 'list', name: 'posts', files, file: target.file };
}

type ArchiveKind = 'year' | 'tags' | 'categories';

const defaultPatterns: Record<ArchiveKind, string> = {
  year: '/blog/:year/',
  tags: '/blog/tag/:name/',
  categories: '/blog/category/:name/',
};

/** The names of archives in their configuration and in `:type`. */
const archiveKinds: readonly [ArchiveKind, key: string, type: string][] = [
  ['year', 'year', 'year'],
  ['tags', 'tag', 'tag'],
  ['tags', 'tags', 'tag'],
  ['categories', 'category', 'category'],
  ['categories', 'categories', 'category'],
];

function listArchives(site: OldSite): OldAddress[] {
  const config = toLowerCaseKeys(site.configs[0]?.data);
  const archives = toLowerCaseKeys(config['jekyll-archives']);
  // Newer versions have settings for each collection.
  const settings = isMap(archives['posts']) ? toLowerCaseKeys(archives['posts']) : archives;
  const enabled = new Set(toTexts(settings['enabled']));
  const permalinks = toLowerCaseKeys(settings['permalinks']);
  const posts = site.files
    .map(({ path }) => path)
    .filter((path) => /^_posts\/.*\d{4}-\d{2}-\d{2}-[^/]+\.(md|markdown|html)$/.test(path));
  return archiveKinds.flatMap(([kind, key, type]): OldAddress[] => {
    if (!enabled.has(kind) && !enabled.has('all')) return [];
    const pattern = toTexts(permalinks[key])[0];
    if (pattern === undefined && key !== kind) return [];
    const byName = Map.groupBy(
      posts.flatMap((file) => listNames(kind, file, site).map((name) => ({ name, file }))),
      ({ name }) => name,
    );
    return [...byName].map(([name, found]) => ({
      old: (pattern ?? defaultPatterns[kind])
        .replaceAll(':type', type)
        .replaceAll(/:(name|year)/g, () => toArchiveSlug(name)),
      target: toArchive(kind, name, [...new Set(found.map(({ file }) => file))]),
    }));
  });
}

function toArchive(kind: ArchiveKind, term: string, files: string[]): OldTarget {
  return kind === 'year'
    ? { kind: 'list', name: 'posts', files }
    : { kind: 'term', taxonomy: kind, term, files };
}

function listNames(kind: ArchiveKind, file: string, site: OldSite): string[] {
  if (kind === 'year') return [/(\d{4})-\d{2}-\d{2}-[^/]+$/.exec(file)?.[1] ?? ''];
  const { data } = readOldPage(site, file);
  const value =
    findValue(data, kind)?.value ?? findValue(data, kind === 'tags' ? 'tag' : 'category')?.value;
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : toTexts(value);
}

function toArchiveSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
