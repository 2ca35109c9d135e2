/** Files of an author's folder by their paths. */
export type AuthorFiles = Record<string, string | Buffer>;

/**
 * Merges the files that several tests need into one author's folder.
 * @param topics The files of each test, by a name for messages.
 * @throws If two topics define the same path or, as a page, the same address: `a.md` and `a/index.md`.
 */
export function mergeFiles(topics: Record<string, AuthorFiles>): AuthorFiles {
  const owners = new Map<string, string>();
  const merged: AuthorFiles = {};
  for (const [topic, files] of Object.entries(topics)) {
    for (const [path, text] of Object.entries(files)) {
      const page = path.replace(
        /^(content\/[^/]+\/[^/]+?)(\/_?index)?(\.\w+)?\.(mdx?|yaml)$/,
        '$1',
      );
      const owner = owners.get(page);
      if (owner !== undefined && (owner !== topic || path in merged))
        throw new Error(`${owner} and ${topic} both define ${path}`);
      owners.set(page, topic);
      merged[path] = text;
    }
  }
  return merged;
}

const pagePath =
  /^content\/([^/]+)\/((?!_index)[^/.]+)(?:\/_?index)?(?:\.en)?\.(?:mdx?|mdown|MD|yaml)$/;

/** Returns the public or the private pages of some sections, such as `talks/nyu`. */
export function listPagePaths(
  files: AuthorFiles,
  sections: RegExp,
  kind: 'public' | 'private',
): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const [, section = '', slug] = pagePath.exec(path) ?? [];
    const hasFlag = (flag: string) => new RegExp(`^${flag}: true$`, 'm').test(text.toString());
    const isWanted =
      kind === 'private' ? hasFlag('private') : !hasFlag('private') && !hasFlag('draft');
    const name = section === 'authors' ? 'people' : section;
    return slug !== undefined && sections.test(name) && isWanted ? [`${name}/${slug}`] : [];
  });
}
