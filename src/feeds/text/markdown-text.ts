/** Returns a text on one line as Markdown (CommonMark 0.31.2), with all markup characters escaped. */
export function toMarkdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#&~$|]/g, '\\$&')
    .replace(/^([-+=])|^(\d+)([.)])/, (_, mark: string, number: string, after: string) =>
      mark ? `\\${mark}` : `${number}\\${after}`,
    );
}

/** Returns an inline link to an absolute address. */
export function toMarkdownLink(label: string, address: string): string {
  const target = address.replace(/[()<>\\\s]/g, (mark) =>
    mark === '(' ? '%28' : mark === ')' ? '%29' : encodeURIComponent(mark),
  );
  return `[${toMarkdownText(label)}](${target})`;
}
