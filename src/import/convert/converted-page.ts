import { formatYaml } from '../../content/parse/format-yaml.ts';
import { readFrontMatter, splitFrontMatter } from '../../content/parse/front-matter.ts';
import { isEmpty } from '../../schema/field.ts';

/** The front matter and the text of a page. */
export interface PageParts {
  data: Record<string, unknown>;
  body: string;
}

/** Splits the text of a page. A text without front matter, or with front matter that cannot be read, has no keys. */
export function splitPage(text: string): PageParts {
  const fenced = splitFrontMatter(text);
  if ('failure' in fenced) return { data: {}, body: text };
  const read = readFrontMatter(text, []);
  return 'failure' in read ? { data: {}, body: fenced.body } : { data: read.data, body: read.body };
}

/**
 * Returns the text of a converted page, without empty keys. Front matter that did not change stays as its
 * author wrote it.
 */
export function formatPage(source: string, before: PageParts, { data, body }: PageParts): string {
  const isSame = JSON.stringify(data) === JSON.stringify(before.data);
  if (isSame && body === before.body) return source;
  if (isSame && before.body !== '' && source.endsWith(before.body)) {
    return source.slice(0, source.length - before.body.length) + body;
  }
  const entries = Object.entries(data).filter(([, value]) => !isEmpty(value));
  const frontMatter =
    entries.length === 0 ? '' : formatYaml(Object.fromEntries(entries), { quoteDates: false });
  return `---\n${frontMatter}---\n\n${body.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
}

/** Returns the front matter without some keys. */
export function omitKeys(
  data: Readonly<Record<string, unknown>>,
  keys: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.has(key)));
}

/** Returns a text or a number as a text; undefined for other and for empty values. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
