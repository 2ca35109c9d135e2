import { readFile } from 'node:fs/promises';
import { aboutSchema } from '../../schema/about.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { talkKeys } from '../../schema/talk.ts';
import { createSpeller, spellInLowerCase, normaliseKeys, normalisePath } from './normalise-keys.ts';
import {
  type KeyPosition,
  type ParsedKeys,
  type ParseFailure,
  toPathKey,
  type Position,
} from './position.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';
import { decodeText } from './decode-text.ts';

/** A parsed file: its keys in their canonical spelling, its body, and the positions of both. */
export interface FrontMatter {
  data: Record<string, unknown>;
  body: string;
  /** The line of the file, counted from 1, on which the body starts. */
  bodyLine: number;
  /**
   * Returns the position of the value at a path, or that of its key if the value is on another line. For a
   * path that is not in the file, returns that of the nearest parent key, else of the opening fence.
   */
  locate(path: KeyPath, part?: 'key' | 'value'): Position;
  /** Findings of the parser, such as duplicate keys. */
  findings: Finding[];
}

const DEFAULT_KEYS = [...talkKeys, ...Object.keys(aboutSchema.shape)];

/**
 * Splits a file into front matter (YAML between `---`, TOML between `+++`) and body, and parses the front matter.
 * Never throws.
 * @param knownKeys Keys in their canonical spelling. The case of keys in the file is ignored.
 */
export function readFrontMatter(
  text: string,
  knownKeys: readonly string[] = DEFAULT_KEYS,
): FrontMatter | { failure: ParseFailure } {
  const fenced = splitFrontMatter(text);
  if ('failure' in fenced) return fenced;
  const parsed = fenced.dialect === 'yaml' ? readYaml(fenced.raw) : readToml(fenced.raw);
  if ('failure' in parsed) return { failure: shiftLines(parsed.failure, fenced.line) };
  const { body, bodyLine, line } = fenced;
  return { ...toFrontMatter(parsed, line, knownKeys), body, bodyLine };
}

/**
 * Parses a file that is completely YAML, such as the settings of the site. Never throws.
 * @param spellNested Returns the spelling of nested keys.
 */
export function readSettings(
  text: string,
  knownKeys: readonly string[],
  spellNested = spellInLowerCase,
): FrontMatter | { failure: ParseFailure } {
  const parsed = readYaml(text.replace(/^\uFEFF/, ''));
  if ('failure' in parsed) return parsed;
  return { ...toFrontMatter(parsed, 0, knownKeys, spellNested), body: '', bodyLine: 1 };
}

/** @param above The number of lines before the parsed text, of which the last one is the fence. */
function toFrontMatter(
  parsed: ParsedKeys,
  above: number,
  knownKeys: readonly string[],
  spellNested = spellInLowerCase,
) {
  const spell = createSpeller(knownKeys);
  const known = new Set(knownKeys);
  const byPath = new Map<string, KeyPosition>();
  const findings = (parsed.findings ?? []).map(({ path, position, ...finding }): Finding => ({
    ...finding,
    path: normalisePath(path, spell, known, spellNested),
    ...(position && { position: shiftLines({ position }, above).position }),
  }));
  const duplicates = new Set<string>();
  for (const position of parsed.positions) {
    const path = normalisePath(position.path, spell, known, spellNested);
    const key = toPathKey(path);
    const earlier = byPath.get(key);
    if (earlier && typeof path.at(-1) === 'string' && !isInside(path, duplicates)) {
      duplicates.add(key);
      findings.push(toDuplicate(path, earlier, position, above));
    }
    byPath.set(key, position);
  }
  return {
    data: normaliseKeys(parsed.data, knownKeys, spellNested),
    findings,
    locate(path: KeyPath, side: 'key' | 'value' = 'value'): Position {
      for (let length = path.length; length > 0; length -= 1) {
        const part = path.slice(0, length);
        const withoutFirst = part.filter((name, i) => isInFile(name) || i !== part.indexOf(0));
        const candidates = [part, withoutFirst, part.filter(isInFile)];
        const found = candidates.map((candidate) => byPath.get(toPathKey(candidate))).find(Boolean);
        const isWhole = length === path.length && side === 'value';
        if (found)
          return shiftLines({ position: (isWhole && found.value) || found.key }, above).position;
      }
      return { line: Math.max(above, 1), column: 1 };
    },
  };
}

/** Returns whether a path is inside one of the paths with these keys. */
function isInside(path: KeyPath, pathKeys: ReadonlySet<string>): boolean {
  return path.some((_, length) => pathKeys.has(toPathKey(path.slice(0, length))));
}

/** Returns whether a part of a path is in the file. A single map counts as a list of one item with the index 0. */
function isInFile(name: string | number): boolean {
  return name !== 0;
}

function toDuplicate(
  path: KeyPath,
  ignored: KeyPosition,
  used: KeyPosition,
  above: number,
): Finding {
  const line = used.key.line + above;
  return {
    path,
    position: shiftLines({ position: ignored.key }, above).position,
    code: 'front-matter/duplicate-key',
    message: `${path.at(-1)} is written again on line ${line}, and only that value is used`,
    remedy: 'Delete one of the two.',
  };
}

function shiftLines<T extends { position: Position }>(located: T, lines: number): T {
  const { line, column } = located.position;
  return { ...located, position: { line: line + lines, column } };
}

/** A file split at its fences. `line` is the line of the opening fence, counted from 1. */
export interface FencedFile {
  dialect: 'yaml' | 'toml';
  raw: string;
  line: number;
  body: string;
  bodyLine: number;
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;

/** Splits a file at `---` or `+++` on its first line that is not blank, and at the same mark below it. */
export function splitFrontMatter(text: string): FencedFile | { failure: ParseFailure } {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 0;
  let opening: { mark: string; line: number; end: number } | undefined;
  let otherMark: number | undefined;
  while (at < text.length) {
    LINE.lastIndex = at;
    const [whole = '', content = ''] = LINE.exec(text) ?? [];
    number += 1;
    const line = content.trimEnd();
    if (!opening) {
      // Hugo allows blanks before the opening mark.
      const mark = line.trim();
      if (mark !== '' && mark !== '---' && mark !== '+++') return toMissingFailure(number, content);
      if (mark !== '') opening = { mark, line: number, end: at + whole.length };
    } else if (line === opening.mark) {
      return {
        dialect: opening.mark === '---' ? 'yaml' : 'toml',
        raw: text.slice(opening.end, at),
        line: opening.line,
        body: text.slice(at + whole.length),
        bodyLine: number + 1,
      };
    } else if (/^\s*(---+|\+\+\++|\.\.\.)$/.test(line)) otherMark ??= number;
    at += whole.length;
  }
  return opening
    ? toUnclosedFailure(opening.mark, opening.line, otherMark)
    : toMissingFailure(1, '');
}

function toMissingFailure(line: number, content: string): { failure: ParseFailure } {
  const remedy = 'Start the file with a line ---, then title: and date:, then another line ---.';
  const message = /^\s*[-+\u2010-\u2015]{1,}\s*$/.test(content)
    ? 'the first line is not exactly ---, so the file has no front matter'
    : 'the file does not start with front matter';
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/missing', message, remedy },
  };
}

function toUnclosedFailure(
  mark: string,
  line: number,
  otherMark: number | undefined,
): { failure: ParseFailure } {
  const message =
    otherMark === undefined
      ? `the front matter that starts with ${mark} is not closed`
      : `the front matter that starts with ${mark} is not closed: line ${otherMark} has a different mark`;
  const remedy = `Add a line with only ${mark} after the last key.`;
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/unclosed', message, remedy },
  };
}

/** Reads the body of a page, without parsing its keys. @param path Its file, absolute. */
export async function readPageBody(path: string): Promise<string> {
  const fenced = splitFrontMatter(decodeText(await readFile(path)).text);
  return 'failure' in fenced ? '' : fenced.body;
}
