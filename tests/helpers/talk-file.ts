/** A talk's Markdown file. Every value is written as JSON, which YAML reads as it is. */
export function talkFile(frontMatter: Record<string, unknown>, body = ''): string {
  const lines = Object.entries(frontMatter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return ['---', ...lines, '---', '', body, ''].join('\n');
}

/** The number, from 1, of the first line of a file that contains `text`. */
export function lineOf(file: string, text: string): number {
  const at = file.split('\n').findIndex((line) => line.includes(text));
  if (at < 0) throw new Error(`no line contains ${text}`);
  return at + 1;
}
