import { materials } from '../selection.ts';

/** All by which the addresses of a site are known. */
export interface SiteContents {
  /** The slugs of the pages of each section, by the name of the section. */
  sections: Readonly<Record<string, readonly string[]>>;
  /** The slugs of the tags of talks. */
  tags: Iterable<string>;
  /** Lists of some pages of a section, `talks/in/2024`, and pages that a site may go without: `cv`. */
  others: Iterable<string>;
}

/** What every site has. */
const always = [
  ...['', '404', '404.html', 'subscribe', 'search', 'rss.xml', 'feed.json', 'talks.ics'],
  ...['llms.txt', 'robots.txt', 'share.png', 'sitemap-index.xml', 'sitemap-0.xml'],
  ...['talks', 'talks/tags', ...materials.map((material) => `talks/with/${material}`)],
];

/** Sections without a list, or with one that depends on more. */
const listless = ['people', 'slides', 'pages'];

/** Every address of a site, files beside pages and in public/ apart; without slashes at the ends. */
export function sitePaths({ sections, tags, others }: SiteContents): Set<string> {
  const paths = new Set([...always, ...others]);
  for (const [name, slugs] of Object.entries(sections)) {
    if (slugs.length > 0 && !listless.includes(name)) paths.add(name);
    for (const slug of slugs) paths.add(`${name}/${slug}`);
  }
  const { talks = [], posts = [], publications = [] } = sections;
  if (posts.length > 0) paths.add('posts.xml');
  if (publications.length > 0) for (const end of ['bib', 'xml']) paths.add(`publications.${end}`);
  for (const slug of talks)
    for (const end of ['ics', 'md', 'png']) paths.add(`talks/${slug}.${end}`);
  for (const tag of tags)
    for (const end of ['', '.ics', '.xml']) paths.add(`talks/tags/${tag}${end}`);
  return paths;
}
