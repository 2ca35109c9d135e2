import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { RichText } from '../../model/page/page-texts.ts';
import { ignoredWidgetKeys, homeTextSchema, type HomePart } from '../../schema/home.ts';
import { findingOfKey } from '../../markdown/source/environment.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { homeTextNames } from './read-site.ts';
import type { Problem } from '../parse/problem.ts';
import { readTextFile } from './read-text-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';

/** A text of the author's own on the home page. */
export interface HomeText {
  /** As `home` in `site.yaml` has it: `press`. */
  name: string;
  path: string;
  title?: string;
  subtitle?: RichText;
  body: RenderedText;
}

interface Reading {
  folder: SiteFolder;
  renderer: TextRenderer;
  /** The parts of the home page, if its author has composed it. */
  home: readonly HomePart[] | undefined;
}

/** Reads and renders the texts in `content/home/` that the home page is to show. */
export async function readHomeTexts({
  folder,
  renderer,
  home = [],
}: Reading): Promise<{ texts: HomeText[]; problems: Problem[] }> {
  const named = home.flatMap(({ text }) => text ?? []);
  const texts: HomeText[] = [];
  const problems = notNamed(folder, named);
  const reading = {
    folder,
    renderer,
    schema: homeTextSchema,
    topic: 'home-text',
    knownKeys: ignoredWidgetKeys,
  };
  for (const name of named) {
    const path = join(folder.content, 'home', `${name}.md`);
    const read = await readTextFile(path, `content/home/${name}.md`, reading);
    if (!read) continue;
    if ('code' in read) {
      problems.push(read);
      continue;
    }
    const { title, subtitle, active = true, math = true } = read.frontMatter ?? {};
    const rendered = subtitle ? renderer.inline(subtitle, { kind: 'line', math }) : undefined;
    const { findings = [], ...subtitleText } = rendered ?? { html: '', text: '' };
    problems.push(...read.problems(findings.map((one) => findingOfKey(one, ['subtitle']))));
    if (!active || !read.hasBody) continue;
    texts.push({
      ...{ name, path, body: withOwnIds(read.body, name) },
      ...(title && { title }),
      ...(rendered && { subtitle: subtitleText }),
    });
  }
  return { texts, problems };
}

/** Returns a note for each text that is not empty and not on the home page. */
function notNamed(folder: SiteFolder, named: readonly string[]): Problem[] {
  return homeTextNames(folder)
    .filter((name) => !named.includes(name) && hasWords(folder, name))
    .map((name) => ({
      ...{ file: `content/home/${name}.md`, line: 1, column: 1, severity: 'note' },
      code: 'home-text/unused',
      message: 'this text is not on the home page, because home does not list it',
      remedy: 'To show it, add "- text:" and the file name to home in site.yaml.',
    }));
}

function hasWords({ content }: SiteFolder, name: string): boolean {
  const written = readFrontMatter(readFileSync(join(content, 'home', `${name}.md`), 'utf8'));
  if ('failure' in written || written.body.trim() === '') return false;
  return !/^(false|no|off)$/i.test(String(written.data['active']));
}

/** Several texts stand on the page: what is named within one bears its name. */
function withOwnIds({ html, ...body }: RenderedText, name: string): RenderedText {
  const ids = new Set([...html.matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id));
  const own = (id: string) => (ids.has(id) ? `${name}-${id}` : id);
  const marked = html.replace(/<[a-z](?:[^>"]|"[^"]*")*>/gi, (tag) =>
    tag
      .replace(
        / (id|aria-describedby|aria-labelledby)="([^"]+)"/g,
        (_, key: string, id: string) => ` ${key}="${own(id)}"`,
      )
      .replace(/ href="#([^"]+)"/g, (_, id: string) => ` href="#${own(id)}"`),
  );
  return { ...body, html: marked };
}
