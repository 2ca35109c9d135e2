import { isOfTheme, readerFor, type Bullet } from './cv-bullets.ts';
import { fromWhere, type Item, type ListLine } from './noted-yaml.ts';
import type { OldValue } from '../old-site/old-values.ts';

/** A heading of the page and the text below it. */
interface Chapter {
  heading: string;
  text: string;
}

/** What a page of academicpages says of a CV. */
export interface MarkdownCv {
  lines: ListLine[];
  /** What of it is in no form that is known, as Markdown; blank for nothing. */
  rest: string;
}

/** Reads lists below headings that are known. Lists made of pages are the pages', not the CV's. */
export function cvOfMarkdown(body: string, from: OldValue): MarkdownCv {
  const found = new Map<string, Item[]>();
  const rest: string[] = [];
  for (const { heading, text } of chaptersOf(body)) {
    if (text.trim() === '' || /\{%-?\s*for\s/.test(text)) continue;
    const reader = readerFor(heading);
    const bullets = bulletsIn(text)?.filter((one) => !isOfTheme(one));
    const values = reader && bullets?.map(reader[1]);
    if (!values || values.includes(undefined)) {
      rest.push(heading === '' ? text.trim() : `## ${heading}\n\n${text.trim()}`);
      continue;
    }
    const items = values.map((value) => ({ value, from: { '': from } }));
    if (items.length > 0) found.set(reader[0], [...(found.get(reader[0]) ?? []), ...items]);
  }
  const note = fromWhere([from]) ?? '';
  const lines = [...found].map(([key, items]) => ({ key, items, note }));
  return { lines, rest: rest.join('\n\n') };
}

/** Headings as `Education` over `====`, and as `# Education`. */
function chaptersOf(body: string): Chapter[] {
  const plain = body
    .replace(/\r\n/g, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[ \t]*\{%-?\s*include[^%]*%\}[ \t]*$/gm, '')
    .replace(/^([^\n]+)\n[=-]{3,}[ \t]*$/gm, '# $1');
  const [before = '', ...rest] = plain.split(/^#{1,3}[ \t]+/m);
  const chapters = rest.map((chapter) => {
    const [heading = '', ...lines] = chapter.split('\n');
    return { heading: heading.replace(/[\s#]+$/, ''), text: lines.join('\n') };
  });
  return before.trim() === '' ? chapters : [{ heading: '', text: before }, ...chapters];
}

/** The items of a list; undefined when there is anything else. */
function bulletsIn(text: string): Bullet[] | undefined {
  const bullets: Bullet[] = [];
  for (const line of text.split('\n')) {
    const [, indent = '', words] = /^(\s*)[*+-]\s+(.*\S)\s*$/.exec(line) ?? [];
    if (line.trim() === '' || /^\s*<\/?(div|br|ul|ol)\b[^>]*>\s*$/i.test(line)) continue;
    const last = bullets.at(-1);
    if (words === undefined) {
      if (!last || !/^\s/.test(line)) return undefined;
      const below = last.below.pop();
      if (below === undefined) last.text += ` ${line.trim()}`;
      else last.below.push(`${below} ${line.trim()}`);
    } else if (indent === '') bullets.push({ text: words, below: [] });
    else if (!last) return undefined;
    else last.below.push(words);
  }
  return bullets;
}
