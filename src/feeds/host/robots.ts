import type { Site } from '../../model/site/site.ts';

/** Everybody may read everything (RFC 9309); what is private says so on its own page. */
export function toRobotsTxt(site: Site): string {
  const sitemap = site.absolute(site.addresses.path('sitemap-index.xml'));
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
