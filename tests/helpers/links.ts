import { getAttribute, type Page } from './html.ts';

/** An address that a file of the site refers to. */
export interface Reference {
  /** As written, entities decoded. */
  href: string;
  /** The element or property that refers: `a[href]`, `img[srcset]`, `url()`. */
  by: string;
}

const attributes = ['href', 'src', 'action', 'poster', 'data', 'cite'];
const metaAddresses = /^(og:(url|image|video|audio)(:(secure_)?url)?|twitter:(image|player))$/;

/** Returns every address in the markup of a page, inline styles included. */
export function findPageReferences(page: Page): Reference[] {
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
export function findCssReferences(css: string): Reference[] {
  const text = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const urls = text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)/g);
  const imports = text.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g);
  return [...urls, ...imports]
    .map((match) => ({ href: match[1] ?? match[2] ?? match[3] ?? '', by: 'url()' }))
    .filter(({ href }) => href !== '' && !href.startsWith('data:'));
}

/** Returns the addresses in the attributes and elements of an XML file. */
export function findXmlReferences(xml: string): Reference[] {
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
