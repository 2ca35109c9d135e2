import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import type { Plugin } from 'unified';
import { quote } from '../../schema/describe.ts';
import { toWebAddress, unsafeScheme } from '../../schema/link.ts';
import { addFinding } from '../source/markdown-context.ts';
import { markElement } from '../source/problem-marks.ts';
import { visit } from '../source/visit.ts';

/**
 * Removes each address that is not http, https, mailto or of this site, and reports it. Links with an
 * identifier such as `doi:10.1000/182` become web addresses.
 */
export const rehypeSafeLinks: Plugin<[], Root> = function () {
  const attributes = ['href', 'src', 'action', 'formAction', 'data'] as const;
  return (tree, file) => {
    visit(tree, 'element', (element) => {
      for (const name of attributes) {
        const value = element.properties[name];
        if (typeof value !== 'string') continue;
        const address = name === 'href' ? toWebAddress(value) : value;
        if (address !== value) element.properties[name] = address;
        const scheme = unsafeScheme(address);
        if (scheme === undefined || isInlineImage(element, address)) continue;
        delete element.properties[name];
        markElement(element, 'text/unsafe-link');
        const { line = 1, column = 1 } = element.position?.start ?? {};
        addFinding(file, {
          code: 'text/unsafe-link',
          message: `${quote(value)} starts with "${scheme}:", which is not allowed in links`,
          result: 'so it is not linked',
          remedy: 'Use an http:, https: or mailto: address, or the name of a file of this site.',
          position: { line, column },
        });
      }
    });
  };
};

/** Returns whether a drawing contains a bitmap, as programs write it. */
function isInlineImage({ tagName }: Element, address: string): boolean {
  return /^(?:image|feImage)$/.test(tagName) && /^\s*data:image\/(?!svg)/i.test(address);
}

interface SiteHostOptions {
  base: string;
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
}

/**
 * Makes absolute addresses of this site root-relative, `https://ada.example/files/x.pdf` →
 * `/files/x.pdf`, so that later plugins look for the files. Ignores `www.` and the difference
 * between HTTP and HTTPS.
 */
export const rehypeSiteHost: Plugin<[SiteHostOptions], Root> = function ({ base, origin }) {
  const attributes = ['href', 'src', 'poster', 'srcSet'] as const;
  const source = origin === undefined ? undefined : siteHostPattern(origin, base);
  const siteAddress = source && new RegExp(`(?<=^|[\\s,])${source}`, 'gi');
  return (tree) => {
    if (!siteAddress) return;
    visit(tree, 'element', ({ properties }) => {
      for (const name of attributes) {
        const value = properties[name];
        if (typeof value === 'string') properties[name] = value.replace(siteAddress, '');
      }
    });
  };
};

/** The example hosts of templates and samples (RFC 2606, 3). */
const exampleHost = /^(www\.)?example\.(com|net|org)$/i;

/**
 * Returns the source of a pattern for addresses of a site, up to the path; undefined for an
 * example.
 */
export function siteHostPattern(origin: string, base: string): string | undefined {
  const siteHost = new URL(origin).host.replace(/^www\./, '');
  if (exampleHost.test(siteHost)) return undefined;
  return `https?://(?:www\\.)?${escapePattern(siteHost + base.replace(/\/$/, ''))}(?=/)`;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Puts the site's base path before root-relative addresses: `/files/x.pdf` → `/sub/files/x.pdf`; in
 * `srcset` before each candidate (HTML Standard, 4.8.4.2.1: an address, then a width or density).
 */
export const rehypeBasePath: Plugin<[{ base: string }], Root> = function ({ base }) {
  const attributes = ['href', 'src', 'poster'] as const;
  const prefix = base.replace(/\/$/, '');
  return (tree) => {
    if (prefix === '') return;
    visit(tree, 'element', ({ properties }) => {
      for (const name of attributes) {
        const value = properties[name];
        if (typeof value === 'string' && /^\/(?!\/)/.test(value)) properties[name] = prefix + value;
      }
      const candidates = properties['srcSet'];
      if (typeof candidates === 'string') {
        properties['srcSet'] = candidates.replace(rootRelativeCandidate, `$1${prefix}/`);
      }
    });
  };
};

/**
 * The start of a root-relative candidate. A comma without space may be part of a `data:` address.
 */
const rootRelativeCandidate = /(^\s*|\s[\d.]+[wx]\s*,\s*|,\s+)\/(?!\/)/g;

/** Adds the class `bare` to links whose text is their address, so that print does not repeat it. */
export const rehypeBareLinks: Plugin<[], Root> = function () {
  return (tree) => {
    visit(tree, 'element', (element) => {
      const { href, className } = element.properties;
      if (element.tagName !== 'a' || typeof href !== 'string') return;
      if (!isBareLink(href, toString(element).trim())) return;
      element.properties['className'] = [...(Array.isArray(className) ? className : []), 'bare'];
    });
  };
};

/** Returns whether a text is the address itself: `example.org/notes` for `https://example.org/notes/`. */
function isBareLink(href: string, text: string): boolean {
  const normalize = (address: string) =>
    address.replace(/^(https?:)?\/\/|\/+$/gi, '').toLowerCase();
  return /^(https?:)?\/\//i.test(href) && normalize(href) === normalize(text);
}

/**
 * Escapes the percent signs of an image address that is not well-formed, such as `50%.png`. Astro
 * decodes image addresses and would reject the whole text.
 */
export const remarkWellFormedAddresses: Plugin<[], MarkdownRoot> = function () {
  return (tree) => {
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'definition') return;
      if (!isWellFormed(node.url)) node.url = node.url.replaceAll('%', '%25');
    });
  };
};

function isWellFormed(address: string): boolean {
  try {
    decodeURI(address);
    return true;
  } catch {
    return false;
  }
}
