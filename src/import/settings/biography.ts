import { listJekyllAddresses } from '../addresses/jekyll-addresses.ts';
import { createDefaultLanguagePath } from '../old-site/site-languages.ts';
import type { OldSite } from '../old-site/old-site.ts';
import {
  hasFile,
  readOldPage,
  toVisibleText,
  findValue,
  toText,
  type OldValue,
} from '../old-site/old-values.ts';
import type { Copy, NewFile } from '../plan/plan.ts';
import { formatSources, formatMarkdownFile } from './annotated-yaml.ts';
import type { KeyUsage } from './key-usage.ts';
import type { OldSettings } from './old-settings.ts';
import type { OldOwner } from './owner.ts';
import { findWidgetSetting, type OldWidget } from './widgets.ts';

/** `content/about.md`, for an owner without a file, or if a widget has another text. */
export interface Biography {
  newFile: NewFile;
  copies: Copy[];
  /** The page with this text, and where the text is now. */
  file?: readonly [from: string, to: string];
}

const aboutPath = 'content/about.md';
/** The folders in which old themes look for the portrait of the owner. */
const imageFolders = [
  ...['static/img/', 'static/images/', 'static/', 'images/', 'assets/img/', 'assets/images/'],
  ...['assets/media/', ''],
];

/** Widgets that introduce the owner. */
const biographyKinds = /^(about|biography|avatar|dev-hero)$/;

/** Returns whether a widget introduces the owner. */
export function isBiography({ kind, isOnOtherPage }: OldWidget): boolean {
  return biographyKinds.test(kind) && !isOnOtherPage;
}

/** Returns the link of the biography widget, such as a CV. */
export function findBiographyButton(about: OldWidget | undefined): OldValue[] {
  const button = about && findWidgetSetting(about, 'button');
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
  const rawText = page?.body ?? about?.text ?? '';
  const body = isJekyll ? removeLiquid(rawText, createLiquidAddressFinder(site)) : rawText;
  const hasText = toVisibleText(body) !== '';
  if (owner && !hasText) return undefined;
  const avatar = owner ? undefined : settings.find('author.avatar', 'params.avatar');
  const portrait = findPortrait(site, toText(avatar));
  if (portrait) usage.markUsed(avatar, 'about.md: portrait');
  else if (toText(avatar)) usage.markUnused(avatar, 'The image does not exist in the old site.');
  if (portrait === undefined && !hasText) return undefined;
  if (about) usage.markUsed(about.textFrom, 'about.md');
  const name = portrait?.split('/').at(-1);
  const source = hasText ? (page?.data ?? about?.textFrom ?? about?.data) : undefined;
  const text = formatMarkdownFile(
    name === undefined ? {} : { portrait: name },
    formatSources([source, portrait === undefined ? undefined : avatar]),
    hasText ? body : '',
  );
  return {
    newFile: { to: aboutPath, text },
    copies: portrait ? [{ from: portrait, to: `content/${name}` }] : [],
    ...(source && hasText && { file: [source.file, aboutPath] as const }),
  };
}

function findPortrait(site: OldSite, avatarPath: string | undefined): string | undefined {
  if (avatarPath === undefined || /^https?:/i.test(avatarPath)) return undefined;
  const path = avatarPath.replace(/^\/+/, '');
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
    pages.find(({ data }) => toText(findValue(data, 'permalink')) === '/') ??
    pages.find(({ path }) => /^(_pages\/about|index)\./.test(path))
  );
}

/** Reads the home page of a Hugo site if it is a text without widgets. */
function readPlainHome(site: OldSite) {
  const toRelativePath = createDefaultLanguagePath(site);
  const paths = site.files.map(({ path }) => path);
  const path = paths.find((one) => toRelativePath(one) === '_index.md');
  if (path === undefined || paths.some((one) => toRelativePath(one)?.startsWith('home/')))
    return undefined;
  const page = readOldPage(site, path);
  return findValue(page.data, 'sections') || toVisibleText(page.body) === '' ? undefined : page;
}

/** Returns a function that finds the old address of the file or post in a Liquid tag. */
function createLiquidAddressFinder(site: OldSite): (name: string) => string | undefined {
  const addresses = new Map<string, string>();
  return (name) => {
    if (addresses.size === 0) {
      for (const { old, target } of listJekyllAddresses(site)) {
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
export function removeLiquid(
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
