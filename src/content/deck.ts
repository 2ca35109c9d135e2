import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { SiteFile } from '../model/link.ts';
import type { Finding } from '../schema/finding.ts';
import type { Deck } from './deck-links.ts';
import { drawDeck, firstPageName, readDeck, type DeckReading } from './deck-store.ts';

/** A PDF after it was opened. */
export interface ReadDeck extends Deck {
  reading: DeckReading;
}

/** A file as the content store keeps it, its picture relative to the talk's own file. */
export type StoredFile = Omit<SiteFile, 'preview'> & { preview?: string };

/** Opens the PDFs of a talk. One that does not open is a finding at its key. */
export async function readDecks(
  decks: readonly Deck[],
): Promise<{ decks: ReadDeck[]; findings: Finding[] }> {
  const read = await Promise.all(
    decks.map(async (deck) => ({ ...deck, reading: await readDeck(deck) })),
  );
  return { decks: read, findings: read.flatMap(toFinding) };
}

/** Begins to open and draw PDFs, several at once; whoever asks for one later waits less. */
export function prepareDecks(decks: readonly Deck[]): void {
  for (const deck of decks) {
    const reading = readDeck(deck);
    if (deck.shown) void reading.then((known) => drawDeck(deck.file, known));
  }
}

/** The files of a talk with the number of pages of its PDFs, and with pictures of first pages. */
export async function describeFiles(
  files: Record<string, SiteFile>,
  decks: readonly ReadDeck[],
  talkPath: string,
): Promise<Record<string, StoredFile>> {
  const entries = Object.entries(files).map(async ([written, { href, bytes }]) => {
    const deck = decks.find((one) => one.written === written);
    const { pages } = deck?.reading ?? {};
    const picture = deck?.shown ? await drawDeck(deck.file, deck.reading) : undefined;
    const preview = picture && { preview: fromTalk(talkPath, picture) };
    return [written, { href, bytes, ...(pages !== undefined && { pages }), ...preview }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Whether no picture of a first page has gone from where the entry of a talk has it. */
export function picturesAreThere(assets: readonly string[] = [], talkPath: string): boolean {
  const pictures = assets.filter((asset) => asset.endsWith(`/${firstPageName}`));
  return pictures.every((picture) => existsSync(join(dirname(talkPath), picture)));
}

function fromTalk(talkPath: string, picture: string): string {
  return `./${relative(dirname(talkPath), picture).split(sep).join('/')}`;
}

const reasons: Record<NonNullable<DeckReading['trouble']>, [string, string]> = {
  empty: ['is an empty file', 'Copy the PDF there again'],
  'git-lfs': ['is a pointer of Git LFS, not the PDF itself', 'Run "git lfs pull"'],
  'web-page': ['is a web page, not a PDF', 'Download the PDF again'],
  other: ['is not a PDF: it does not begin with %PDF-', 'Export or copy it again'],
  damaged: ['does not open: the PDF is damaged or cut off', 'Export or copy it again'],
  stuck: ['does not open: reading the PDF does not come to an end', 'Export it again'],
  password: ['opens only with a password', 'Save it without one if everybody may read it'],
};

function toFinding({ path, written, reading }: ReadDeck): Finding[] {
  if (!reading.trouble) return [];
  const [what, remedy] = reasons[reading.trouble];
  return [
    {
      ...{ path, severity: 'warning', code: 'talk/unreadable-pdf' },
      message: `"${written}" ${what}`,
      remedy: `${remedy}. The page links to it without its pages and its picture.`,
    },
  ];
}
