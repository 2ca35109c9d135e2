/**
 * The file `_headers` that Netlify, Cloudflare Pages and others read: what a page may do, which
 * its own `<meta>` cannot say, and how long files may be kept. What Astro names by its content never
 * changes under its name; all else is asked for anew.
 * @param base The site's base path.
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function toHostHeaders(base: string): string {
  const root = base.replace(/\/+$/, '');
  const rules: [string, string[]][] = [
    [
      `${root}/*`,
      [
        "Content-Security-Policy: frame-ancestors 'none'",
        'Cross-Origin-Opener-Policy: same-origin',
        'Permissions-Policy: camera=(), geolocation=(), microphone=(), browsing-topics=()',
        'Referrer-Policy: strict-origin-when-cross-origin',
        'X-Content-Type-Options: nosniff',
      ],
    ],
    [`${root}/_astro/*`, ['Cache-Control: public, max-age=31536000, immutable']],
    [`${root}/*.ics`, ['Content-Type: text/calendar; charset=utf-8']],
    [`${root}/*.md`, ['Content-Type: text/markdown; charset=utf-8']],
    [`${root}/rss.xml`, ['Content-Type: application/rss+xml; charset=utf-8']],
    [`${root}/feed.json`, ['Content-Type: application/feed+json; charset=utf-8']],
  ];
  const blocks = rules.map(([path, headers]) => [path, ...headers.map((one) => `  ${one}`)]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
