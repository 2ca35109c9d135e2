import { createIndex } from 'pagefind';
import type { SearchRecord } from '../../model/site/search.ts';
import { toStableFiles, type IndexFile } from './stable-index.ts';

/** Pagefind's own interfaces, in whose place the search page stands. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * The files of a search index, by Pagefind, to be served side by side. The same records in any
 * order give the same bytes. Throws if Pagefind rejects a record or does not run.
 * @param language A BCP 47 tag; its first part decides how words are brought to their stems.
 */
export async function buildSearchIndex(
  records: readonly SearchRecord[],
  language: string,
): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind could not create an index: ${errors.join(' ')}`);
  const stem = new Intl.Locale(language).language;
  // One after the other: pages are numbered as they come in.
  for (const record of [...records].sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const added = await index.addCustomRecord({ ...record, language: stem });
    complain(added.errors, record.url);
  }
  const { files, errors: unwritten } = await index.getFiles();
  complain(unwritten, 'the index');
  await index.deleteIndex();
  return toStableFiles(files.filter(({ path }) => !unused.test(path)));
}

function complain(errors: readonly string[], about: string): void {
  if (errors.length > 0) throw new Error(`Pagefind rejected ${about}: ${errors.join(' ')}`);
}
