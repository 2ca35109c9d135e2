import { createHash } from 'node:crypto';

/**
 * A page without what nothing on it needs: links to files for elements that it does not have (those
 * with `data-with` name the classes, one of which must be there), and leave for scripts and styles of
 * other pages in its Content-Security-Policy.
 * @param html A page as Astro renders it.
 */
export function toLeanPage(html: string): string {
  return narrowPolicy(dropIdleLinks(html));
}

function dropIdleLinks(html: string): string {
  if (!html.includes(' data-with="')) return html;
  const there = new Set<string>();
  for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of names.split(/\s+/)) there.add(name);
  return html.replace(
    /<link\b[^>]*?( data-with="([^"]*)")[^>]*>/g,
    (link, attribute: string, classes: string) =>
      classes.split(' ').some((name) => there.has(name)) ? link.replace(attribute, '') : '',
  );
}

/** Astro allows every page the scripts and styles of the whole site, by their hashes. */
function narrowPolicy(html: string): string {
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;
  if (!policy.test(html)) return html;
  const inline = html.matchAll(
    /<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g,
  );
  const there = new Set([...inline].map(([, text = '']) => hashOf(text)));
  return html.replace(policy, (meta) =>
    meta.replace(/ '(sha256-[^']+)'/g, (allowed, hash: string) => (there.has(hash) ? allowed : '')),
  );
}

/** Few texts stand on many pages. */
const hashes = new Map<string, string>();

function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known) return known;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  if (text.length < 10_000) hashes.set(text, hash);
  return hash;
}
