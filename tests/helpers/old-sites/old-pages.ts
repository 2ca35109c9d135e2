import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import type { ImportReport } from '../../../src/import/report/report.ts';
import { toSlug } from '../../../src/model/page/addresses.ts';

export type OldFrontMatter = Record<string, unknown>;

/** A file of an old site that became a page, by the import report. */
export interface OldPage {
  /** The path of its copy: `content/talks/a/index.md`. */
  file: string;
  section: string;
  data: OldFrontMatter;
  /** The text after the front matter. */
  body: string;
  /** The page in the built site: `talks/a/index.html`. */
  html: string;
  /** The files that were imported into its folder, if it is a page bundle. */
  siblings: string[];
}

const folders = ['talks', 'publications', 'projects', 'posts', 'teaching', 'authors', 'pages'];

/** Returns the pages that an import made from the files below `folder`, without drafts, by its report. */
export function readOldPages(folder: string, { files }: Pick<ImportReport, 'files'>): OldPage[] {
  const copies = files.flatMap(({ to }) => to);
  return files.flatMap(({ path, outcome, to }) => {
    const file = to.find((path) => isPage(path));
    // The settings of a site describe its owner, whose file is listed separately.
    const isSettings = /(^|\/)config[^/]*(\/|$)/.test(path);
    if (!file || outcome === 'quarantined' || isSettings) return [];
    const section = file.split('/')[1]!.replace('authors', 'people');
    const text = readFileSync(join(folder, path), 'utf8');
    const { data, body } = /\.ya?ml$/.test(path) ? readProfile(text) : readOldFile(text);
    if (data['draft'] === true || data['draft'] === 'yes') return [];
    const named = outcome === 'converted' ? { ...data, ...readOwner(folder) } : data;
    const isBundle = /^_?index\./.test(basename(file));
    const stem = isBundle ? basename(dirname(file)) : basename(file, extname(file));
    const isChapter = section === 'teaching' && file.split('/').length > (isBundle ? 4 : 3);
    const name = toSlug(String(data['slug'] || stem));
    const parents = isChapter
      ? dirname(isBundle ? dirname(file) : file)
          .split('/')
          .slice(2)
      : [];
    const slug = [...parents.map(toSlug), name].join('/');
    const html = named['superuser'] ? 'index.html' : `${section}/${slug}/index.html`;
    const siblings = isBundle ? copies.filter((copy) => dirname(copy) === dirname(file)) : [];
    return [{ file, section, data: named, body, html, siblings }];
  });
}

function isPage(file: string): boolean {
  const [content, folder = '', ...rest] = file.split('/');
  if (content !== 'content' || !folders.includes(folder) || rest.length === 0) return false;
  return /\.(md|markdown|html)$/.test(file) || (folder === 'authors' && /\.ya?ml$/.test(file));
}

/** Returns the owner by the settings: themes without profiles have a widget without a name. */
function readOwner(folder: string): OldFrontMatter {
  const config = parseToml(readFileSync(join(folder, 'config.toml'), 'utf8'));
  const { name } = (config['params'] ?? {}) as OldFrontMatter;
  return { title: name ?? config['title'], superuser: true };
}

/** Reads a person of the newest themes, which use different keys. */
function readProfile(text: string): { data: OldFrontMatter; body: string } {
  const data = load(text) as OldFrontMatter;
  const { display } = data['name'] as OldFrontMatter;
  const named = { ...data, title: display, superuser: data['is_owner'] };
  return { data: named, body: String(data['bio']) };
}

/** Parses a file with YAML and TOML parsers that the program does not use. */
function readOldFile(text: string): { data: OldFrontMatter; body: string } {
  const fenced = /^(---|\+\+\+)\r?\n([^]*?)\r?\n\1\s*(?:\n|$)/.exec(text);
  const [whole = '', fence, front = ''] = fenced ?? [];
  const data = fence === '+++' ? parseToml(front) : load(front, { json: true });
  return { data: (data ?? {}) as OldFrontMatter, body: text.slice(whole.length) };
}
