import type { BuiltSite } from './build-site.ts';
import { toAddress, fileFor, listFiles, listPages } from './dist.ts';
import { getAttribute, parsePage, type Page } from './html.ts';
import {
  findCssReferences,
  findPageReferences,
  findXmlReferences,
  type Reference,
} from './links.ts';

/** A reference, with its file and its target. */
export type LocatedReference = Reference & { file: string; url: URL };

/** All references in the files of a built site. */
export interface SiteLinks {
  pages: Map<string, Page>;
  references: LocatedReference[];
  /** References to the site itself. */
  internal: LocatedReference[];
  /** Internal references to a file that does not exist, and to a missing anchor. */
  broken: LocatedReference[];
  brokenAnchors: LocatedReference[];
  /** References that a browser loads automatically. */
  loaded: LocatedReference[];
}

const loadingReferences =
  /^(script|img|source|video|audio|iframe|embed|object|track|input|use)\[|^url\(\)/;
const unloadedRelations = /alternate|canonical|me|license|author/;

/**
 * Finds all references in a built site.
 * @param base The path of the site on its origin: `/` or `/sub/`.
 */
export function readSiteLinks(site: BuiltSite, base: string, origin: string): SiteLinks {
  const pages = new Map(listPages(site.dist).map((file) => [file, parsePage(site.read(file))]));
  const references = listFiles(site.dist).flatMap((file) => {
    const here = new URL(`${base}${toAddress(file).slice(1)}`, origin);
    return referencesOf(file).map((reference) => {
      const href = reference.href.replace(/^webcal:/, 'https:');
      return { ...reference, file, url: new URL(href, here) };
    });
  });
  const internal = references.filter(({ url }) => url.origin === origin);
  const links = [...pages].flatMap(([file, page]) =>
    page
      .all('link[href]')
      .filter((link) => !unloadedRelations.test(getAttribute(link, 'rel') ?? ''))
      .map((link) => getAttribute(link, 'href') ?? '')
      .map((href) => ({ file, by: 'link', href, url: new URL(href, origin) })),
  );
  const ids = new Map(
    [...pages].map(([file, page]) => [
      file,
      new Set(page.all('[id]').map((element) => getAttribute(element, 'id'))),
    ]),
  );
  const fileOf = (url: URL) => fileFor(site.dist, `/${url.pathname.slice(base.length)}`);
  return {
    ...{ pages, references, internal },
    broken: internal.filter(({ url }) => fileOf(url) === undefined),
    brokenAnchors: internal.filter(({ url }) => {
      const id = decodeURIComponent(url.hash.slice(1));
      return id !== '' && ids.get(fileOf(url) ?? '')?.has(id) === false;
    }),
    loaded: [
      ...references.filter(({ by, url }) => loadingReferences.test(by) && url.protocol !== 'data:'),
      ...links,
    ],
  };

  function referencesOf(file: string): Reference[] {
    const page = pages.get(file);
    if (page) {
      const styles = page.all('style').flatMap((style) => {
        const [text] = style.children;
        return findCssReferences(text?.type === 'text' ? text.value : '');
      });
      return [...findPageReferences(page), ...styles];
    }
    if (file.endsWith('.css')) return findCssReferences(site.read(file));
    if (/\.(xml|xsl|svg)$/.test(file)) return findXmlReferences(site.read(file));
    return [];
  }
}

/** Returns the files that contain an address of the site without its base. */
export function findAddressesWithoutBase(site: BuiltSite, base: string, origin: string): string[] {
  const elsewhere = new RegExp(`${origin}(?!${base})`);
  const texts = listFiles(site.dist).filter((file) => /\.(html|xml|json|ics|txt|css)$/.test(file));
  // A calendar folds its lines anywhere (RFC 5545, 3.1). The print styles put the bare origin in front
  // of addresses that have the base.
  const unfolded = (file: string) =>
    site.read(file).replaceAll(/\r\n[ \t]|--origin:\s*"[^"]*"/g, '');
  return texts.filter((file) => elsewhere.test(unfolded(file)));
}

/** Formats a reference for test output. */
export function describeReference({ file, by, href }: LocatedReference): string {
  return `${file}: ${by} ${href}`;
}
