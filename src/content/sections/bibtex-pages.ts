import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BibEntry,
  bibEntryToCitable,
  bibEntryToFrontMatter,
} from '../../model/publication/bib-entry.ts';
import { compareText } from '../../model/page/lists.ts';
import { toSlug } from '../../model/page/addresses.ts';
import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { readBibtex } from '../parse/bibtex.ts';
import { locateFile } from '../assets/find-file.ts';
import type { Problem } from '../parse/problem.ts';
import type { ParsedPage } from './parsed-page.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/** A page for each entry of the BibTeX files in `content/`. Files in the order of their names. */
export function readBibPages(folder: SiteFolder): {
  pages: ParsedPage<PublicationFrontMatter>[];
  problems: Problem[];
} {
  const inContent = existsSync(folder.content) ? readdirSync(folder.content) : [];
  const files = inContent.filter((name) => /^[^._].*\.bib$/i.test(name)).sort(compareText);
  const readings = files.map((fileName) => {
    const path = join(folder.content, fileName);
    const name = `content/${fileName}`;
    const text = readFileSync(path, 'utf8');
    const { entries, problems } = readBibtex(text, name);
    return { pages: entries.map((entry) => toPage(entry, { path, name }, text, folder)), problems };
  });
  return {
    pages: readings.flatMap(({ pages }) => pages),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

function toPage(
  entry: BibEntry,
  place: { path: string; name: string },
  text: string,
  folder: SiteFolder,
): ParsedPage<PublicationFrontMatter> {
  const file = { ...place, stem: entry.key };
  const at = { line: entry.line, column: 1 };
  return {
    ...{ file, text, slug: toSlug(entry.key), knownAs: [entry.key], files: {}, pdfs: [] },
    written: { data: {}, body: '', bodyLine: entry.line, locate: () => at, findings: [] },
    frontMatter: bibEntryToFrontMatter(entry),
    locate: (name) => locateFile(folder, file, name),
    extra: bibEntryToCitable(entry),
  };
}
