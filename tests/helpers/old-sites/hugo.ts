import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { HugoResult } from './corpus.ts';
import { writeText } from './stage-old-site.ts';

/** A template that prints the data of each page, one JSON object per line. */
const layout = `PAGES
{{ range site.RegularPages }}
{{- dict "path" .File.Path "title" .Title "date" .Date "publishDate" .PublishDate "slug" .Slug
  "draft" .Draft "params" .Params | jsonify }}
{{ end }}`;
const config = 'disableKinds: [taxonomy, term, RSS, sitemap, section, "404"]\n';
const hugoArguments = ['--quiet', '--buildDrafts', '--buildFuture', '--buildExpired'];

type HugoPage = Required<Omit<HugoResult, 'ok'>> & { path: string };

/**
 * Returns the data that Hugo, the program, reads from each talk file, by name. Hugo gets only the front
 * matter, because a shortcode of a theme stops Hugo without the theme. Hugo stops at the first file that
 * it cannot read, so it runs again without each of those.
 */
export function readWithHugo(files: Record<string, string>): Record<string, HugoResult> {
  const names = Object.keys(files);
  const unreadable = new Set<string>();
  for (;;) {
    const remaining = names.filter((name) => !unreadable.has(name));
    const toPath = (name: string) => `talk/${names.indexOf(name)}/${basename(name)}`;
    const printed = runHugo(
      Object.fromEntries(
        remaining.map((name) => [toPath(name), extractFrontMatter(files[name] ?? '')]),
      ),
    );
    if (typeof printed === 'string') {
      const name = names[Number(/content\/talk\/(\d+)\//.exec(printed)?.[1])];
      if (name === undefined || unreadable.has(name)) throw new Error(printed);
      unreadable.add(name);
      continue;
    }
    const pages = new Map(printed.map(({ path, ...page }) => [path, page]));
    const error = 'Hugo cannot read the front matter.';
    return Object.fromEntries(
      names.map((name) => {
        if (unreadable.has(name)) return [name, { ok: false, error }];
        const page = pages.get(toPath(name));
        // Hugo makes no page of a file that is only part of other pages, such as a widget.
        return [name, page ? { ok: true, ...page } : { ok: false, error: '' }];
      }),
    );
  }
}

/** Returns the pages that Hugo makes, or what it prints when it stops. */
function runHugo(content: Record<string, string>): HugoPage[] | string {
  const root = mkdtempSync(join(tmpdir(), 'lectern-hugo-'));
  try {
    writeText(root, 'config.yaml', config);
    writeText(root, 'layouts/index.html', layout);
    for (const [path, text] of Object.entries(content)) writeText(root, `content/${path}`, text);
    execFileSync('hugo', hugoArguments, {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, TZ: 'UTC' },
    });
    const lines = readFileSync(join(root, 'public/index.html'), 'utf8').trim().split('\n').slice(1);
    return lines.map((line) => {
      const { params, ...page } = JSON.parse(line) as HugoPage;
      const { iscjklanguage: _, ...others } = params;
      return { ...page, params: others };
    });
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    return String(error.stderr) + String('stdout' in error ? error.stdout : '');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function extractFrontMatter(text: string): string {
  return /^\s*(---|\+\+\+)\r?\n[^]*?\n\1[ \t]*\r?\n/.exec(text)?.[0] ?? text;
}
