import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkSite } from '../src/content/validate/check-site.ts';
import { formatReport } from '../src/content/validate/format-report.ts';
import { resolveSiteFolder } from '../src/content/assets/site-folder.ts';
import type { Problem } from '../src/content/parse/problem.ts';
import type { FullCode } from '../src/schema/finding.ts';
import { toSeverity } from '../src/schema/severity.ts';

/** The files of an example, followed by the block with the messages of the program. */
const examplePattern =
  /((?:```\w+ (?:content|public)\/[^\n]+\n[\s\S]*?\n```\n\s*)+)```text\n[\s\S]*?```((?:\n\n```diff(?: [^\n]*)?\n[\s\S]*?\n```)*)/g;
const renamePattern = /^rename (\S+)$/;
const exampleFilePattern = /```\w+ ((?:content|public)\/\S+)[^\n]*\n([\s\S]*?\n)```/g;
const correctionPattern = /```diff(?: (\S+))?\n([\s\S]*?\n)```/g;
/** After the name of a file, in an example without settings. */
const withoutSettingsPattern = /^```\w+ content\/\S+ without content\/site\.yaml$/m;
/** The path shown in the document instead of the temporary folder. */
const shownFolder = '/home/ada/site/content';
const severityTable = /(<!-- severities -->\n)[\s\S]*?(\n<!-- \/severities -->)/;

/** An example of a code: the files of a site, and how to correct them. */
export interface Example {
  code: FullCode;
  /** The texts of the files by their paths. */
  files: Record<string, string>;
  /** The texts of the files after the correction; undefined if there is none in the document. */
  corrected?: Record<string, string>;
}

/** Returns the examples of the document. */
export function readExamples(document: string): Example[] {
  return splitSections(document).flatMap(({ code, section }) =>
    [...section.matchAll(examplePattern)].map(([, block = '', corrections = '']) =>
      toExample(code, block, corrections),
    ),
  );
}

/** Returns the sections of the document by the codes that they explain. */
export function splitSections(document: string): { code: FullCode; section: string }[] {
  return document
    .split(/^### /m)
    .slice(1)
    .map((section) => ({ code: (section.split('\n')[0] ?? '') as FullCode, section }));
}

function toExample(code: FullCode, block: string, diffs: string): Example {
  const files = readFiles(block);
  const corrections = [...diffs.matchAll(correctionPattern)];
  if (corrections.length === 0) return { code, files };
  let corrected = { ...files };
  for (const [, path, diff = ''] of corrections) {
    const [first = ''] = Object.keys(files).filter((name) => name !== 'content/site.yaml');
    const name = path ?? (first || 'content/site.yaml');
    const newName = renamePattern.exec(diff.trim())?.[1];
    if (newName === undefined) corrected[name] = applyDiff(corrected[name] ?? '', diff);
    else corrected = renameFile(corrected, name, newName);
  }
  return { code, files, corrected };
}

function readFiles(block: string): Record<string, string> {
  const settings = withoutSettingsPattern.test(block)
    ? {}
    : { 'content/site.yaml': 'name: Ada Example\ntimezone: Europe/Paris\n' };
  const files = [...block.matchAll(exampleFilePattern)].map(([, path = '', text = '']) => [
    path,
    text,
  ]);
  return { ...settings, ...Object.fromEntries(files) };
}

/** Applies a diff of one hunk without line numbers. @throws Error if the text lacks its lines. */
function applyDiff(text: string, diff: string): string {
  const lines = diff.trimEnd().split('\n');
  const select = (mark: string) =>
    lines.flatMap((line) => (line.startsWith(mark) ? [] : `${line.slice(1)}\n`)).join('');
  const [before, after] = [select('+'), select('-')];
  if (before === '') return text + after;
  const at = `\n${text}`.indexOf(`\n${before}`);
  if (at < 0) throw new Error(`The example has no lines\n${before}`);
  return text.slice(0, at) + after + text.slice(at + before.length);
}

function renameFile(files: Record<string, string>, name: string, newName: string) {
  const { [name]: text = '', ...others } = files;
  return { ...others, [newName]: text };
}

/** Returns the document with the messages that the program prints now, and the severities. */
export async function printProblems(document: string): Promise<string> {
  const messages = new Map<string, string>();
  for (const [block, files = '', corrections = ''] of document.matchAll(examplePattern)) {
    messages.set(block, `${files}\`\`\`text\n${await printMessage(files)}\n\`\`\`${corrections}`);
  }
  return document
    .replace(examplePattern, (block) => messages.get(block) ?? block)
    .replace(severityTable, (_, start: string, end: string) => {
      return `${start}\n${printSeverities(document)}\n${end}`;
    });
}

/** Returns a table of all codes, in the order of the document. */
function printSeverities(document: string): string {
  const rows = splitSections(document).map(({ code }) => {
    const severity = toSeverity(code);
    const elsewhere = toSeverity(`post/${code.replace(/^talk\//, '')}`);
    const isShared = code.startsWith('talk/') && elsewhere !== severity;
    const others = isShared ? `; in other sections: ${elsewhere}` : '';
    return [`[\`${code}\`](#${code.replace('/', '')})`, severity + others];
  });
  const widths = [0, 1].map((i) => Math.max(8, ...rows.map((row) => row[i]!.length)));
  const print = (cells: string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [print(['Code', 'Severity']), rule, ...rows.map(print)].join('\n');
}

async function printMessage(block: string): Promise<string> {
  const { problems, content } = await checkFiles(readFiles(block));
  return formatReport(problems, { color: false }).replaceAll(content, shownFolder);
}

/** Checks a site of the given files. */
export async function checkFiles(
  files: Record<string, string>,
): Promise<{ problems: Problem[]; content: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-docs-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { problems } = await checkSite(resolveSiteFolder({ LECTERN_SITE: folder }), {
      verbose: true,
    });
    return { problems, content: join(folder, 'content') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
