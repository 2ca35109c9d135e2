import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../../scripts/project-node.mjs';

/** A talk file of a real site, and what Hugo read from it. Not part of the repository. */
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

const folder = join(root, '..', 'shared', 'corpus');

/** All of them, or none where this machine does not have them. */
export function realFiles(): RealFile[] {
  if (!existsSync(folder)) return [];
  const answers = JSON.parse(read('answers.json')) as Record<string, Answer>;
  const rows = read('manifest.tsv').trim().split('\n').slice(1);
  const besides = new Map(
    rows.map((row) => row.split('\t')).map(([path, , , names]) => [path, names]),
  );
  return Object.entries(answers).map(([file, answer], index) => {
    const isBundle = basename(file).startsWith('index.');
    const number = String(index).padStart(3, '0');
    const id = `${number}-${isBundle ? basename(dirname(file)) : basename(file, '.md')}`;
    const beside = (besides.get(file) ?? '').split(',').filter((name) => name !== '');
    return {
      id,
      path: isBundle ? `${id}/${basename(file)}` : `${id}.md`,
      text: read(join('files', file)),
      beside: isBundle ? beside : [],
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

function read(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
