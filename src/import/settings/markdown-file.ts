import { formatYaml } from '../../content/parse/format-yaml.ts';

/** A file of Markdown with front matter, and a comment in that of where it came from. */
export function markdownFile(
  data: Record<string, unknown>,
  note: string | undefined,
  body: string,
): string {
  const front = Object.keys(data).length > 0 ? formatYaml(data) : '';
  const comment = note?.split('\n').map((line) => `# ${line}\n`) ?? [];
  return `---\n${comment.join('')}${front}---\n\n${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
}
