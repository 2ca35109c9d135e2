import { attribute, type Page } from './html.ts';

/** An address that a file of the site refers to. */
export interface Reference {
  /** As written, entities decoded. */
  href: string;
  /** What refers: `a[href]`, `img[srcset]`, `url()`. */
  by: string;
}

const attributes = ['href', 'src', 'action', 'poster', 'data', 'cite'];
const metaAddresses = /^(og:(url|image|video|audio)(:(secure_)?url)?|twitter:(image|player))$/;

/** Every address in the markup of a page, in-line styles included. */
export function referencesOfPage(page: Page): Reference[] {
  return page.all('*').flatMap((element) => {
    const own = attributes.flatMap((name) => {
      const href = attribute(element, name);
      return href === undefined ? [] : [{ href, by: `${element.tagName}[${name}]` }];
    });
    const sets = ['srcSet', 'imageSrcSet'].flatMap((name) =>
      candidatesOf(attribute(element, name)).map((href) => ({
        href,
        by: `${element.tagName}[srcset]`,
      })),
    );
    const style = attribute(element, 'style') ?? '';
    return [...own, ...sets, ...metaReference(element), ...referencesOfCss(style)];
  });
}

/** Every `url()` and `@import` of a style sheet, without `data:` ones and comments. */
export function referencesOfCss(css: string): Reference[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const urls = text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/g);
  const imports = text.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...urls, ...imports]
    .map((match) => ({ href: match[1] ?? match[2] ?? match[3] ?? '', by: 'url()' }))
    .filter(({ href }) => href !== '' && !href.startsWith('data:'));
}

/** Every address in the attributes and elements of an XML file that look like one. */
export function referencesOfXml(xml: string): Reference[] {
  const text = xml.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\sxmlns(:\w+)?="[^"]*"/g, '');
  const inAttributes = text.matchAll(/\s(?:href|src|url)="([^"]*)"/g);
  const inElements = text.matchAll(/<(?:link|loc|guid|url|comments)\b[^>]*>\s*([^<\s][^<]*)</g);
  return [...inAttributes, ...inElements]
    .map((match) => ({ href: (match[1] ?? '').replaceAll('&amp;', '&').trim(), by: 'xml' }))
    .filter(({ href }) => href !== '');
}

function candidatesOf(srcset: string | undefined): string[] {
  return (srcset ?? '')
    .split(/,\s+|,(?=\/)/)
    .map((candidate) => candidate.trim().split(/\s+/)[0] ?? '')
    .filter((href) => href !== '');
}

function metaReference(element: Parameters<typeof attribute>[0]): Reference[] {
  if (element.tagName !== 'meta') return [];
  const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
  const href = attribute(element, 'content');
  return href !== undefined && metaAddresses.test(name) ? [{ href, by: `meta[${name}]` }] : [];
}
