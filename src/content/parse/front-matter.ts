import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { aboutSchema } from '../../schema/about.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { talkKeys } from '../../schema/talk.ts';
import { canonicalSpelling, inLowerCase, normaliseKeys, normalisePath } from './normalise-keys.ts';
import {
  type KeyPosition,
  type ParsedKeys,
  type ParseFailure,
  pathText,
  type Position,
} from './position.ts';
import { readToml } from './toml.ts';
import { readYaml } from './yaml.ts';

/** A parsed file: its keys in their canonical spelling, its body, and the positions of both. */
export interface FrontMatter {
  data: Record<string, unknown>;
  body: string;
  /** The line of the file, counted from 1, on which the body starts. */
  bodyLine: number;
  /**
   * Returns the position of the value at a path, or that of its key if the value is on another line.
   * For a path that is not in the file it is the nearest key above, or else the opening fence.
   */
  locate(path: KeyPath, part?: 'key' | 'value'): Position;
  /** Findings of reading itself, such as duplicate keys. */
  findings: Finding[];
}

const KNOWN_KEYS = [...talkKeys, ...Object.keys(aboutSchema.shape)];

/**
 * Splits a file into front matter (YAML between `---`, TOML between `+++`) and body, and reads the
 * former. Keys are known in any case; `knownKeys` gives their canonical spelling. Never throws.
 */
export function readFrontMatter(
  text: string,
  knownKeys: readonly string[] = KNOWN_KEYS,
): FrontMatter | { failure: ParseFailure } {
  const fenced = findFence(text);
  if ('failure' in fenced) return fenced;
  const reading = fenced.dialect === 'yaml' ? readYaml(fenced.raw) : readToml(fenced.raw);
  if ('failure' in reading) return { failure: moveDown(reading.failure, fenced.line) };
  const { body, bodyLine, line } = fenced;
  return { ...toFrontMatter(reading, line, knownKeys), body, bodyLine };
}

/**
 * Reads a file that is YAML as a whole, such as the settings of the site. Never throws.
 * @param spellInside How keys inside those are spelled.
 */
export function readSettings(
  text: string,
  knownKeys: readonly string[],
  spellInside = inLowerCase,
): FrontMatter | { failure: ParseFailure } {
  const reading = readYaml(text.replace(/^\uFEFF/, ''));
  if ('failure' in reading) return reading;
  return { ...toFrontMatter(reading, 0, knownKeys, spellInside), body: '', bodyLine: 1 };
}

/** `above` is the number of lines before the parsed text; the last of them is the fence. */
function toFrontMatter(
  parsed: ParsedKeys,
  above: number,
  knownKeys: readonly string[],
  spellInside = inLowerCase,
) {
  const spell = canonicalSpelling(knownKeys);
  const known = new Set(knownKeys);
  const found = new Map<string, KeyPosition>();
  const findings: Finding[] = [];
  const twice = new Set<string>();
  for (const position of parsed.positions) {
    const path = normalisePath(position.path, spell, known, spellInside);
    const earlier = found.get(pathText(path));
    const insideTwice = path.some((_, length) => twice.has(pathText(path.slice(0, length))));
    if (earlier && typeof path.at(-1) === 'string' && !insideTwice) {
      twice.add(pathText(path));
      findings.push(toDuplicate(path, earlier, position, above));
    }
    found.set(pathText(path), position);
  }
  return {
    data: normaliseKeys(parsed.data, knownKeys, spellInside),
    findings,
    locate(path: KeyPath, side: 'key' | 'value' = 'value'): Position {
      for (let length = path.length; length > 0; length -= 1) {
        const part = path.slice(0, length);
        const outer = part.filter((name, i) => isWritten(name) || i !== part.indexOf(0));
        const spellings = [part, outer, part.filter(isWritten)];
        const place = spellings.map((one) => found.get(pathText(one))).find(Boolean);
        const whole = length === path.length && side === 'value';
        if (place)
          return moveDown({ position: (whole && place.value) || place.key }, above).position;
      }
      return { line: Math.max(above, 1), column: 1 };
    },
  };
}

/** A single map counts as a list of one item, whose index 0 is not in the file. */
function isWritten(name: string | number): boolean {
  return name !== 0;
}

function toDuplicate(
  path: KeyPath,
  loser: KeyPosition,
  winner: KeyPosition,
  above: number,
): Finding {
  const line = winner.key.line + above;
  return {
    path,
    position: moveDown({ position: loser.key }, above).position,
    severity: 'warning',
    code: 'front-matter/duplicate-key',
    message: `${path.at(-1)} is written again on line ${line}, and only that value is used`,
    remedy: 'Delete one of the two.',
  };
}

function moveDown<T extends { position: Position }>(failure: T, lines: number): T {
  const { line, column } = failure.position;
  return { ...failure, position: { line: line + lines, column } };
}

/** A file split at its fences. `line` is the line of the opening fence, counted from 1. */
export interface Fenced {
  dialect: 'yaml' | 'toml';
  raw: string;
  line: number;
  body: string;
  bodyLine: number;
}

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y;

/** Splits a file at `---` or `+++` on its first line that is not blank and at the same mark below it. */
export function findFence(text: string): Fenced | { failure: ParseFailure } {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let number = 0;
  let opening: { mark: string; line: number; end: number } | undefined;
  let other: number | undefined;
  while (at < text.length) {
    LINE.lastIndex = at;
    const [whole = '', content = ''] = LINE.exec(text) ?? [];
    number += 1;
    const line = content.trimEnd();
    if (!opening) {
      if (line.trim() !== '' && line !== '---' && line !== '+++') return missing(number, content);
      if (line.trim() !== '') opening = { mark: line, line: number, end: at + whole.length };
    } else if (line === opening.mark) {
      return {
        dialect: opening.mark === '---' ? 'yaml' : 'toml',
        raw: text.slice(opening.end, at),
        line: opening.line,
        body: text.slice(at + whole.length),
        bodyLine: number + 1,
      };
    } else if (/^\s*(---+|\+\+\++|\.\.\.)$/.test(line)) other ??= number;
    at += whole.length;
  }
  return opening ? unclosed(opening.mark, opening.line, other) : missing(1, '');
}

function missing(line: number, content: string): { failure: ParseFailure } {
  const remedy = 'Start the file with a line ---, then title: and date:, then another line ---.';
  const message = /^\s*[-+\u2010-\u2015]{1,}\s*$/.test(content)
    ? 'the first line is not exactly ---, so the file has no front matter'
    : 'the file does not start with front matter';
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/missing', message, remedy },
  };
}

function unclosed(
  mark: string,
  line: number,
  other: number | undefined,
): { failure: ParseFailure } {
  const message =
    other === undefined
      ? `the front matter that starts with ${mark} is not closed`
      : `the front matter that starts with ${mark} is not closed: line ${other} has a different mark`;
  const remedy = `Add a line with only ${mark} after the last key.`;
  return {
    failure: { position: { line, column: 1 }, code: 'front-matter/unclosed', message, remedy },
  };
}

/** The text of a talk below its front matter. `talkPath` is its file, relative to the project. */
export async function readPageBody(talkPath: string): Promise<string> {
  const written = readFrontMatter(await readFile(resolve(talkPath), 'utf8'));
  return 'failure' in written ? '' : written.body;
}
