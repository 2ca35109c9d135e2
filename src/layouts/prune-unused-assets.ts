import { createHash } from 'node:crypto';

/**
 * Removes what a page does not use: links with `data-with` if the page has no element with one of
 * the classes that the attribute names, and from the Content-Security-Policy the hashes of other pages'
 * scripts and styles, and the permission to show pages and files of the site in frames.
 * @param html A page as Astro renders it.
 */
export function pruneUnusedAssets(html: string): string {
  return prunePolicy(pruneLinks(html));
}

function pruneLinks(html: string): string {
  if (!html.includes(' data-with="')) return html;
  const used = new Set<string>();
  for (const [, names = ''] of html.matchAll(/\sclass="([^"]*)"/g))
    for (const name of names.split(/\s+/)) used.add(name);
  return html.replace(
    /<link\b[^>]*?( data-with="([^"]*)")[^>]*>/g,
    (link, attribute: string, classes: string) =>
      classes.split(' ').some((name) => used.has(name)) ? link.replace(attribute, '') : '',
  );
}

/** Astro's policy of each page contains the hashes of all scripts and styles of the site. */
function prunePolicy(html: string): string {
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/i;
  if (!policy.test(html)) return html;
  const inline = html.matchAll(
    /<(?:script|style)\b(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/(?:script|style)>/g,
  );
  const used = new Set([...inline].map(([, text = '']) => hashText(text)));
  const hasFrame = /<iframe\b/.test(html);
  return html.replace(policy, (meta) => {
    const pruned = meta.replace(/ '(sha256-[^']+)'/g, (source, hash: string) =>
      used.has(hash) ? source : '',
    );
    return hasFrame ? pruned : pruned.replace("frame-src 'self' ", 'frame-src ');
  });
}

/** Hashes by text: many pages have the same few inline scripts and styles. */
const hashes = new Map<string, string>();

function hashText(text: string): string {
  const cached = hashes.get(text);
  if (cached) return cached;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  if (text.length < 10_000) hashes.set(text, hash);
  return hash;
}
