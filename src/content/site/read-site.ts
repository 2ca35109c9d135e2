import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import { isMap, quote } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import type { Finding } from '../../schema/finding.ts';
import { readFileName } from '../../schema/home.ts';
import { siteSchema, type SiteSettings } from '../../schema/site.ts';
import { suggest } from '../../schema/suggest.ts';
import type { SiteFolder } from '../assets/site-folder.ts';
import { checkSchema } from '../parse/check-schema.ts';
import { readSettings } from '../parse/front-matter.ts';
import { locateParsed } from '../parse/raw-path.ts';
import { type Problem, toFailureProblem, toProblem, toProblems } from '../parse/problem.ts';
import { readAuthorText } from '../parse/decode-text.ts';

/** The settings of the site and their problems. */
export interface SiteReading {
  /**
   * If `site.yaml` cannot be read, those that this process has read before, else the defaults; `problems` then contains the
   * reason.
   */
  settings: SiteSettings;
  problems: Problem[];
  /** Adds the positions in the file to findings on the settings. */
  locate(findings: readonly Finding[]): Problem[];
  /** Whether the author has set the meaning of times that end in Z. */
  hasZSetting: boolean;
}

const file = 'content/site.yaml';

/** The settings that were read last, by the path of the file: a dev server uses them until an error is fixed. */
const lastSettings = new Map<string, SiteSettings>();

/** Reads `content/site.yaml`. The environment variables `SITE_URL` and `BASE_PATH` override its values. */
export function readSite(folder: SiteFolder, env: NodeJS.ProcessEnv = process.env): SiteReading {
  const overrides = {
    ...(env['SITE_URL'] && { url: env['SITE_URL'] }),
    ...(env['BASE_PATH'] !== undefined && { base: env['BASE_PATH'] || '/' }),
  };
  const path = join(folder.content, 'site.yaml');
  const fallback = lastSettings.get(path) ?? siteSchema.parse({ name: 'Your Name', ...overrides });
  if (!existsSync(path)) {
    const problems = [missingSiteFile(folder)];
    return { settings: fallback, problems, locate: () => [], hasZSetting: false };
  }

  const { text, findings: textFindings, failure } = readAuthorText(path);
  const parsed = failure ? { failure } : readSettings(text, Object.keys(siteSchema.shape));
  if ('failure' in parsed) {
    const problems = [toFailureProblem(parsed.failure, file, text)];
    return { settings: fallback, problems, locate: () => [], hasZSetting: false };
  }
  const { value, rest, findings } = checkSchema(siteSchema, { ...parsed.data, ...overrides });
  const homeFindings = checkHomeTexts(parsed.data['home'], listHomeTexts(folder));
  const allFindings = [...textFindings, ...parsed.findings, ...findings, ...homeFindings];
  const problems = toProblems(allFindings, { file, topic: 'site' }, parsed, text);
  const times = parsed.data['times'];
  if (value) lastSettings.set(path, value);
  const hasZSetting = isMap(times) && !isEmpty(times['z']);
  const locate = (further: readonly Finding[]) =>
    toProblems(further, { file, topic: 'site' }, locateParsed(parsed, rest), text);
  return { settings: value ?? fallback, problems, locate, hasZSetting };
}

function missingSiteFile(folder: SiteFolder): Problem {
  return toProblem({
    file,
    line: 1,
    column: 1,
    code: 'site/missing-file',
    message: `there is no site.yaml in ${folder.content}`,
    remedy: 'Create content/site.yaml with at least "name: Your Name".',
  });
}

/**
 * Returns a warning for each text that `home` lists and that does not exist.
 * @param home The value in `site.yaml`.
 * @param names The names of the existing texts.
 */
function checkHomeTexts(home: unknown, names: readonly string[]): Finding[] {
  const parts: unknown[] = Array.isArray(home) ? home : [home];
  return parts.flatMap((part, index): Finding[] => {
    const name = isMap(part) ? readFileName(part['text']) : undefined;
    if (name === undefined || names.includes(name)) return [];
    const suggestion = suggest(name, names);
    return [
      {
        path: ['home', ...(Array.isArray(home) ? [index] : []), 'text'],
        code: 'site/missing-text',
        message: `home lists a text, but there is no content/home/${name}.md, so it is left out`,
        remedy: suggestion
          ? `Did you mean ${suggestion}?`
          : `Create that file, or delete ${quote(name)} from home.`,
      },
    ];
  });
}

/** Lists the texts in `content/home/` by the names that `home` in `site.yaml` uses. */
export function listHomeTexts({ content }: SiteFolder): string[] {
  const folder = join(content, 'home');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => /^([^_.].*)\.md$/.exec(name)?.[1] ?? [])
    .filter((name) => name !== 'index')
    .sort(compareText);
}
