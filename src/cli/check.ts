import { relative, sep } from 'node:path';
import { checkSite } from '../content/validate/check-site.ts';
import {
  formatProblems,
  reportFormats,
  type ReportFormat,
} from '../content/validate/format-report.ts';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import { quote } from '../schema/describe.ts';
import { suggest } from '../schema/suggest.ts';
import { convertFiles } from './convert-files.ts';
import { readOptions, UsageError } from './options.ts';

const help = `Checks every file in content/ and lists the problems, without building the site.

  npm run check                        exits with code 1 if there are errors
  npm run check -- --strict            exits with code 1 if there are errors or warnings
  npm run check -- --verbose           lists equal warnings one by one, and the fields of .bib files that
                                       no page shows
  npm run check -- --fix               first converts files in other encodings to UTF-8
  npm run check -- --format json       prints a JSON array of problems, each with file, line, column,
                                       severity, code, message and remedy
  npm run check -- --format github     prints annotations for pull requests in GitHub Actions
  LECTERN_SITE=../my-site npm run check    checks another folder with content/ and public/

docs/problems.md explains every code.
`;

const options = {
  strict: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `npm run check`. Returns the exit code. */
export async function check(args: string[]): Promise<number> {
  const { values } = readOptions(args, options);
  const format = toFormat(values.format);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const folder = resolveSiteFolder();
  const checkAll = () => checkSite(folder, { verbose: values.verbose });
  const first = await checkAll();
  const converted = values.fix ? convertFiles(folder, first.problems) : [];
  for (const line of converted) process.stderr.write(`${line}\n`);
  const { problems, talks, otherPages } = converted.length > 0 ? await checkAll() : first;
  const color = Boolean(process.stdout.isTTY) && !process.env['NO_COLOR'];
  const text = formatProblems(problems, format, {
    ...{ color, verbose: values.verbose, prefix: toPathPrefix(folder.root) },
  });
  const others = otherPages > 0 ? ` and ${formatCount(otherPages, 'other page')}` : '';
  const success = `Checked ${formatCount(talks, 'talk')}${others}: no problems.`;
  const output = format === 'text' && problems.length === 0 ? success : text;
  if (output !== '') process.stdout.write(`${output}\n`);
  const stops = ['error', ...(values.strict ? ['warning'] : [])];
  return problems.some(({ severity }) => stops.includes(severity)) ? 1 : 0;
}

function formatCount(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${count} ${noun}s`;
}

function toFormat(word: string): ReportFormat {
  const format = reportFormats.find((name) => name === word);
  if (format) return format;
  const near = suggest(word, reportFormats);
  const remedy = near ? `Did you mean ${near}?` : `The formats are ${reportFormats.join(', ')}.`;
  throw new UsageError(`Unknown format ${quote(word)}. ${remedy}`);
}

/** Paths in GitHub start at the root of the repository; paths of problems start at the author's folder. */
function toPathPrefix(root: string): string {
  const path = relative(process.env['GITHUB_WORKSPACE'] ?? process.cwd(), root);
  return path === '' ? '' : `${path.split(sep).join('/')}/`;
}
