import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import type { ImportReport } from '../../src/import/report/report.ts';
import { toSlug } from '../../src/model/page/addresses.ts';

export type Written = Record<string, unknown>;

/** A file of an old site of which the import says that it became a page. */
export interface OldPage {
  /** Where its copy lies: `content/talks/a/index.md`. */
  file: string;
  section: string;
  data: Written;
  /** What follows the front matter. */
  body: string;
  /** The page in the built site: `talks/a/index.html`. */
  html: string;
  /** Files that came along into its folder, if that is its own. */
  beside: string[];
}

const folders = ['talks', 'publications', 'projects', 'posts', 'teaching', 'authors', 'pages'];

/** The pages that an import made of the files below `folder`, drafts apart, by its report. */
export function oldPages(folder: string, { files }: ImportReport): OldPage[] {
  const copies = files.flatMap(({ to }) => to);
  return files.flatMap(({ path, outcome, to }) => {
    const file = to.find((one) => isPage(one));
    // What the settings of a site say of its owner is in the file of the owner, too.
    const isSettings = /(^|\/)config[^/]*(\/|$)/.test(path);
    if (!file || outcome === 'quarantined' || isSettings) return [];
    const section = file.split('/')[1]!.replace('authors', 'people');
    const text = readFileSync(join(folder, path), 'utf8');
    const { data, body } = /\.ya?ml$/.test(path) ? readProfile(text) : readOldFile(text);
    if (data['draft'] === true || data['draft'] === 'yes') return [];
    const named = outcome === 'converted' ? { ...data, ...ownerOf(folder) } : data;
    const isBundle = /^_?index\./.test(basename(file));
    const stem = isBundle ? basename(dirname(file)) : basename(file, extname(file));
    const slug = toSlug(String(data['slug'] || stem));
    const html = named['superuser'] ? 'index.html' : `${section}/${slug}/index.html`;
    const beside = isBundle ? copies.filter((one) => dirname(one) === dirname(file)) : [];
    return [{ file, section, data: named, body, html, beside }];
  });
}

function isPage(file: string): boolean {
  const [content, folder = '', ...rest] = file.split('/');
  if (content !== 'content' || !folders.includes(folder) || rest.length === 0) return false;
  return /\.(md|markdown|html)$/.test(file) || (folder === 'authors' && /\.ya?ml$/.test(file));
}

/** Of whom the widget of themes without profiles told: it has no name. */
function ownerOf(folder: string): Written {
  const config = parseToml(readFileSync(join(folder, 'config.toml'), 'utf8'));
  const { name } = (config['params'] ?? {}) as Written;
  return { title: name ?? config['title'], superuser: true };
}

/** Reads a person of the newest themes, whose keys have other names. */
function readProfile(text: string): { data: Written; body: string } {
  const data = load(text) as Written;
  const { display } = data['name'] as Written;
  const named = { ...data, title: display, superuser: data['is_owner'] };
  return { data: named, body: String(data['bio']) };
}

/** By readers of YAML and TOML that are not ours. */
function readOldFile(text: string): { data: Written; body: string } {
  const fenced = /^(---|\+\+\+)\r?\n([^]*?)\r?\n\1\s*(?:\n|$)/.exec(text);
  const [whole = '', fence, front = ''] = fenced ?? [];
  const data = fence === '+++' ? parseToml(front) : load(front, { json: true });
  return { data: (data ?? {}) as Written, body: text.slice(whole.length) };
}
