import type { BuiltSite } from './build-site.ts';
import { addressOf, fileFor, filesIn, pagesIn } from './dist.ts';
import { attribute, parsePage, type Page } from './html.ts';
import { referencesOfCss, referencesOfPage, referencesOfXml, type Reference } from './links.ts';

/** A reference, with the file it stands in and where it leads. */
export type PlacedReference = Reference & { file: string; url: URL };

/** All that the files of a built site refer to. */
export interface SiteLinks {
  pages: Map<string, Page>;
  references: PlacedReference[];
  /** Those to the site itself. */
  internal: PlacedReference[];
  /** Of these, those that lead to no file, and those to an anchor that is not there. */
  dead: PlacedReference[];
  deadAnchors: PlacedReference[];
  /** What a browser fetches unasked. */
  loaded: PlacedReference[];
}

const loading = /^(script|img|source|video|audio|iframe|embed|object|track|input|use)\[|^url\(\)/;
const merelyNamed = /alternate|canonical|me|license|author/;

/** @param base Where the site stands on its origin: `/` or `/sub/`. */
export function linksOf(site: BuiltSite, base: string, origin: string): SiteLinks {
  const pages = new Map(pagesIn(site.dist).map((file) => [file, parsePage(site.read(file))]));
  const references = filesIn(site.dist).flatMap((file) => {
    const here = new URL(`${base}${addressOf(file).slice(1)}`, origin);
    return referencesOf(file).map((reference) => {
      const href = reference.href.replace(/^webcal:/, 'https:');
      return { ...reference, file, url: new URL(href, here) };
    });
  });
  const internal = references.filter(({ url }) => url.origin === origin);
  const links = [...pages].flatMap(([file, page]) =>
    page
      .all('link[href]')
      .filter((link) => !merelyNamed.test(attribute(link, 'rel') ?? ''))
      .map((link) => attribute(link, 'href') ?? '')
      .map((href) => ({ file, by: 'link', href, url: new URL(href, origin) })),
  );
  const ids = new Map(
    [...pages].map(([file, page]) => [
      file,
      new Set(page.all('[id]').map((element) => attribute(element, 'id'))),
    ]),
  );
  const fileOf = (url: URL) => fileFor(site.dist, `/${url.pathname.slice(base.length)}`);
  return {
    ...{ pages, references, internal },
    dead: internal.filter(({ url }) => fileOf(url) === undefined),
    deadAnchors: internal.filter(({ url }) => {
      const id = decodeURIComponent(url.hash.slice(1));
      return id !== '' && ids.get(fileOf(url) ?? '')?.has(id) === false;
    }),
    loaded: [
      ...references.filter(({ by, url }) => loading.test(by) && url.protocol !== 'data:'),
      ...links,
    ],
  };

  function referencesOf(file: string): Reference[] {
    const page = pages.get(file);
    if (page) {
      const styles = page.all('style').flatMap((style) => {
        const [text] = style.children;
        return referencesOfCss(text?.type === 'text' ? text.value : '');
      });
      return [...referencesOfPage(page), ...styles];
    }
    if (file.endsWith('.css')) return referencesOfCss(site.read(file));
    if (/\.(xml|xsl|svg)$/.test(file)) return referencesOfXml(site.read(file));
    return [];
  }
}

/** The files that name the address of their site without its base. */
export function namedOutside(site: BuiltSite, base: string, origin: string): string[] {
  const elsewhere = new RegExp(`${origin}(?!${base})`);
  const texts = filesIn(site.dist).filter((file) => /\.(html|xml|json|ics|txt|css)$/.test(file));
  // A calendar folds its lines anywhere (RFC 5545, 3.1). Print puts the host alone before
  // addresses that have the base.
  const unfolded = (file: string) =>
    site.read(file).replaceAll(/\r\n[ \t]|--origin:\s*"[^"]*"/g, '');
  return texts.filter((file) => elsewhere.test(unfolded(file)));
}

/** How a reference is named in what a test says. */
export function describeReference({ file, by, href }: PlacedReference): string {
  return `${file}: ${by} ${href}`;
}
