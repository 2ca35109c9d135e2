import type { BuiltSite } from '../build/build-site.ts';
import { fileFor, listFiles, listPages, toAddress } from './dist.ts';
import { getAttribute, type Page, parsePage } from './html.ts';

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
  // A calendar folds its lines anywhere (RFC 5545, 3.1), and a page breaks them at <wbr>. The print
  // styles put the bare origin in front of addresses that have the base.
  const unfolded = (file: string) =>
    site.read(file).replaceAll(/\r\n[ \t]|<wbr[^>]*>|--origin:\s*"[^"]*"/g, '');
  return texts.filter((file) => elsewhere.test(unfolded(file)));
}

/** Formats a reference for test output. */
export function describeReference({ file, by, href }: LocatedReference): string {
  return `${file}: ${by} ${href}`;
}

/** An address that a file of the site refers to. */
interface Reference {
  /** As written, entities decoded. */
  href: string;
  /** The element or property that refers: `a[href]`, `img[srcset]`, `url()`. */
  by: string;
}

const attributes = ['href', 'src', 'action', 'poster', 'data', 'cite'];
const metaAddresses = /^(og:(url|image|video|audio)(:(secure_)?url)?|twitter:(image|player))$/;

/** Returns every address in the markup of a page, inline styles included. */
function findPageReferences(page: Page): Reference[] {
  return page.all('*').flatMap((element) => {
    const links = attributes.flatMap((name) => {
      const href = getAttribute(element, name);
      return href === undefined ? [] : [{ href, by: `${element.tagName}[${name}]` }];
    });
    const sets = ['srcSet', 'imageSrcSet'].flatMap((name) =>
      parseSrcset(getAttribute(element, name)).map((href) => ({
        href,
        by: `${element.tagName}[srcset]`,
      })),
    );
    const style = getAttribute(element, 'style') ?? '';
    return [...links, ...sets, ...findMetaReference(element), ...findCssReferences(style)];
  });
}

/** Returns every `url()` and `@import` of a style sheet, without `data:` ones and comments. */
function findCssReferences(css: string): Reference[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const urls = text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/g);
  const imports = text.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...urls, ...imports]
    .map((match) => ({ href: match[1] ?? match[2] ?? match[3] ?? '', by: 'url()' }))
    .filter(({ href }) => href !== '' && !href.startsWith('data:'));
}

/** Returns the addresses in the attributes and elements of an XML file. */
function findXmlReferences(xml: string): Reference[] {
  const text = xml.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\sxmlns(:\w+)?="[^"]*"/g, '');
  const inAttributes = text.matchAll(/\s(?:href|src|url)="([^"]*)"/g);
  const inElements = text.matchAll(/<(?:link|loc|guid|url|comments)\b[^>]*>\s*([^<\s][^<]*)</g);
  return [...inAttributes, ...inElements]
    .map((match) => ({ href: (match[1] ?? '').replaceAll('&amp;', '&').trim(), by: 'xml' }))
    .filter(({ href }) => href !== '');
}

function parseSrcset(srcset: string | undefined): string[] {
  return (srcset ?? '')
    .split(/,\s+|,(?=\/)/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((href) => href !== '');
}

function findMetaReference(element: Parameters<typeof getAttribute>[0]): Reference[] {
  if (element.tagName !== 'meta') return [];
  const name = getAttribute(element, 'property') ?? getAttribute(element, 'name') ?? '';
  const href = getAttribute(element, 'content');
  return href !== undefined && metaAddresses.test(name) ? [{ href, by: `meta[${name}]` }] : [];
}
