/** The sections by the collections of academicpages. */
export const sectionsByCollection: Readonly<Record<string, string>> = {
  ...{ talks: 'talks', publications: 'publications', posts: 'posts' },
  ...{ portfolio: 'projects', projects: 'projects', teaching: 'teaching' },
};

/** A loop of Liquid over a collection: `{% for post in site.publications reversed %}`. */
const COLLECTION_LOOP = /\{%-?\s*for\s+[\w-]+\s+in\s+site\.([\w-]+)/g;

/** Returns the collection that a Jekyll page lists by a loop of Liquid; undefined for other pages. */
export function findListedCollection(text: string): string | undefined {
  return listListedCollections(text)[0];
}

/** Returns the collections that a Jekyll page lists, in the order of its loops. */
export function listListedCollections(text: string): string[] {
  return [...text.matchAll(COLLECTION_LOOP)].flatMap(([, collection]) => collection ?? []);
}

/** Returns the files of a collection. */
export function listCollectionFiles(
  files: readonly { path: string }[],
  collection: string,
): string[] {
  const folder = new RegExp(`(^|/)_${collection}/`);
  return files.map(({ path }) => path).filter((path) => folder.test(path));
}
