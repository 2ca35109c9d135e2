import { formatYaml } from '../content/parse/format-yaml.ts';

/** A key of a new file, or a group of keys, with the comment above it. */
export interface Block {
  note: string;
  /** Written with its value if that is known, else as a comment with `example`. */
  key?: string;
  example?: string;
  /** The value is required. */
  needed?: true;
  /** The question on the terminal; without it the key is not asked for. */
  ask?: string;
  /** The description of its option in the help. */
  option?: string;
  /** The default value is the current date. */
  today?: true;
  /** Further lines, written as comments. */
  more?: readonly string[];
}

/** The content of a new file of a section. */
export interface Template {
  /** An example of the command, for the help: `talk "On Growth and Form" --date 2026-05-04T14:00`. */
  example: string;
  /** What the author writes first. */
  first: string;
  blocks: readonly Block[];
  /** Returns the text below the front matter, if there is any. */
  body?(values: TemplateValues): string;
}

/** Values by key, as typed by the author. */
export type TemplateValues = Readonly<Partial<Record<string, string>>>;

/** The last key of every template. */
const lastBlock: Block = {
  note: 'Set to true to keep the page unpublished.',
  key: 'draft',
  example: 'true',
};

/** Returns the file: keys with known values, and the most common other keys as comments. */
export function printTemplate({ blocks, body }: Template, values: TemplateValues): string {
  const all = blocks.some(({ key }) => key === 'draft') ? blocks : [...blocks, lastBlock];
  return `---
${all.map((block) => printBlock(block, values)).join('\n\n')}

# docs/front-matter.md lists all keys. Write further text below the next line.
---
${body ? `\n${body(values)}` : ''}`;
}

function printBlock({ note, key, example, more = [] }: Block, values: TemplateValues): string {
  const value = key && values[key];
  const keyLine = key && (value ? printPair(key, value) : `# ${key}: ${example ?? ''}`);
  return [
    ...note.split('\n').map((line) => `# ${line}`),
    ...(keyLine ? [keyLine] : []),
    ...more.map((line) => `# ${line}`),
  ].join('\n');
}

/** Returns a line of YAML that is parsed as exactly the given text. */
function printPair(key: string, text: string): string {
  if (key === 'draft') return `${key}: ${text}`;
  const value = text.replace(/\s+/g, ' ').trim();
  return formatYaml({ [key]: value }, { quoteDates: false }).trimEnd();
}
