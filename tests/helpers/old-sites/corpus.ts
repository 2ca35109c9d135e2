import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../../../scripts/project-node.mjs';
import { explainAbsence, findSharedFolder } from '../shared-folder.ts';
import type { Source } from '../skip.ts';

/** A talk file for Hugo and the data that Hugo reads from it. */
export interface CorpusFile {
  /** Unique. */
  id: string;
  /** The path below `content/talks`: in its own folder if it is a page bundle. */
  path: string;
  text: string;
  /** Names of the files in the same folder. */
  siblings: string[];
  hugo: HugoResult;
}

/** The data that Hugo reads from a file. `params` has every key in lower case. */
export interface HugoResult {
  ok: boolean;
  error?: string;
  title?: string;
  slug?: string;
  draft?: boolean;
  params?: Record<string, unknown>;
}

/** The project's own talk files: one for each kind of problem that real ones have. */
export const ownTalksFolder = join(root, 'tests/fixtures/old-talks');

/** Returns the project's own files. Their results are compared with Hugo in `hugo-reading.test.ts`. */
export function readOwnTalks(): CorpusFile[] {
  const listSiblings = (file: string) =>
    basename(file).startsWith('index.')
      ? readdirSync(join(ownTalksFolder, 'files', dirname(file)))
          .filter((name) => name !== basename(file))
          .sort()
      : [];
  return readTalks(ownTalksFolder, 'own', listSiblings);
}

/** Returns the talk files of real sites, or none if this machine does not have them. */
export function readSharedTalks(): CorpusFile[] {
  const folder = findSharedFolder('corpus');
  if (folder === undefined) return [];
  const rows = readText(folder, 'manifest.tsv').trim().split('\n').slice(1);
  const siblingNames = new Map(
    rows.map((row) => row.split('\t')).map(([path, , , names]) => [path, names]),
  );
  const listSiblings = (file: string) =>
    (siblingNames.get(file) ?? '').split(',').filter((name) => name !== '');
  return readTalks(folder, '', listSiblings);
}

/** Returns the project's own talk files, then those of real sites if this machine has them. */
export function readAllTalks(): CorpusFile[] {
  return [...readOwnTalks(), ...readSharedTalks()];
}

/** Returns the talk files as two sources for `describeSources`. */
export function getTalkSources(): Source<CorpusFile[]>[] {
  const shared = readSharedTalks();
  return [
    { name: 'talks of our own', input: readOwnTalks() },
    {
      name: 'talks of real sites',
      input: shared.length > 0 ? shared : { absent: explainAbsence('corpus') },
    },
  ];
}

function readTalks(
  folder: string,
  prefix: string,
  listSiblings: (file: string) => string[],
): CorpusFile[] {
  const results = JSON.parse(readText(folder, 'answers.json')) as Record<string, HugoResult>;
  return Object.entries(results).map(([file, result], index): CorpusFile => {
    const isBundle = basename(file).startsWith('index.');
    const number = String(index).padStart(3, '0');
    const id = `${prefix}${number}-${isBundle ? basename(dirname(file)) : basename(file, '.md')}`;
    return {
      id,
      path: isBundle ? `${id}/${basename(file)}` : `${id}.md`,
      text: readText(folder, join('files', file)),
      siblings: isBundle ? listSiblings(file) : [],
      hugo: result,
    };
  });
}

/** Matches two forms of a date that Hugo ignores and Lectern reads. */
const dateHugoSkips = /^date\s*[:=]\s*["']?(\d{4}-\d{2}-\d{2}:\d{2}:\d{2}|\d{4}-\d-)/im;

/**
 * Returns the day on which a talk starts by the values of Hugo, as `YYYY-MM-DD`. Returns undefined if
 * there is no day, and `unknown` if Hugo cannot read the date.
 */
export function getStartDay({ hugo: { params = {} }, text }: CorpusFile): string | undefined {
  const keys = ['event_start', 'time_start', 'date', 'publishdate', 'lastmod'];
  const date = keys
    .map((key) => params[key])
    .find((value) => {
      return typeof value === 'string' && value !== '' && !value.startsWith('0001-');
    });
  if (typeof date !== 'string') return undefined;
  return dateHugoSkips.test(text) ? 'unknown' : date.slice(0, 10);
}

function readText(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}
