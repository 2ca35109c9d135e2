import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf, keepNote, notesFolder, readNote } from './file-cache.ts';
import { findNoPdf, type NoPdf } from './file-type.ts';
import { askPdf, type PdfTrouble } from './pdf-process.ts';

/** Raised when the same PDF should be read or drawn otherwise. */
const storeVersion = 1;
/** A PDF with more bytes is linked to and not opened. */
const mostBytes = 200_000_000;
/** Opening takes milliseconds, drawing a page less than a second; the rest is for slow machines. */
const patience = { open: 20, draw: 60 };

/** The file name of each picture, in a folder of its PDF. */
export const firstPageName = 'first-page.png';

/** What is known of a PDF. Neither pages nor trouble: it is too large to be opened. */
export interface PdfReading {
  pages?: number;
  trouble?: NoPdf | PdfTrouble;
  /** Where its picture is kept. */
  folder?: string;
}

/** What was asked for in this run: what hangs, hangs once. */
const asked = new Map<string, Promise<unknown>>();

interface PdfFile {
  /** Absolute path. */
  file: string;
  /** Milliseconds since 1970. */
  modified: number;
}

/**
 * Opens a PDF; never rejects. What is found is kept by its content, so that one that was opened
 * before, here or under another name, is hashed and not opened.
 */
export function readPdf({ file, modified }: PdfFile): Promise<PdfReading> {
  return once(`open ${modified} ${file}`, () => openPdf(file));
}

/**
 * The picture of the first page of a PDF, a PNG file; undefined if it cannot be drawn. Never rejects.
 * @param file Absolute.
 */
export function drawPdf(file: string, reading: PdfReading): Promise<string | undefined> {
  const { pages, folder } = reading;
  if (pages === undefined || folder === undefined) return Promise.resolve(undefined);
  return once(`draw ${folder}`, () => drawInto(folder, file));
}

async function openPdf(path: string): Promise<PdfReading> {
  try {
    const trouble = await findNoPdf(path);
    if (trouble) return { trouble };
    if ((await stat(path)).size > mostBytes) return {};
    const store = await notesFolder('decks', storeVersion, 'pdfjs-dist');
    const folder = join(store, await hashOf(path));
    const note = join(folder, 'deck.json');
    const kept = await readNote<Note>(note);
    if (kept) return { ...kept, folder };
    const answer = await askPdf({ file: path }, patience.open);
    const found: Note = 'trouble' in answer ? answer : { pages: answer.pages };
    if (found.trouble !== 'stuck') await keepNote(note, found).catch(() => undefined);
    return { ...found, folder };
  } catch {
    return { trouble: 'damaged' };
  }
}

async function drawInto(folder: string, file: string): Promise<string | undefined> {
  const picture = join(folder, firstPageName);
  if (existsSync(picture)) return picture;
  const made = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  );
  const answer = made && (await askPdf({ file, picture }, patience.draw));
  return answer && 'drawn' in answer && answer.drawn ? picture : undefined;
}

function once<T>(key: string, work: () => Promise<T>): Promise<T> {
  const known = asked.get(key) as Promise<T> | undefined;
  const answer = known ?? work();
  asked.set(key, answer);
  return answer;
}

type Note = Pick<PdfReading, 'pages' | 'trouble'>;
