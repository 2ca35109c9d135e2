/** Returns a talk's Markdown file. Values are written as JSON, which is valid YAML. */
export function talkFile(frontMatter: Record<string, unknown>, body = ''): string {
  const lines = Object.entries(frontMatter).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}`,
  );
  return ['---', ...lines, '---', '', body, ''].join('\n');
}

/** Returns the number, from 1, of the first line of a file that contains `text`. */
export function lineOf(file: string, text: string): number {
  const index = file.split('\n').findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`No line contains ${text}.`);
  return index + 1;
}
