import { jekyllAddresses } from '../addresses/jekyll-addresses.ts';
import { createDefaultLanguagePath } from '../old-site/site-language.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  hasFile,
  readOldPage,
  visibleText,
  valueAt,
  textOf,
  type OldValue,
} from '../old-site/old-values.ts';
import type { Copy, Written } from '../plan/plan.ts';
import { fromWhere, markdownFile } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import type { OldOwner } from './owner.ts';
import { widgetSetting, type OldWidget } from './widgets.ts';

/** `content/about.md`, for an owner without a file, or if a widget has another text. */
export interface Biography {
  written: Written;
  copies: Copy[];
  /** The page with this text, and where the text is now. */
  file?: readonly [from: string, to: string];
}

const to = 'content/about.md';
/** Where old themes look for the picture of the owner. */
const imageFolders = [
  ...['static/img/', 'static/images/', 'static/', 'images/', 'assets/img/', 'assets/images/'],
  ...['assets/media/', ''],
];

/** Widgets that introduce the owner. */
const biographyKinds = /^(about|biography|avatar|dev-hero)$/;

export function isBiography({ kind, isOnOtherPage }: OldWidget): boolean {
  return biographyKinds.test(kind) && !isOnOtherPage;
}

/** Returns the link of the biography widget, such as a CV. */
export function biographyButton(about: OldWidget | undefined): OldValue[] {
  const button = about && widgetSetting(about, 'button');
  return button ? [button] : [];
}

/** Returns the biography, unchanged, with the portrait; undefined if the owner's file has it. */
export function mapBiography(
  site: OldSite,
  settings: OldSettings,
  owner: OldOwner | undefined,
  about: OldWidget | undefined,
  usage: KeyUsage,
): Biography | undefined {
  const isJekyll = site.theme === 'academicpages';
  const page = isJekyll ? readJekyllHome(site) : about || owner ? undefined : readPlainHome(site);
  const words = page?.body ?? about?.text ?? '';
  const body = isJekyll ? withoutLiquid(words, createLiquidAddressFinder(site)) : words;
  const hasWords = visibleText(body) !== '';
  if (owner && !hasWords) return undefined;
  const avatar = owner ? undefined : settings.find('author.avatar', 'params.avatar');
  const picture = findPortrait(site, textOf(avatar));
  if (picture) usage.markUsed(avatar, 'about.md: portrait');
  else if (textOf(avatar)) usage.markUnused(avatar, 'The image does not exist in the old site.');
  if (picture === undefined && !hasWords) return undefined;
  if (about) usage.markUsed(about.textFrom, 'about.md');
  const name = picture?.split('/').at(-1);
  const source = hasWords ? (page?.data ?? about?.textFrom ?? about?.data) : undefined;
  const text = markdownFile(
    name === undefined ? {} : { portrait: name },
    fromWhere([source, picture === undefined ? undefined : avatar]),
    hasWords ? body : '',
  );
  return {
    written: { to, text },
    copies: picture ? [{ from: picture, to: `content/${name}` }] : [],
    ...(source && hasWords && { file: [source.file, to] as const }),
  };
}

function findPortrait(site: OldSite, named: string | undefined): string | undefined {
  if (named === undefined || /^https?:/i.test(named)) return undefined;
  const path = named.replace(/^\/+/, '');
  if (!/\.(jpe?g|png|gif|webp|avif|svg)$/i.test(path)) return undefined;
  return imageFolders.map((folder) => folder + path).find((one) => hasFile(site, one));
}

/** Reads the home page of academicpages: the page at `/`, else the page named about. */
function readJekyllHome(site: OldSite) {
  const paths = site.files
    .map(({ path }) => path)
    .filter((path) => /^(_pages\/[^/]+|index)\.(md|markdown|html)$/.test(path));
  const pages = paths.map((path) => ({ path, ...readOldPage(site, path) }));
  return (
    pages.find(({ data }) => textOf(valueAt(data, 'permalink')) === '/') ??
    pages.find(({ path }) => /^(_pages\/about|index)\./.test(path))
  );
}

/** Reads the home page of a Hugo site if it is a text without widgets. */
function readPlainHome(site: OldSite) {
  const below = createDefaultLanguagePath(site);
  const paths = site.files.map(({ path }) => path);
  const path = paths.find((one) => below(one) === '_index.md');
  if (path === undefined || paths.some((one) => below(one)?.startsWith('home/'))) return undefined;
  const page = readOldPage(site, path);
  return valueAt(page.data, 'sections') || visibleText(page.body) === '' ? undefined : page;
}

/** Returns a function that finds the old address of the file or post in a Liquid tag. */
function createLiquidAddressFinder(site: OldSite): (name: string) => string | undefined {
  const addresses = new Map<string, string>();
  return (name) => {
    if (addresses.size === 0) {
      for (const { old, target } of jekyllAddresses(site)) {
        if (!('file' in target) || target.file === undefined || addresses.has(target.file))
          continue;
        addresses.set(target.file, old);
      }
    }
    const path = name.replace(/^\//, '');
    const post = [...addresses.keys()].find((file) => file.startsWith(`_posts/${path}.`));
    return addresses.get(path) ?? (post && addresses.get(post));
  };
}

/**
 * Removes Liquid tags, which are not evaluated. Tags for addresses are replaced by the address, without that
 * of the site.
 */
export function withoutLiquid(
  body: string,
  addressOf: (name: string) => string | undefined = () => undefined,
): string {
  return body
    .replace(
      /\{%-?\s*(?:link|post_url)\s+([^%]+?)\s*-?%\}/g,
      (_, name: string) => addressOf(name) ?? '',
    )
    .replace(/^[ \t]*(\{%-?[^%]*%\}[ \t]*)+\r?\n?/gm, '')
    .replace(/\{%-?[^%]*%\}/g, '')
    .replace(/\{\{-?\s*(site\.(base)?url|base_path)\s*-?\}\}/g, '')
    .replace(/\{\{-?\s*["']([^"']+)["']\s*\|\s*(relative|absolute)_url\s*-?\}\}/g, '$1');
}
