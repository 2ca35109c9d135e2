import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Addresses, toSlug } from '../../model/page/addresses.ts';
import { compareText } from '../../model/page/lists.ts';
import { checkLinks } from '../../model/page/page-links.ts';
import { bibEntryToCitable, bibEntryToFrontMatter } from '../../model/publication/bib-entry.ts';
import { pickHiddenFields } from '../../model/publication/bib-fields.ts';
import { toRawPublicationLinks } from '../../model/publication/raw-publication.ts';
import { quote } from '../../schema/describe.ts';
import type { Finding, KeyPath } from '../../schema/finding.ts';
import { readLink } from '../../schema/link.ts';
import { findOwn } from '../../schema/own-value.ts';
import type { PublicationFrontMatter } from '../../schema/publication.ts';
import { createFileFinder, toSiteFile } from '../assets/find-file.ts';
import { findLinkedPdfs, selectPdfLinks } from '../assets/page-pdfs.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { limitProblems, toSizeProblem } from '../parse/bibtex-errors.ts';
import { bibLimits } from '../parse/bibtex-limits.ts';
import { type LocatedBibEntry, readBibtex } from '../parse/bibtex.ts';
import { readAuthorText } from '../parse/decode-text.ts';
import {
  type Problem,
  toFailureProblem,
  toProblem,
  toProblems,
  toTextProblems,
} from '../parse/problem.ts';
import { checkTags } from './check-address-names.ts';
import type { ParsedPage } from './parsed-page.ts';
import { locateLinks } from './read-pages.ts';

type Publication = ParsedPage<PublicationFrontMatter>;

/** A file of BibTeX: its absolute path, and its name in messages. */
interface BibSource {
  path: string;
  name: string;
}

const missingFileRemedy =
  'Put the file into public/ and write its path there, or delete the field.';

interface BibContext {
  folder: SiteFolder;
  addresses: Addresses;
  /** Whether the fields that no page shows are listed. */
  verbose: boolean;
}

/** Reads the BibTeX files in `content/` in the order of their names, and returns a page for each entry. */
export function readBibPages(context: BibContext): { pages: Publication[]; problems: Problem[] } {
  const { content } = context.folder;
  const allNames = existsSync(content) ? readdirSync(content) : [];
  const names = allNames.filter((name) => /^[^._].*\.bib$/i.test(name)).sort(compareText);
  const files = names.map((fileName) =>
    readBibFile({ path: join(content, fileName), name: `content/${fileName}` }, context),
  );
  return {
    pages: files.flatMap(({ pages }) => pages),
    problems: files.flatMap(({ problems }) => problems),
  };
}

function readBibFile(source: BibSource, context: BibContext) {
  if (statSync(source.path).size > bibLimits.file) {
    const place = { file: source.name, line: 1, column: 1 };
    return { pages: [], problems: [toProblem({ ...place, ...toSizeProblem('bytes') })] };
  }
  const { text, findings, failure } = readAuthorText(source.path);
  if (failure) return { pages: [], problems: [toFailureProblem(failure, source.name, text)] };
  const { entries, problems } = readBibtex(text, source.name);
  const readings = entries.map((entry) => toBibPage(entry, source, text, context));
  return {
    pages: readings.map(({ page }) => page),
    problems: [
      ...toTextProblems(findings, source.name, text),
      ...problems,
      ...limitProblems(readings.flatMap((reading) => reading.problems)),
    ],
  };
}

/** The fields from which the values of front matter come; the first one that an entry has. */
const sourceFields: Partial<Record<string, readonly string[]>> = {
  link: ['url', 'howpublished'],
  url_preprint: ['eprint', 'arxiv', 'url'],
  url_dataset: ['dataset', 'data'],
  links: ['website', 'html', 'blog', 'supp'],
  publication: ['journaltitle', 'journal', 'booktitle', 'publisher', 'school', 'institution'],
  note: ['note', 'award', 'howpublished', 'addendum'],
  tags: ['keywords', 'author_keywords'],
  authors: ['author', 'editor'],
};

function toBibPage(
  entry: LocatedBibEntry,
  source: BibSource,
  text: string,
  { folder, addresses, verbose }: BibContext,
): { page: Publication; problems: Problem[] } {
  const file = { ...source, stem: entry.key };
  const locate = ([key]: KeyPath) => {
    const name = String(key ?? '');
    const fields = sourceFields[name] ?? [name.replace(/^url_/, '')];
    const field = fields.find((candidate) => entry.positions.has(candidate));
    const position = field === undefined ? undefined : entry.positions.get(field);
    return position ?? { line: entry.line, column: 1 };
  };
  const parsed = { data: {}, body: '', bodyLine: entry.line, locate, findings: [] };
  const { frontMatter, findings } = pickSafeLinks(bibEntryToFrontMatter(entry));
  const links = toRawPublicationLinks(frontMatter);
  const slug = toSlug(entry.key);
  const locateLink = createFileFinder(folder, file);
  const toBundleAddress = (path: string) => addresses.file('publications', slug, path);
  const files = locateLinks(links, (url) => {
    const located = locateLink(url);
    return located && toSiteFile(located, addresses, toBundleAddress);
  });
  const missing = checkLinks(links, (url) => findOwn(files, url));
  findings.push(...missing.map((finding) => ({ ...finding, remedy: missingFileRemedy })));
  findings.push(...checkTags(frontMatter));
  if (verbose) findings.push(...listHiddenFields(entry));
  return {
    page: {
      ...{ file, text, slug, identifiers: [entry.key], parsed, frontMatter, files },
      pdfs: findLinkedPdfs(selectPdfLinks(links), locateLink),
      locate: locateLink,
      sectionData: bibEntryToCitable(entry),
    },
    problems: toProblems(findings, { file: source.name, topic: 'publication' }, parsed, text),
  };
}

/** Removes the links with a scheme that is not allowed, and reports them. */
function pickSafeLinks(frontMatter: PublicationFrontMatter): {
  frontMatter: PublicationFrontMatter;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const isSafe = (path: KeyPath, url: string) => {
    const count = findings.length;
    readLink(url, ({ code, message, remedy }) => {
      const consequence = `${message}, so the page does not link to it`;
      findings.push({ path, code, message: consequence, remedy });
    });
    return findings.length === count;
  };
  const safe = Object.entries(frontMatter).filter(
    ([key, value]) => !(key === 'link' || key.startsWith('url_')) || isSafe([key], String(value)),
  );
  const links = frontMatter.links?.filter(({ url = '' }) => isSafe(['links'], url));
  return {
    frontMatter: {
      ...(Object.fromEntries(safe) as PublicationFrontMatter),
      ...(links && { links }),
    },
    findings,
  };
}

/** Returns a note that names the fields of an entry that no page shows, for `npm run check -- --verbose`. */
function listHiddenFields({ key, positions }: LocatedBibEntry): Finding[] {
  const hidden = pickHiddenFields([...positions.keys()]);
  const [first] = hidden;
  if (first === undefined) return [];
  return [
    {
      path: [first],
      code: 'bib/not-shown',
      message: `no page shows ${hidden.length === 1 ? 'the field' : 'the fields'} ${hidden.join(', ')} of the entry ${quote(key)}`,
      remedy: 'Write what readers need into note = {…} or abstract = {…}.',
    },
  ];
}

/** Returns whether a page is an entry of a BibTeX file. */
export function isFromBibtex({ file }: Pick<Publication, 'file'>): boolean {
  return /\.bib$/i.test(file.path);
}
