/**
 * Files to which old sites link and which Lectern generates, each with the folder of the section that it needs.
 * Texts are rendered before all pages are known, so the addresses of `toSiteAddresses` cannot be used. Files with an empty
 * section are in every site.
 */
export const generatedFiles: ReadonlyMap<string, string> = new Map([
  ['rss.xml', 'talks'],
  ['feed.json', 'talks'],
  ['talks.ics', 'talks'],
  ['posts.xml', 'posts'],
  ['publications.xml', 'publications'],
  ['publications.bib', 'publications'],
  ['index.html', ''],
  ['robots.txt', ''],
  ['llms.txt', ''],
  ['sitemap-index.xml', ''],
]);
