/** A text as Markdown (CommonMark 0.31.2) that reads as it is: one line, no mark of it means anything. */
export function toMarkdownText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#&~$|]/g, '\\$&')
    .replace(/^([-+=])|^(\d+)([.)])/, (_, mark: string, number: string, after: string) =>
      mark ? `\\${mark}` : `${number}\\${after}`,
    );
}

/** An in-line link to an absolute address. */
export function toMarkdownLink(words: string, address: string): string {
  const target = address.replace(/[()<>\\\s]/g, (mark) =>
    mark === '(' ? '%28' : mark === ')' ? '%29' : encodeURIComponent(mark),
  );
  return `[${toMarkdownText(words)}](${target})`;
}
