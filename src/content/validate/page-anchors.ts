import type { TextRenderer } from '../../markdown/render/text-renderer.ts';
import { cvSectionTitles } from '../../model/cv/cv.ts';
import { defaultHome, toHomePartId } from '../../model/site/home.ts';
import type { SiteAddresses } from '../../model/site/site-addresses.ts';
import { toRenderJob } from '../render/render-job.ts';
import type { ParsedPage } from '../sections/parsed-page.ts';
import type { Section } from '../sections/section.ts';
import type { SiteSettings } from '../../schema/site.ts';

/** The ids that a link to a page may name. */
export interface Anchors {
  /** Those in the texts of the page, or the names of its parts. */
  ids: ReadonlySet<string>;
  /** Matches further ids, which the page may have. */
  others?: RegExp;
}

/** Finds the ids of a page by its path; undefined if they are not known. */
export type FindAnchors = (path: string) => Promise<Anchors | undefined>;

interface AnchorOptions {
  /** Renders the texts of pages that are the targets of links with a fragment. */
  renderer: TextRenderer;
  addresses: readonly SiteAddresses[];
  settings: Pick<SiteSettings, 'home'>;
  /** The pages by their paths. */
  pages: ReadonlyMap<string, { page: ParsedPage; section: Section }>;
  /** The texts of the home page. */
  homeTexts: readonly HomeTextSource[];
}

/** A text of the home page. The ids of one with a name start with it, but its own links do not. */
export interface HomeTextSource {
  name?: string;
  body: string;
}

/** The ids of every page: the target of the skip link, and the top of the page (HTML Standard, 7.4.6.4). */
export const commonIds: readonly string[] = ['page-main', 'top'];

/** The ids that a page has besides those in its texts: of deliveries, of lists, and of slides in the address of a deck. */
const otherIds: Readonly<Record<string, RegExp>> = {
  talks: /^(?:deliveries|at-.+)$/,
  people: /^(?:interests|education|talks|publications|(?:project|post|course|page)s?)$/,
  slides: /^\/?\d+(?:\/\d+)*$/,
};

/** The ids of years, groups and other parts of lists. */
const listIds =
  /^(?:year-\w+|group-.+|upcoming|narrowed|talks|to-appear|submitted|in-preparation)$/;

/** Creates a function that finds the ids of pages. The texts of a page are rendered once, when a link needs its ids. */
export function createAnchorFinder(options: AnchorOptions): FindAnchors {
  const { addresses, pages } = options;
  const found = new Map<string, Promise<Anchors | undefined>>();

  function find(path: string): Promise<Anchors | undefined> {
    const target = pages.get(path);
    if (target) return findPageAnchors(target, options.renderer);
    const producer = addresses.flatMap(({ byPath }) => byPath.get(path) ?? [])[0]?.producer;
    const route = producer?.kind === 'built-in' ? producer.route : '';
    return findBuiltInAnchors(route, options);
  }

  return (path) => {
    const known = found.get(path) ?? find(path);
    found.set(path, known);
    return known;
  };
}

/** Returns the ids in the texts of a page. Those in MDX are unknown, because components may have any. */
async function findPageAnchors(
  { page, section }: { page: ParsedPage; section: Section },
  renderer: TextRenderer,
): Promise<Anchors | undefined> {
  if (page.file.path.endsWith('.mdx')) return undefined;
  const { body, texts, math, slides, macros: definitions } = toRenderJob(section, page);
  const macros = renderer.createMacros(definitions);
  const blocks = texts.flatMap(({ kind, value }) => (kind === 'block' ? value : []));
  const ids = new Set<string>();
  for (const text of [...blocks, body]) {
    const { html } = await renderer.block(text, { math, macros, slides: slides && text === body });
    for (const id of listIdsOf(html)) ids.add(id);
  }
  const others = otherIds[section.name];
  return { ids, ...(others && { others }) };
}

async function findBuiltInAnchors(
  route: string,
  { settings, homeTexts, renderer }: AnchorOptions,
): Promise<Anchors | undefined> {
  if (route === 'index.astro') {
    const ids = new Set<string>();
    for (const { name, body } of homeTexts) {
      const { html } = await renderer.block(body, { math: true });
      for (const id of listIdsOf(html)) ids.add(id).add(name === undefined ? id : `${name}-${id}`);
    }
    for (const part of settings.home ?? defaultHome) ids.add(toHomePartId(part));
    return { ids };
  }
  if (route.startsWith('cv/')) {
    return { ids: new Set(cvSectionTitles.map(([id]) => id)) };
  }
  const isList = /^(?:talks|publications|posts|projects|teaching|people)\//.test(route);
  return isList ? { ids: new Set(), others: listIds } : undefined;
}

/** Returns the ids in HTML; `name` of a link is an id, too (HTML Standard, 7.4.6.4). */
function listIdsOf(html: string): string[] {
  return [...html.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id = '']) =>
    id.replace(/&(?:amp|#38|#x26);/gi, '&'),
  );
}
