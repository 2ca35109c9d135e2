import { open } from 'node:fs/promises';

/** The type of a file that has the name of a PDF or an image, but a different content. */
export type NonPdfKind = 'empty' | 'git-lfs' | 'web-page' | 'other';

/**
 * Returns the type of a file that cannot be a PDF, or undefined if it may be one. Readers look for `%PDF-` in
 * the first 1024 bytes (ISO 32000-1, Annex H, 13).
 * @throws When the file cannot be read.
 */
export async function findNonPdfKind(path: string): Promise<NonPdfKind | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    return head.includes('%PDF-') ? undefined : detectFileType(head);
  } finally {
    await file.close();
  }
}

/** Returns the type of a file whose content does not match its name. @param head Its first bytes as Latin-1. */
export function detectFileType(head: string): NonPdfKind {
  if (head === '') return 'empty';
  if (head.startsWith('version https://git-lfs')) return 'git-lfs';
  return /<(!doctype )?html/i.test(head) ? 'web-page' : 'other';
}
