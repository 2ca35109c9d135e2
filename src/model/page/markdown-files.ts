/** The endings of Markdown files that Hugo and Jekyll read, as a pattern. */
export const markdownEndings = '\\.(?:mdx?|markdown|mdown|mkdown|mkdn?|mkd)';

/** The endings of HTML files, which are pages if they have front matter. */
export const htmlEndings = '\\.html?';

const markdownFile = new RegExp(`${markdownEndings}$`, 'i');
const htmlFile = new RegExp(`${htmlEndings}$`, 'i');
const pageFile = new RegExp(
  `(?:/_?index)?(?:\\.[a-z]{2})?(?:${markdownEndings}|${htmlEndings})$`,
  'i',
);

/** Returns whether a file name has the ending of a Markdown file. */
export function isMarkdownFile(name: string): boolean {
  return markdownFile.test(name);
}

/** Returns whether a file name has the ending of an HTML file. */
export function isHtmlFile(name: string): boolean {
  return htmlFile.test(name);
}

/** Returns the path of a page without its file: `project/x` for `project/x/index.md` and `project/x.fr.md`. */
export function stripPageFile(path: string): string {
  return path.replace(pageFile, '');
}
