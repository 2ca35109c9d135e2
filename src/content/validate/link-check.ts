import { decodePath } from '../../model/page/addresses.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import { suggest } from '../../schema/suggest.ts';
import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import type { SiteReading } from '../site/read-site.ts';
import {
  type Anchors,
  commonIds,
  createAnchorFinder,
  type HomeTextSource,
} from './page-anchors.ts';

/** Each comparison with all pages takes milliseconds on a large site. */
const MAX_SUGGESTIONS = 200;

/** What is wrong with a link within the site: there is no such page or file, or the page has no such part. */
interface LinkProblem extends Pick<Finding, 'message' | 'remedy'> {
  kind: 'address' | 'anchor';
}

interface LinkCheckOptions {
  /** The pages by their paths: `talks/nyu`. */
  pages: ReadonlyMap<string, { page: ParsedPage; section: Section }>;
  /** The addresses that the site serves now and once all pages are published. */
  addresses: readonly SiteAddresses[];
  site: SiteReading;
  /** Renders the texts of pages, to find the ids that links may name. */
  renderer: TextRenderer;
  homeTexts: readonly HomeTextSource[];
}

/** Checks links within the site. */
export interface LinkCheck {
  /** Returns what is wrong with a link, if it is one within the site. @param from The path of the page with the link. */
  check(url: string, from: string): Promise<LinkProblem | undefined>;
  /** The paths in the links that were checked. */
  linked: ReadonlySet<string>;
}

/** Creates a check of the links of a site. */
export function createLinkCheck(options: LinkCheckOptions): LinkCheck {
  const { pages, addresses, site, renderer, homeTexts } = options;
  const { settings } = site;
  const linked = new Set<string>();
  const paths = addresses.flatMap(({ byPath }) => [...byPath.keys()]);
  const known = new Set(paths);
  const base = settings.base.replace(/^\/|\/$/g, '');
  const origin = settings.url ?? 'https://site.invalid';
  const findAnchors = createAnchorFinder({
    ...{ renderer, settings, homeTexts: [...homeTexts, ...listOwnerTexts(pages, known)] },
    pages: new Map([...pages].filter(([path]) => known.has(path))),
    addresses,
  });
  const pagePaths = paths.filter((path) => !/\.[a-z0-9]+$/.test(path));
  const remedies = new Map<string, string>();

  return { check, linked };

  async function check(url: string, from: string): Promise<LinkProblem | undefined> {
    const page = known.has(from) ? from : '';
    const address = `/${base}${base && '/'}${page}${page && '/'}`;
    const target = toTarget(url, origin + address, base);
    if (target === undefined) return undefined;
    const { path, fragment } = target;
    linked.add(path);
    if (!known.has(path) && !known.has(`${path}/index.html`)) {
      const message = `${quote(url)} is not the address of a page or file of this site`;
      const remedy = remember(path, () => describeNearestPage(path, pagePaths));
      return { kind: 'address', message, remedy: remedy ?? 'Write an address that exists.' };
    }
    const anchors = fragment === undefined ? undefined : await findAnchors(path);
    if (!anchors || fragment === undefined || hasAnchor(anchors, fragment)) return undefined;
    const otherPage = path === '' ? 'the home page' : `/${path}/`;
    const place = url.startsWith('#') ? 'this page' : otherPage;
    const message = `${quote(url)} links to a part that ${place} does not have: there is no id ${quote(fragment)}`;
    const remedy = remember(`${path}#${fragment}`, () =>
      describeNearestAnchor(path, fragment, anchors, pages),
    );
    return { kind: 'anchor', message, remedy: remedy ?? 'Write the id of a heading.' };
  }

  /** Returns a remedy, of which only some are computed. */
  function remember(target: string, describe: () => string): string | undefined {
    if (!remedies.has(target) && remedies.size < MAX_SUGGESTIONS) remedies.set(target, describe());
    return remedies.get(target);
  }
}

/** Returns the texts of the owner of the site, whose page is the home page. */
function listOwnerTexts(pages: LinkCheckOptions['pages'], known: ReadonlySet<string>) {
  return [...pages].flatMap(([path, { page, section }]) => {
    if (section.name !== 'people' || known.has(path)) return [];
    const texts = section.texts(page.frontMatter).filter(({ kind }) => kind === 'block');
    return [page.parsed.body, ...texts.map(({ value }) => value)].map((body) => ({ body }));
  });
}

/**
 * Returns the path of a page of this site without the base path, and the id of the part; undefined for a file or another
 * site.
 * @param from The address of the linking page.
 */
function toTarget(
  url: string,
  from: string,
  base: string,
): { path: string; fragment?: string } | undefined {
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/|\?)/i.test(url);
  const { origin } = new URL(from);
  if (!isRelative && !url.startsWith(`${origin}/`)) return undefined;
  if (/[{}<>\\]/.test(url) || !URL.canParse(url, from)) return undefined;
  const { pathname, hash } = new URL(url, from);
  const fullPath = decodePath(pathname)
    .replace(/\/index\.html$/, '')
    .replace(/^\/+|\/+$/g, '');
  if (/\.[a-z0-9]{2,5}$/i.test(fullPath)) return undefined;
  const path =
    fullPath === base
      ? ''
      : base && fullPath.startsWith(`${base}/`)
        ? fullPath.slice(base.length + 1)
        : fullPath;
  // A text fragment names words, not an id.
  const fragment = decodePath(hash.replace(/^#|:~:.*$/gs, ''));
  return { path, ...(fragment !== '' && { fragment }) };
}

function hasAnchor({ ids, others }: Anchors, fragment: string): boolean {
  return commonIds.includes(fragment) || ids.has(fragment) || (others?.test(fragment) ?? false);
}

function describeNearestPage(path: string, pagePaths: readonly string[]): string {
  const nearest = suggest(path, pagePaths);
  return nearest ? `Did you mean /${nearest}/?` : 'Write an address that exists.';
}

/** The most ids that a remedy lists. */
const MAX_LISTED = 5;

/** Returns a remedy: the most similar id, the page that a list has instead, or the ids of the page. */
function describeNearestAnchor(
  path: string,
  fragment: string,
  { ids, others }: Anchors,
  pages: LinkCheckOptions['pages'],
): string {
  const year = /^(?:y|year)?[-_]?(\d{4})$/i.exec(fragment)?.[1];
  if (year && others?.test(`year-${year}`)) return `Did you mean #year-${year}?`;
  const entry = [...pages].find(
    ([page, { page: one }]) =>
      page.startsWith(`${path}/`) &&
      (page === `${path}/${fragment}` || one.identifiers.includes(fragment)),
  );
  if (entry) return `Did you mean /${entry[0]}/?`;
  const names = [...ids].filter((id) => !hiddenIds.test(id));
  const isSimilar = (id: string) => id.includes(fragment) || fragment.includes(id);
  const nearest = suggest(fragment, names) ?? names.find((id) => id.length > 2 && isSimilar(id));
  if (nearest) return `Did you mean #${nearest}?`;
  const listed = names.slice(0, MAX_LISTED).map((id) => `#${id}`);
  if (listed.length === 0) return 'Link to the page without the part after #.';
  return `Write the id of a heading, such as ${listed.join(', ')}.`;
}

/** Ids that no author means: those of the heading of footnotes, and of references to them. */
const hiddenIds = /^(?:footnote-label|user-content-fnref-.*)$/;
