import type { Definition, Html, Link } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toPosition } from '../../markdown/source/edits.ts';
import { parseHtmlText } from '../../markdown/source/html-text.ts';
import { visit } from '../../markdown/source/visit.ts';
import { isHtmlFile } from '../../model/page/markdown-files.ts';
import { decodePath } from '../../model/page/addresses.ts';
import { describeUnknownIcon, findIcon } from '../../model/page/icons.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import { suggest } from '../../schema/suggest.ts';
import type { Problem } from '../parse/problem.ts';
import { type ParsedPage, toPageProblems } from '../sections/parsed-page.ts';
import { sections } from '../sections/sections.ts';
import type { SiteReading } from '../site/read-site.ts';
import type { ReadSections } from './site-contents.ts';

/** Each comparison with all pages takes milliseconds on a large site. */
const MAX_SUGGESTIONS = 200;

/** A link of a text or of the settings, with the line and column of its start. */
interface SiteLink {
  url: string;
  position: { line: number; column: number };
}

/**
 * Reports what only `npm run check` looks for: links in texts and in `site.yaml` to pages of this site that do not
 * exist, unknown icons in `site.yaml`, tags that contain a comma, and plain pages to which nothing links.
 * @param addresses The addresses that the site serves now and once all pages are published.
 */
export function checkSiteLinks(
  read: ReadSections,
  addresses: readonly SiteAddresses[],
  { settings, locate }: SiteReading,
): Problem[] {
  const linked = new Set<string>();
  const paths = addresses.flatMap(({ byPath }) => [...byPath.keys()]);
  const known = new Set(paths);
  const base = settings.base.replace(/^\/|\/$/g, '');
  const origin = settings.url ?? 'https://site.invalid';

  const pagePaths = paths.filter((path) => !/\.[a-z0-9]+$/.test(path));
  const nearestPaths = new Map<string, string | undefined>();
  function findNearest(path: string): string | undefined {
    if (!nearestPaths.has(path) && nearestPaths.size < MAX_SUGGESTIONS) {
      nearestPaths.set(path, suggest(path, pagePaths));
    }
    return nearestPaths.get(path);
  }

  /** Returns the finding on a link to a page, unless the page exists. @param from The address of the linking page. */
  function check(url: string, from: string): Pick<Finding, 'message' | 'remedy'> | undefined {
    const path = toPagePath(url, origin + from, base);
    if (path === undefined) return undefined;
    linked.add(path);
    if (known.has(path) || known.has(`${path}/index.html`)) return undefined;
    const nearest = findNearest(path);
    return {
      message: `${quote(url)} is not the address of a page or file of this site`,
      remedy: nearest ? `Did you mean /${nearest}/?` : 'Write an address that exists.',
    };
  }

  const settingFindings = (['navigation', 'links'] as const).flatMap((key) =>
    settings[key].flatMap(({ url }, index): Finding[] => {
      const finding = check(url, '/');
      return finding
        ? [{ path: [key, index, 'url'], code: 'site/unknown-address', ...finding }]
        : [];
    }),
  );
  const icons = settings.links.flatMap(({ icon, icon_pack: pack }, index): Finding[] => {
    if (!icon || findIcon(icon, pack)) return [];
    return [
      { path: ['links', index, 'icon'], code: 'site/unknown-icon', ...describeUnknownIcon(icon) },
    ];
  });
  const pageProblems = listPages(read).flatMap(({ page, section, noun }) => {
    const findings = listLinks(page).flatMap(({ url, position }): Finding[] => {
      const finding = check(url, `/${base}${base && '/'}${section}/${page.slug}/`);
      return finding ? [{ path: [], code: 'text/unknown-address', position, ...finding }] : [];
    });
    return toPageProblems([...findings, ...checkTags(page)], page, noun);
  });
  const unlinked =
    settings.navigation.length === 0
      ? []
      : [...(read.get('pages')?.keys() ?? [])].filter(({ slug }) => !linked.has(`pages/${slug}`));
  return [
    ...locate([...settingFindings, ...icons]),
    ...pageProblems,
    ...unlinked.flatMap((page) => toPageProblems([notLinked], page, 'page')),
  ];
}

const notLinked: Finding = {
  path: ['title'],
  code: 'page/not-linked',
  message: 'no menu entry and no text links to this page',
  remedy: 'Add its address to navigation in site.yaml, or link to it from another page.',
};

function listPages(read: ReadSections) {
  return sections.flatMap(({ name, noun }) =>
    [...(read.get(name)?.keys() ?? [])].map((page) => ({ page, section: name, noun })),
  );
}

/** Returns the path of a page of this site without the base path; undefined for a file or another site. */
function toPagePath(url: string, from: string, base: string): string | undefined {
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/|[#?])/i.test(url);
  const { origin } = new URL(from);
  if (!isRelative && !url.startsWith(`${origin}/`)) return undefined;
  if (/[{}<>\\]/.test(url) || !URL.canParse(url, from)) return undefined;
  const path = decodePath(new URL(url, from).pathname)
    .replace(/\/index\.html$/, '')
    .replace(/^\/+|\/+$/g, '');
  if (/\.[a-z0-9]{2,5}$/i.test(path)) return undefined;
  if (path === base) return '';
  return base && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
}

/** Returns the links of the text of a page, in Markdown and HTML. */
function listLinks({ parsed: { body, bodyLine }, file }: ParsedPage): SiteLink[] {
  if (/\.bib$/i.test(file.path) || !/\]\(|\]:|href=/.test(body)) return [];
  const links: SiteLink[] = [];
  const isHtml = isHtmlFile(file.path);
  const tree = isHtml ? parseHtmlText(body, { math: false, dollars: false }) : fromMarkdown(body);
  visit(tree, (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const position = { line: line + bodyLine - 1, column };
    if (node.type === 'link' || node.type === 'definition') {
      links.push({ url: (node as Link | Definition).url, position });
    } else if (node.type === 'html') {
      const html = (node as Html).value;
      for (const { 1: url = '', index } of html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)) {
        const start = isHtml ? toPosition(body, index) : undefined;
        links.push({
          url,
          position: start ? { ...start, line: start.line + bodyLine - 1 } : position,
        });
      }
    }
  });
  return links;
}

type Tagged = Partial<Record<'tags' | 'categories' | 'keywords', string[]>>;

/** Returns a warning for each tag with a comma, which is probably several tags. */
function checkTags({ frontMatter }: ParsedPage): Finding[] {
  return (['tags', 'categories', 'keywords'] as const).flatMap((key) =>
    ((frontMatter as Tagged)[key] ?? []).flatMap((tag, index): Finding[] => {
      if (!tag.includes(',')) return [];
      const list = tag
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
        .join(', ');
      return [
        {
          path: [key, index],
          code: 'tag-with-comma',
          message: `${quote(tag)} is one tag with a comma`,
          remedy: `If you mean several tags, write ${key}: [${list}].`,
        },
      ];
    }),
  );
}
