import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { absenceOf, sharedFolder } from './shared.ts';
import type { Source } from './skip.ts';

/** A talk file written for Hugo, and what Hugo read from it. */
export interface RealFile {
  /** Unlike that of every other file. */
  id: string;
  /** Where it lies below `content/talks`: in a folder of its own when it is a page bundle. */
  path: string;
  text: string;
  /** Names of the files beside it. */
  beside: string[];
  answer: Answer;
}

/** Hugo's reading. `params` holds every key in lower case. */
export interface Answer {
  ok: boolean;
  error?: string;
  title?: string;
  slug?: string;
  draft?: boolean;
  params?: Record<string, unknown>;
}

/** The project's own talk files: one for each kind of trouble that real ones have. */
export const ownTalksFolder = fileURLToPath(new URL('../fixtures/old-talks/', import.meta.url));

/** Returns the project's own files. Their answers are compared with Hugo in `hugo-reading.test.ts`. */
export function ownTalks(): RealFile[] {
  const besideOf = (file: string) =>
    basename(file).startsWith('index.')
      ? readdirSync(join(ownTalksFolder, 'files', dirname(file)))
          .filter((name) => name !== basename(file))
          .sort()
      : [];
  return readTalks(ownTalksFolder, 'own', besideOf);
}

/** Returns the talk files of real sites; none where this machine does not have them. */
export function sharedTalks(): RealFile[] {
  const folder = sharedFolder('corpus');
  if (folder === undefined) return [];
  const rows = read(folder, 'manifest.tsv').trim().split('\n').slice(1);
  const besides = new Map(
    rows.map((row) => row.split('\t')).map(([path, , , names]) => [path, names]),
  );
  const besideOf = (file: string) =>
    (besides.get(file) ?? '').split(',').filter((name) => name !== '');
  return readTalks(folder, '', besideOf);
}

/** Returns all that this machine has: the project's own, then those of real sites. */
export function realFiles(): RealFile[] {
  return [...ownTalks(), ...sharedTalks()];
}

/** The same in two parts, for a suite that runs on each. */
export function talkSources(): Source<RealFile[]>[] {
  const shared = sharedTalks();
  return [
    { name: 'talks of our own', input: ownTalks() },
    {
      name: 'talks of real sites',
      input: shared.length > 0 ? shared : { absent: absenceOf('corpus') },
    },
  ];
}

function readTalks(
  folder: string,
  prefix: string,
  besideOf: (file: string) => string[],
): RealFile[] {
  const answers = JSON.parse(read(folder, 'answers.json')) as Record<string, Answer>;
  return Object.entries(answers).map(([file, answer], index) => {
    const isBundle = basename(file).startsWith('index.');
    const number = String(index).padStart(3, '0');
    const id = `${prefix}${number}-${isBundle ? basename(dirname(file)) : basename(file, '.md')}`;
    return {
      id,
      path: isBundle ? `${id}/${basename(file)}` : `${id}.md`,
      text: read(folder, join('files', file)),
      beside: isBundle ? besideOf(file) : [],
      answer,
    };
  });
}

/** Two ways to write a date that Hugo passes over and Lectern reads. */
const hugoCannot = /^date\s*[:=]\s*["']?(\d{4}-\d{2}-\d{2}:\d{2}:\d{2}|\d{4}-\d-)/im;

/**
 * The digits of the day on which a talk starts, by Hugo's values: undefined where there is no day,
 * `unknown` where Hugo could not read what is there.
 */
export function startDay({ answer: { params = {} }, text }: RealFile): string | undefined {
  const keys = ['event_start', 'time_start', 'date', 'publishdate', 'lastmod'];
  const found = keys
    .map((key) => params[key])
    .find((value) => {
      return typeof value === 'string' && value !== '' && !value.startsWith('0001-');
    });
  if (typeof found !== 'string') return undefined;
  return hugoCannot.test(text) ? 'unknown' : found.slice(0, 10);
}

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
