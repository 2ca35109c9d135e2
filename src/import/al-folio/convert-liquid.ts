import { findTags, type ShortcodeTag } from '../../markdown/shortcodes/shortcode-tags.ts';
import { escapeHtml } from '../../markdown/shortcodes/shortcode-html.ts';
import { applyEdits, type Edit } from '../../markdown/source/edits.ts';
import { findRegions, isInside } from '../../markdown/source/regions.ts';
import { findOwn } from '../../schema/own-value.ts';
import { readText } from '../convert/converted-page.ts';
import { formatCitation, formatReferences } from './liquid-citations.ts';
import type { CitedWork } from '../convert/cited-works.ts';

/** What the tags of al-folio refer to. */
export interface LiquidSite {
  /** The keys of the configuration. */
  config: Readonly<Record<string, unknown>>;
  works: ReadonlyMap<string, CitedWork>;
  /** Returns the old address of the file or post in `{% link %}` and `{% post_url %}`. */
  findAddress(name: string): string | undefined;
}

/** A notebook, which the theme shows by a template of its own. */
const notebook =
  /\{::nomarkdown\}(?:(?!\{:\/)[\s\S])*?["'(\s/]((?:[\w.-]+\/)*[\w.-]+\.ipynb)[\s\S]*?\{:\/nomarkdown\}/g;

/** `{{ site.title }}`, `{{ page.description }}`. */
const liquidValue = /\{\{-?\s*(site|page)\.([\w-]+)\s*-?\}\}/g;

/** A comment, or text that Jekyll shows as it is written. */
const rawTags =
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*(?:end)?raw\s*-?%\}/g;

/**
 * Replaces the Liquid tags of al-folio with Markdown: figures, videos, repositories, citations, folded texts
 * and addresses. Leaves code unchanged, and tags that only a template needs, such as loops.
 */
export function convertLiquid(
  text: string,
  page: Readonly<Record<string, unknown>>,
  site: LiquidSite,
): string {
  if (!/\{[{%:]/.test(text)) return text;
  const withLinks = text.replace(notebook, (_, path: string) => toFileLink('Notebook', path));
  const { code, html, comments } = findRegions(withLinks);
  const isSkipped = (index: number) => [code, comments].some((ranges) => isInside(ranges, index));
  const edits: Edit[] = [];
  for (const { index, 0: source } of withLinks.matchAll(rawTags)) {
    edits.push({ start: index, end: index + source.length, text: '' });
  }
  const cited: string[] = [];
  for (const tag of findTags(withLinks).tags) {
    if (tag.source.startsWith('{{') || isSkipped(tag.start)) continue;
    const replacement = convertTag(tag, { page, site, cited, isHtml: isInside(html, tag.start) });
    if (replacement !== undefined)
      edits.push({ start: tag.start, end: tag.end, text: replacement });
  }
  for (const { index, 0: source, 1: owner, 2: key = '' } of withLinks.matchAll(liquidValue)) {
    const value = readText(findOwn(owner === 'page' ? page : site.config, key));
    if (value === undefined || /url$/i.test(key) || isSkipped(index)) continue;
    edits.push({ start: index, end: index + source.length, text: value });
  }
  return applyEdits(withLinks, edits).text;
}

interface TagContext {
  page: Readonly<Record<string, unknown>>;
  site: LiquidSite;
  /** The keys that are cited before the tag, in their order. */
  cited: string[];
  isHtml: boolean;
}

/** Parts of the layout, and lists that the new site generates. */
const layoutInclude =
  /^(bib_search|news|selected_papers|latest_posts|social|pagination|projects|projects_horizontal|courses|toc|header|footer|head|related_posts|giscus|disqus|scripts\/.*|repository\/repo_trophies|people.*|schedule)(\.(liquid|html))?$/;

/** Returns the Markdown for a tag; undefined for a tag that stays. */
function convertTag(tag: ShortcodeTag, context: TagContext): string | undefined {
  const { args } = tag;
  const { site, cited } = context;
  switch (tag.closing ? `end${tag.name}` : tag.name) {
    case 'include':
    case 'include_relative':
      return convertInclude(tag, context);
    case 'cite':
    case 'cite_details':
    case 'reference':
      return formatCitation(readKeys(args), site.works, cited, tag.name === 'reference');
    case 'bibliography':
      return args.some((arg) => /^(--cited|-c)$/.test(arg))
        ? formatReferences(cited, site.works)
        : '[All publications](/publications/)';
    case 'quote':
      cited.push(...readKeys(args));
      return '<blockquote>\n';
    case 'endquote':
      return '\n</blockquote>';
    case 'link':
    case 'post_url':
      return site.findAddress(args.join(' '));
    case 'details':
      return `{{< spoiler text="${readArguments(tag).replaceAll('"', '&quot;')}" >}}`;
    case 'enddetails':
      return '{{< /spoiler >}}';
    case 'tab':
      return `**${args.slice(1).join(' ')}**\n`;
    case 'mermaid':
      return '\n```mermaid\n';
    case 'endmermaid':
      return '\n```\n';
    case 'katexmm':
    case 'endkatexmm':
    case 'tabs':
    case 'endtabs':
    case 'endtab':
    case 'social_links':
      return '';
    case 'twitter':
      return args[0] === undefined ? undefined : `[Post on X](<${args[0]}>)`;
    default:
      return undefined;
  }
}

/** Returns the words of a tag without its name, as written. */
function readArguments({ source }: ShortcodeTag): string {
  return source.replace(/^\{%-?\s*\w+\s*|\s*-?%\}$/g, '');
}

/** Returns the keys of a citation, without options such as `--locator 3`. */
function readKeys(args: readonly string[]): string[] {
  const keys = args.filter(
    (arg, i) => !/^-/.test(arg) && !/^(-l|--locator)$/.test(args[i - 1] ?? ''),
  );
  return keys.map((key) => key.replace(/^["']|["',]+$/g, ''));
}

function convertInclude(tag: ShortcodeTag, { page, isHtml }: TagContext): string | undefined {
  const file = tag.args[0] ?? '';
  if (layoutInclude.test(file)) return '';
  const read = (key: string) => {
    const value = tag.namedArgs[key] ?? '';
    const [, name] = /^page\.([\w-]+)$/.exec(value) ?? [];
    return name === undefined ? value : (readText(findOwn(page, name)) ?? '');
  };
  const path = toPath(read('path') || read('url'));
  const kind = file.replace(/\.(liquid|html)$/, '');
  if (kind === 'repository/repo') return toRepositoryLink(read('repository'));
  if (kind === 'repository/repo_user') return toRepositoryLink(read('username'));
  if (path === '') return undefined;
  if (kind === 'figure')
    return showFigure(path, read('alt') || read('title'), read('caption'), isHtml);
  if (kind === 'video') return showVideo(path, isHtml);
  if (kind === 'audio') return isHtml ? toHtmlLink('Listen', path) : `[Listen](<${path}>)`;
  return undefined;
}

/** Returns an address from the root for a path of the theme: `assets/img/1.jpg`. */
export function toPath(path: string): string {
  return path === '' || /^([a-z]+:)?\/\//i.test(path) ? path : `/${path.replace(/^(\.?\/)+/, '')}`;
}

function showFigure(path: string, alt: string, caption: string, isHtml: boolean): string {
  const image = `<img src="${escapeHtml(path)}" alt="${escapeHtml(alt)}">`;
  if (isHtml) {
    return caption === ''
      ? image
      : `<figure>${image}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
  }
  const quote = (text: string) => `"${text.replace(/(["\\])/g, '\\$1')}"`;
  const captionPart = caption === '' ? '' : ` caption=${quote(caption)}`;
  return `{{< figure src=${quote(path)} alt=${quote(alt)}${captionPart} >}}`;
}

/** Returns a link or a player for a video of YouTube, Vimeo or the site. */
function showVideo(path: string, isHtml: boolean): string {
  const [, youtube] = /youtu(?:be\.com\/(?:embed\/|watch\?v=)|\.be\/)([\w-]+)/.exec(path) ?? [];
  const [, vimeo] = /vimeo\.com\/(?:video\/)?(\d+)/.exec(path) ?? [];
  if (isHtml) {
    const address = youtube ? `https://www.youtube.com/watch?v=${youtube}` : path;
    return toHtmlLink('Watch the video', vimeo ? `https://vimeo.com/${vimeo}` : address);
  }
  if (youtube !== undefined) return `{{< youtube ${youtube} >}}`;
  return vimeo === undefined ? `{{< video src="${path}" >}}` : `{{< vimeo ${vimeo} >}}`;
}

function toHtmlLink(label: string, href: string): string {
  return `<a href="${escapeHtml(href)}">${label}</a>`;
}

function toRepositoryLink(name: string): string | undefined {
  return /^[\w.-]+(\/[\w.-]+)?$/.test(name) ? `[${name}](https://github.com/${name})` : undefined;
}

function toFileLink(label: string, path: string): string {
  return `[${label}: ${path.split('/').at(-1)}](<${toPath(path)}>)`;
}
