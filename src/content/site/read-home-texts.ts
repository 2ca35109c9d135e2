import { join } from 'node:path';
import type { RenderedText, TextRenderer } from '../../markdown/render/text-renderer.ts';
import type { RichText } from '../../model/page/page-texts.ts';
import { ignoredWidgetKeys, homeTextSchema, type HomePart } from '../../schema/home.ts';
import { toKeyFinding } from '../../markdown/source/markdown-context.ts';
import { readFrontMatter } from '../parse/front-matter.ts';
import { listHomeTexts } from './read-site.ts';
import { type Problem, toProblem } from '../parse/problem.ts';
import { type FileLinks, readTextFile } from './read-text-file.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { readAuthorText } from '../parse/decode-text.ts';

/** A text of the author on the home page. */
export interface HomeText {
  /** Its name in `home` in `site.yaml`: `press`. */
  name: string;
  path: string;
  title?: string;
  subtitle?: RichText;
  body: RenderedText;
  /** The links of the body; only a check lists them. */
  links: FileLinks;
}

interface HomeTextOptions {
  folder: SiteFolder;
  renderer: TextRenderer;
  /** The key `home` of `site.yaml`: the parts of the home page. */
  home: readonly HomePart[] | undefined;
}

/** Reads and renders the texts in `content/home/` that the home page shows. */
export async function readHomeTexts({
  folder,
  renderer,
  home = [],
}: HomeTextOptions): Promise<{ texts: HomeText[]; problems: Problem[] }> {
  const listed = home.flatMap(({ text }) => text ?? []);
  const texts: HomeText[] = [];
  const problems = noteUnlistedTexts(folder, listed);
  const options = {
    folder,
    renderer,
    schema: homeTextSchema,
    topic: 'home-text',
    knownKeys: ignoredWidgetKeys,
  };
  for (const name of listed) {
    const path = join(folder.content, 'home', `${name}.md`);
    const textFile = await readTextFile(path, `content/home/${name}.md`, options);
    if (!textFile) continue;
    if ('code' in textFile) {
      problems.push(textFile);
      continue;
    }
    const { title, subtitle, active = true, math = true } = textFile.frontMatter ?? {};
    const macros = renderer.createMacros(textFile.frontMatter?.macros);
    const rendered = subtitle && renderer.inline(subtitle, { kind: 'line', math, macros });
    const { findings = [], links: _, ...subtitleText } = rendered || { html: '', text: '' };
    problems.push(
      ...textFile.problems(findings.map((finding) => toKeyFinding(finding, ['subtitle']))),
    );
    if (!active || !textFile.hasBody) continue;
    texts.push({
      ...{ name, path, body: prefixIds(textFile.body, name), links: textFile.links },
      ...(title && { title }),
      ...(rendered && { subtitle: subtitleText }),
    });
  }
  return { texts, problems };
}

/** Returns a note for each text that is not empty and not on the home page. */
function noteUnlistedTexts(folder: SiteFolder, listed: readonly string[]): Problem[] {
  return listHomeTexts(folder)
    .filter((name) => !listed.includes(name) && hasText(folder, name))
    .map((name) =>
      toProblem({
        ...{ file: `content/home/${name}.md`, line: 1, column: 1 },
        code: 'home-text/unused',
        message: 'this text is not on the home page, because home does not list it',
        remedy: 'To show it, add "- text:" and the file name to home in site.yaml.',
      }),
    );
}

function hasText({ content }: SiteFolder, name: string): boolean {
  const parsed = readFrontMatter(readAuthorText(join(content, 'home', `${name}.md`)).text);
  if ('failure' in parsed || parsed.body.trim() === '') return false;
  return !/^(false|no|off)$/i.test(String(parsed.data['active']));
}

/** Adds the name of a text to its ids, because several texts are on one page. */
function prefixIds({ html, ...body }: RenderedText, name: string): RenderedText {
  const ids = new Set([...html.matchAll(/<[^>]* id="([^"]+)"/g)].map(([, id]) => id));
  const addPrefix = (id: string) => (ids.has(id) ? `${name}-${id}` : id);
  const marked = html.replace(/<[a-z](?:[^>"]|"[^"]*")*>/gi, (tag) =>
    tag
      .replace(
        / (id|aria-describedby|aria-labelledby)="([^"]+)"/g,
        (_, key: string, id: string) => ` ${key}="${addPrefix(id)}"`,
      )
      .replace(/ href="#([^"]+)"/g, (_, id: string) => ` href="#${addPrefix(id)}"`),
  );
  return { ...body, html: marked };
}
