import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

const addressAttributes = ['href', 'src', 'poster', 'srcSet'] as const;

/** Hosts that stand for any, in templates and samples (RFC 2606, 3). */
const exampleHost = /^(www\.)?example\.(com|net|org)$/i;

interface Options {
  base: string;
  /** Where the site is published: scheme and host. */
  origin?: string | undefined;
}

/**
 * Addresses of the site itself, written with its host, as those without: `https://ada.example/files/x.pdf`
 * → `/files/x.pdf`. So their files are looked for, and pictures are no pictures of another site. With `www.`
 * or without, by HTTPS or not, is the same.
 */
export const rehypeOwnHost: Plugin<[Options], Root> = function ({ base, origin }) {
  const host = origin === undefined ? undefined : ownHost(origin, base);
  const own = host && new RegExp(`(?<=^|[\\s,])${host}`, 'gi');
  return (tree) => {
    if (!own) return;
    visit(tree, 'element', ({ properties }: Element) => {
      for (const name of addressAttributes) {
        const value = properties[name];
        if (typeof value === 'string') properties[name] = value.replace(own, '');
      }
    });
  };
};

/** What is before the path in addresses of a site, as the source of a pattern; undefined for an example. */
export function ownHost(origin: string, base: string): string | undefined {
  const host = new URL(origin).host.replace(/^www\./, '');
  if (exampleHost.test(host)) return undefined;
  return `https?://(?:www\\.)?${escaped(host + base.replace(/\/$/, ''))}(?=/)`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
