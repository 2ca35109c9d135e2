import { open } from 'node:fs/promises';

/** What a file that is named as a PDF is instead. */
export type NoPdf = 'empty' | 'git-lfs' | 'web-page' | 'other';

/**
 * Tells by its beginning what a file is that cannot be a PDF; undefined for what may be one. Readers
 * look for `%PDF-` in the first 1024 bytes (ISO 32000-1, Annex H, 13).
 * @throws When the file cannot be read.
 */
export async function findNoPdf(path: string): Promise<NoPdf | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    return head.includes('%PDF-') ? undefined : judgeStray(head);
  } finally {
    await file.close();
  }
}

/** What lies where another file should: by its first bytes, read as Latin-1. */
export function judgeStray(head: string): NoPdf {
  if (head === '') return 'empty';
  if (head.startsWith('version https://git-lfs')) return 'git-lfs';
  return /<(!doctype )?html/i.test(head) ? 'web-page' : 'other';
}
