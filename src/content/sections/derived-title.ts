/** A fence of a code block, and a heading in one of the three notations of Markdown. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/;
const HTML_HEADING = /<h[1-6]\b[^>]*>(.*?)<\/h[1-6]>/i;

/**
 * Returns the first heading of a Markdown text, without its attributes, as the title of a page that has none.
 * Undefined without a heading.
 */
export function findFirstHeading(body: string): string | undefined {
  const lines = body.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/);
  let fence: string | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const isUnderlined = /^ {0,3}[^\s#>*-]/.test(line) && UNDERLINE.test(lines[index + 1] ?? '');
    const heading =
      HEADING.exec(line)?.[1] ?? HTML_HEADING.exec(line)?.[1] ?? (isUnderlined ? line : undefined);
    const text = heading && removeMarks(heading);
    if (text) return text;
  }
  return undefined;
}

/** Removes attributes, shortcodes and HTML tags. */
function removeMarks(heading: string): string {
  return heading
    .replace(/\{\{[<%].*?[%>]\}\}/g, '')
    .replace(/\s*\{[#.:][^{}]*\}\s*$/, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}
