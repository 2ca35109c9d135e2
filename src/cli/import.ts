import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { resolveSiteFolder } from '../content/assets/site-folder.ts';
import type { ImportResult } from '../import/import-site.ts';
import { createProgressReporter } from './import-progress.ts';
import { readOptions, UsageError } from './options.ts';

const help = `Imports a site made with Hugo Academic, Wowchemy, HugoBlox or academicpages, and writes an import report.
The old folder is never changed. Existing files are replaced only with --force.

  npm run import -- ../old-site --dry-run          shows what would be imported, and writes nothing
  npm run import -- ../old-site --into ../my-site  imports into a new folder
  npm run import -- ../old-site                    imports into content/ and public/ of this project,
                                                   or of LECTERN_SITE
  npm run import -- ../old-site --force            replaces existing files, after a backup
  npm run import -- ../old-site --force content/site.yaml content/about.md
                                                   replaces only these files, after a backup

The import report is import-report.md, and import-report.json for programs. docs/moving.md explains
how to work through it.
`;

const options = {
  into: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Runs `npm run import`. Returns the exit code: 1 when nothing was imported. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = readOptions(args, options, { words: Infinity });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [folder, ...forced] = positionals;
  const oldFolder = checkArguments(folder, forced, values.force);
  const into =
    values.into === undefined ? resolveSiteFolder().root : resolveFromCaller(values.into);
  const force = !values.force ? [] : forced.length > 0 ? forced.map(toPath) : ('all' as const);
  // Loaded only if there is something to import.
  const { importSite, ImportError } = await import('../import/import-site.ts');
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const progress = createProgressReporter(process.stdout);
  try {
    const command = `npm run import -- ${quoteArgument(folder ?? '')}`;
    const importOptions = { into, force, command, dryRun: values['dry-run'], signal: stop.signal };
    const result = await importSite(oldFolder, { ...importOptions, onEvent: progress.report });
    progress.end();
    process.stdout.write(`${formatResult(result, into, values['dry-run']).join('\n')}\n`);
    if (result.conflicts === undefined) return 0;
    process.stderr.write(`${result.conflicts}\n`);
    return 1;
  } catch (error) {
    progress.end();
    if (!(error instanceof ImportError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function checkArguments(folder: string | undefined, forced: string[], force: boolean): string {
  if (folder === undefined) {
    throw new UsageError('Write the folder of the old site: npm run import -- ../old-site');
  }
  const [unexpected] = forced;
  if (unexpected !== undefined && !force) {
    throw new UsageError(
      `Unexpected argument "${unexpected}". To import into that folder, write --into ${unexpected}`,
    );
  }
  if (existsSync(resolveFromCaller(folder))) return resolveFromCaller(folder);
  throw new UsageError(
    `The folder ${resolveFromCaller(folder)} does not exist. Write the path of the old site.`,
  );
}

function formatResult(
  { summary, moved, backup, conflicts }: ImportResult,
  into: string,
  dryRun: boolean,
) {
  const target = toShownPath(into);
  if (dryRun) {
    const next =
      conflicts === undefined
        ? `Run the command without --dry-run to import into ${target}.`
        : `The import into ${target} would stop because of conflicts:`;
    return [...summary, `Nothing was written. ${next}`];
  }
  if (moved === 0) return [...summary, `Everything is already in ${target}. Nothing was changed.`];
  const isElsewhere = into !== process.cwd();
  return [
    ...summary,
    ...(backup === undefined
      ? []
      : [`The replaced files are in ${toShownPath(resolve(into, backup))}.`]),
    `The import report is ${toShownPath(resolve(into, 'import-report.md'))}. Start with "What to do".`,
    `To preview the site: ${isElsewhere ? `LECTERN_SITE=${quoteArgument(target)} ` : ''}npm start`,
  ];
}

/** Resolves a path from the folder in which the command was run. */
function resolveFromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}

function toShownPath(path: string): string {
  return relative(process.env['INIT_CWD'] ?? process.cwd(), path) || '.';
}

/** Returns a path with forward slashes and without `./`. */
function toPath(typed: string): string {
  return typed.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}

/** Quotes an argument for a shell. */
function quoteArgument(word: string): string {
  return /^[\w./~:@%+=-]+$/.test(word) ? word : `"${word.replace(/["$`\\]/g, '\\$&')}"`;
}
