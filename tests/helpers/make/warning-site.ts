import { parse, stringify } from 'yaml';
import { type Example, readExamples } from '../../../scripts/docs-problems.ts';
import { toSeverity } from '../../../src/schema/severity.ts';

/** Files of which a site has one. The settings of all examples are merged in it. */
const singleFiles = /^content\/(?:(?:site|cv|redirects)\.yaml|about\.md)$/;
const baseSettings = { name: 'Ada Example', timezone: 'Europe/Paris' };

/**
 * Returns the files of one site with all examples of warnings in `docs/problems.md`, and their codes. Where two
 * examples cannot be in one site, because they give the same key another value, the first one is used.
 * @param document The text of `docs/problems.md`.
 */
export function createWarningSite(document: string): {
  files: Record<string, string>;
  codes: string[];
} {
  const examples = readExamples(document).filter(({ code }) => toSeverity(code) === 'warning');
  const settings = new Map<string, Record<string, unknown>>();
  const files: Record<string, string> = {};
  const codes = new Set<string>();
  for (const [index, example] of examples.entries()) {
    const yaml = Object.entries(example.files).filter(([path]) => singleFiles.test(path));
    const merged = yaml.map(([path, text]) => {
      const own = parse(toYaml(text)) as Record<string, unknown>;
      return [path, mergeSettings(settings.get(path) ?? {}, own)] as const;
    });
    const renamed = rename(example, index);
    const isPossible =
      merged.every(([, result]) => result !== undefined) &&
      Object.entries(renamed).every(([path, text]) => (files[path] ?? text) === text);
    if (!isPossible) continue;
    for (const [path, result] of merged) settings.set(path, result!);
    Object.assign(files, renamed);
    codes.add(example.code);
  }
  for (const [path, data] of settings) {
    const yaml = stringify(data);
    files[path] = path.endsWith('.md') ? `---\n${yaml}---\n\nI measure things.\n` : yaml;
  }
  return { files, codes: [...codes] };
}

/** Returns the front matter of a Markdown file, and other files unchanged. */
function toYaml(text: string): string {
  return /^---\n([^]*?)---\n/.exec(text)?.[1] ?? (text.includes(':') ? text : '{}');
}

/** Returns the settings of both; undefined if they differ. Lists are joined. */
function mergeSettings(a: Record<string, unknown>, b: Record<string, unknown>) {
  const result = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = result[key];
    if (other === undefined || JSON.stringify(other) === JSON.stringify(value)) result[key] = value;
    else if (Array.isArray(other)) result[key] = other.concat(value);
    else if (key in baseSettings) result[key] = baseSettings[key as keyof typeof baseSettings];
    else return undefined;
  }
  return result;
}

/** Returns the other files, in folders and files that no other example has. */
function rename({ files }: Example, index: number): Record<string, string> {
  const others = Object.entries(files).filter(([path]) => !singleFiles.test(path));
  return Object.fromEntries(
    others.map(([path, text]) => [
      path
        .replace(/^content\/talks\/lyon(?=[/.])/, `content/talks/lyon-${index}`)
        .replace(/^content\/papers\.bib$/, `content/papers-${index}.bib`)
        .replace(/^content\/slides\/bounds(?=\.)/, `content/slides/bounds-${index}`)
        .replace(/^content\/authors\/lin(?=[/.-])/, `content/authors/lin-${index}`),
      text,
    ]),
  );
}
