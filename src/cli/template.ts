import yaml from 'js-yaml';

/** A key of a new file, or a group of keys, with the note that stands above it. */
export interface Block {
  note: string;
  /** The key that is written if its value is known, else as a comment with `example`. */
  key?: string;
  example?: string;
  /** It has to be known. */
  needed?: true;
  /** What is asked on the terminal; without it the key is left to the author. */
  ask?: string;
  /** What its option is for, in the help. */
  option?: string;
  /** Without another value it is the day on which the file is made. */
  today?: true;
  /** Further lines, which the author may bring to life. */
  more?: readonly string[];
}

/** What a new file of a section begins with. */
export interface Template {
  /** An example of the command, for the help: `talk "On Growth and Form" --date 2026-05-04T14:00`. */
  example: string;
  /** What its author writes first. */
  first: string;
  blocks: readonly Block[];
  /** What its text begins with; without it there is none. */
  body?(values: Values): string;
}

/** Values by their keys, as they were typed. */
export type Values = Readonly<Partial<Record<string, string>>>;

/** The keys that every template has last. */
const lastBlock: Block = {
  note: '"true" keeps the page off the published site.',
  key: 'draft',
  example: 'true',
};

/** The file: what is known, and below it, as comments, the keys that most pages come to need. */
export function printTemplate({ blocks, body }: Template, values: Values): string {
  const all = blocks.some(({ key }) => key === 'draft') ? blocks : [...blocks, lastBlock];
  return `---
${all.map((block) => printBlock(block, values)).join('\n\n')}

# Every key: docs/front-matter.md. Below the next line there is room for further text.
---
${body ? `\n${body(values)}` : ''}`;
}

function printBlock({ note, key, example, more = [] }: Block, values: Values): string {
  const value = key && values[key];
  const own = key && (value ? pair(key, value) : `# ${key}: ${example ?? ''}`);
  return [
    ...note.split('\n').map((line) => `# ${line}`),
    ...(own ? [own] : []),
    ...more.map((line) => `# ${line}`),
  ].join('\n');
}

/** A line of YAML that reads back as the very text, whatever is in it. */
function pair(key: string, text: string): string {
  if (key === 'draft') return `${key}: ${text}`;
  const value = text.replace(/\s+/g, ' ').trim();
  return yaml.dump({ [key]: value }, { lineWidth: -1, schema: yaml.CORE_SCHEMA }).trimEnd();
}
