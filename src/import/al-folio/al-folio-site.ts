import { listJekyllAddresses } from '../addresses/jekyll-addresses.ts';
import { readCitedWorks } from '../convert/cited-works.ts';
import { makeLinksAbsolute } from '../convert/absolute-links.ts';
import { formatPage, omitKeys, type PageParts, splitPage } from '../convert/converted-page.ts';
import type { OldSite } from '../old-site/old-site.ts';
import { hasFile } from '../old-site/old-values.ts';
import { findListedBibliographies } from './bibliographies.ts';
import { convertKeys, type FindImage } from './convert-keys.ts';
import { convertLiquid, type LiquidSite, toPath } from './convert-liquid.ts';

/** An al-folio site, with what the conversion of its pages needs. */
export interface AlFolioSite {
  old: OldSite;
  /** The keys of `_config.yml`. */
  config: Readonly<Record<string, unknown>>;
  /** The bibliographies that pages list, the main one first. Their entries become publications. */
  listedBibliographies: ReadonlySet<string>;
  findImage: FindImage;
  /** Returns the old address of the page of a file. */
  findAddress(file: string): string | undefined;
  /** Returns the text and the keys of a page, as the new site reads them. */
  convert(file: string, collection: string): PageParts;
  /** Returns the file of a page, as the new site reads it. */
  convertFile(file: string, collection: string): string;
}

/** Prepares an al-folio site for the conversion of its pages. */
export function readAlFolioSite(old: OldSite): AlFolioSite {
  const config = old.configs[0]?.data ?? {};
  const listed = findListedBibliographies(old, config);
  const cited = old.files.map(({ path }) => path).filter((path) => /\.bib$/i.test(path));
  const addresses = new Map<string, string>();
  const oldPaths = new Set<string>();
  for (const { old: address, target } of listJekyllAddresses(old)) {
    oldPaths.add(toPathKey(address));
    if (!('file' in target) || target.file === undefined || addresses.has(target.file)) continue;
    addresses.set(target.file, address);
  }
  const site: LiquidSite = {
    config,
    works: readCitedWorks(
      [...cited]
        .sort((a, b) => Number(listed.has(b)) - Number(listed.has(a)))
        .map((path) => ({ text: old.read(path), hasPages: listed.has(path) })),
    ),
    findAddress: (name) => {
      const path = name.replace(/^\//, '');
      const post = [...addresses.keys()].find((file) => file.startsWith(`_posts/${path}.`));
      return addresses.get(path) ?? (post && addresses.get(post));
    },
  };
  const findTarget = (path: string) =>
    hasFile(old, path) || oldPaths.has(toPathKey(path)) ? `/${path}` : undefined;
  const findImage: FindImage = (name) => {
    const path = name.replace(/^(\.?\/)+/, '');
    const found =
      ['', 'assets/img/', 'assets/']
        .map((folder) => folder + path)
        .find((one) => hasFile(old, one)) ??
      old.files.find((file) => file.path.startsWith('assets/') && file.path.endsWith(`/${path}`))
        ?.path;
    return toPath(found ?? path);
  };
  const convert = (file: string, collection: string): PageParts => {
    const { data, body } = splitPage(old.read(file));
    const markdown = convertLiquid(body, data, site);
    const links = makeLinksAbsolute(markdown, addresses.get(file) ?? '/', findTarget);
    const parts = convertKeys({ data, body: links }, collection, findImage);
    if (collection !== 'drafts') return parts;
    return { ...parts, data: { ...omitKeys(parts.data, new Set(['published'])), draft: true } };
  };
  return {
    ...{ old, config, listedBibliographies: listed, findImage, convert },
    findAddress: (file) => addresses.get(file),
    convertFile: (file, collection) => {
      const text = old.read(file);
      return formatPage(text, splitPage(text), convert(file, collection));
    },
  };
}

function toPathKey(path: string): string {
  return path.replace(/^\/+|\/+$|\.html$/g, '').toLowerCase();
}
