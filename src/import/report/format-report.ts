import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceControlCharacters } from '../../content/validate/format-report.ts';
import { trimFullStop, type Outcome } from '../plan/plan.ts';
import { formatCount, type ImportReport, formatSummary } from './report.ts';

/** Returns the text of `import-report.md`. It does not depend on the date or the machine. */
function formatReport(report: ImportReport): string {
  const tasks = formatTasks(report);
  const lines = [
    `# Import of ${escapeProse(report.site.folder)}`,
    '',
    ...formatSummary(report).flatMap((line, index, all) =>
      line.startsWith('- ') && !all[index - 1]?.startsWith('- ')
        ? ['', line]
        : separateList(line, all[index - 1]),
    ),
    '',
    'The old folder was not changed. `docs/moving.md` explains each section below.',
    '',
    '## What to do',
    '',
    ...(tasks.length > 0 ? tasks : ['Nothing to do.', '']),
    '## Complete lists',
    '',
    ...formatLists(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Adds an empty line between a list and the paragraph after it. */
function separateList(line: string, before = ''): string[] {
  return before.startsWith('- ') && !line.startsWith('- ') ? ['', line] : [line];
}

function formatLists(report: ImportReport): string[] {
  const { files, counts, settings, widgets, keys, shortcodes, addresses, problems } = report;
  const listMoved = (outcome: 'copied' | 'converted') =>
    files
      .filter((file) => file.outcome === outcome)
      .map(({ path, to }) => `- ${toCode(path)} → ${to.map(toCode).join(', ')}`);
  return [
    ...formatSection(`### Files copied: ${counts.copied}`, listMoved('copied')),
    ...formatSection(`### Files converted: ${counts.converted}`, listMoved('converted')),
    ...formatSection(
      `### Files quarantined: ${counts.quarantined}`,
      groupByReason(report, 'quarantined'),
    ),
    ...formatSection(`### Files skipped: ${counts.skipped}`, groupByReason(report, 'skipped')),
    ...formatSection(
      '### Folders not read',
      report.unreadFolders.map(({ path, reason }) => `- ${toCode(path)}: ${escapeProse(reason)}`),
      'The files in them are not counted.',
    ),
    ...formatSection(
      '### Files written',
      report.newFiles.map((to) => `- ${toCode(to)}`),
    ),
    ...formatSection('### Key usage in the configuration', formatSettings(settings)),
    ...formatSection(
      '### Parts of the old home page',
      widgets.map((widget) => {
        const inactive = widget.active ? '' : ' (inactive)';
        return `- ${widget.kind === '' ? 'no widget' : toCode(widget.kind)} in ${toCode(formatPlace(widget))}${inactive}: ${formatOutcome(widget.outcome)}`;
      }),
    ),
    ...formatSection(
      '### Unused front matter keys',
      keys.map(({ section: name, key, ofOldTheme, files: places }) => {
        const known = ofOldTheme ? 'used by old themes' : 'unknown, see the warnings';
        return `- ${toCode(key)} in ${formatCount(places.length, 'file')} of ${name}: ${known}`;
      }),
      'They are harmless and can stay. `import-report.json` lists the files that have them.',
    ),
    ...formatSection(
      '### Notes',
      problems
        .filter((problem) => problem.severity === 'note' && !problem.code.endsWith('/skipped'))
        .map(formatProblem),
      'No action is needed.',
    ),
    ...formatSection(
      '### Shortcodes',
      shortcodes.map(({ name, understood, uses, files: places }) => {
        const verdict = understood ? 'supported' : 'shown as plain text';
        return `- ${toCode(name)}: ${verdict}, ${formatCount(uses, 'use')} in ${formatCount(places.length, 'file')}`;
      }),
    ),
    ...formatSection(
      '### Old addresses that still work',
      addresses.flatMap(({ old, outcome }) =>
        'to' in outcome ? `- ${toCode(old)} → ${toCode(outcome.to)}` : [],
      ),
    ),
  ];
}

/** Lists the keys in use one by one, and the others grouped by reason. */
function formatSettings(settings: ImportReport['settings']): string[] {
  const usedKeys = settings.flatMap(({ file, key, outcome }) =>
    'to' in outcome ? `- ${toCode(file)} ${toCode(key)} → ${toCode(outcome.to)}` : [],
  );
  const unusedKeys = settings.flatMap(({ file, key, outcome }) =>
    'reason' in outcome ? { file, key, reason: outcome.reason } : [],
  );
  const groups = Map.groupBy(unusedKeys, ({ reason }) => reason);
  const unusedLines = [...groups].flatMap(([reason, files]) => [
    `- Not used. ${escapeProse(reason)}`,
    ...[...Map.groupBy(files, ({ file }) => file)].map(
      ([file, keys]) => `  - ${toCode(file)}: ${keys.map(({ key }) => toCode(key)).join(', ')}`,
    ),
  ]);
  return [...usedKeys, ...unusedLines];
}

/** Formats a path or an identifier as inline code in Markdown. */
function toCode(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${replaceControlCharacters(text).replaceAll('\n', ' ')}${space}${fence}`;
}

/** Escapes Markdown in a sentence. */
function escapeProse(text: string): string {
  return replaceControlCharacters(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Returns a heading with its lines, or nothing if there are no lines. */
function formatSection(heading: string, lines: readonly string[], introduction?: string): string[] {
  if (lines.length === 0) return [];
  return [heading, '', ...(introduction === undefined ? [] : [introduction, '']), ...lines, ''];
}

/** Returns what the author has to do, the most urgent first. */
function formatTasks(report: ImportReport): string[] {
  const { problems, addresses } = report;
  const widgets = report.widgets.filter(({ active, outcome }) => active && 'reason' in outcome);
  const unknown = report.shortcodes.filter(({ understood }) => !understood);
  const settings = report.settings.filter(({ outcome }) => 'reason' in outcome);
  return [
    ...formatSection(
      '### Errors',
      problems.filter(({ severity }) => severity === 'error').map(formatProblem),
      'Fix these before you build the site.',
    ),
    ...formatSection(
      '### Files that could not be read',
      report.unreadable.map(({ path, reason }) => `- ${toCode(path)}: ${escapeProse(reason)}.`),
      'They are not in the new site. Copy them yourself if you need them.',
    ),
    ...formatSection(
      '### Lines of the configuration that were not read',
      report.invalidLines.map(
        ({ file, line, text }) => `- ${toCode(`${file}:${line}`)}: ${toCode(text.trim())}`,
      ),
      'They are not valid YAML, so the import ignored them. If one sets something that you need, add it to `content/site.yaml`.',
    ),
    ...formatSection(
      '### Quarantined files',
      groupByReason(report, 'quarantined'),
      'Copied, but not published. Take what you need from them, and delete the rest.',
    ),
    ...formatSection(
      '### Documents that were not rendered',
      report.unrendered.map(({ from, to }) => `- ${toCode(from)} → ${toCode(to)}`),
      'The old folder has only their source, so the pages show the code but not its output. Knit or render each one to the file on the right.',
    ),
    ...formatSection(
      '### Warnings',
      problems.filter(({ severity }) => severity === 'warning').map(formatProblem),
      'The site can be built, but part of a page is missing or not as intended. `npm run check` prints each warning with its source line.',
    ),
    ...formatSection(
      '### Broken links',
      report.brokenLinks.map(({ file, link }) => `- ${toCode(file)}: ${toCode(link)}`),
      'The new site has no page, file or redirect at these addresses. Correct or remove the links.',
    ),
    ...formatSection(
      '### Unsupported shortcodes',
      unknown.map(
        ({ name, files: places }) => `- ${toCode(name)} in ${places.map(toCode).join(', ')}`,
      ),
      'They are shown as plain text. Rewrite them in Markdown.',
    ),
    ...formatSection(
      '### Parts of the old home page that were not imported',
      widgets.map(
        (widget) =>
          `- ${toCode(widget.kind)} (${toCode(formatPlace(widget))}): ${formatOutcome(widget.outcome)}`,
      ),
    ),
    ...formatSection(
      '### Old addresses that no longer work',
      formatBrokenAddresses(addresses),
      'If one of them matters, add a redirect to `content/redirects.yaml`.',
    ),
    ...(settings.length > 0
      ? [
          `${formatCount(settings.length, 'configuration key')} ${settings.length === 1 ? 'is' : 'are'} not used. You can ignore this, or see "Key usage in the configuration" below.`,
          '',
        ]
      : []),
  ];
}

function formatBrokenAddresses(addresses: ImportReport['addresses']): string[] {
  const files = addresses.flatMap(({ old, outcome }) =>
    'reason' in outcome ? { old, reason: outcome.reason } : [],
  );
  return [...Map.groupBy(files, ({ reason }) => reason)].map(
    ([reason, group]) =>
      `- ${escapeProse(trimFullStop(reason))}: ${group.map(({ old }) => toCode(old)).join(', ')}`,
  );
}

function formatPlace({ file, section: index }: { file: string; section?: number }): string {
  return index === undefined ? file : `${file}, section ${index}`;
}

function formatOutcome(outcome: Outcome): string {
  return 'to' in outcome ? toCode(outcome.to) : escapeProse(outcome.reason);
}

/** Returns the files of one outcome, grouped by reason. */
function groupByReason({ files }: ImportReport, outcome: 'quarantined' | 'skipped'): string[] {
  const groups = Map.groupBy(
    files.filter((file) => file.outcome === outcome),
    ({ reason = '' }) => reason,
  );
  return [...groups].flatMap(([reason, files]) => [
    `- ${escapeProse(reason)}:`,
    ...files.map(
      ({ path, to }) =>
        `  - ${toCode(path)}${to.length > 0 ? ` → ${to.map(toCode).join(', ')}` : ''}`,
    ),
  ]);
}

function formatProblem({
  file,
  line,
  column,
  message,
  remedy,
}: ImportReport['problems'][number]): string {
  return `- ${toCode(`${file}:${line}:${column}`)}: ${escapeProse(message)}. ${escapeProse(remedy)}`;
}

/** The files of the import report, below the author's folder. */
export const reportFiles: readonly string[] = ['import-report.json', 'import-report.md'];

/** Keys of `import-report.json` that have another name in {@link ImportReport}. */
const jsonKeys: Partial<Record<string, string>> = {
  newFiles: 'written',
  brokenLinks: 'danglingLinks',
};

/** The content of `import-report.json`. */
export type ImportReportJson = Omit<ImportReport, 'newFiles' | 'brokenLinks'> &
  Record<'written', ImportReport['newFiles']> &
  Record<'danglingLinks', ImportReport['brokenLinks']>;

function toReportJson(report: ImportReport): ImportReportJson {
  const entries = Object.entries(report).map(([key, value]) => [
    jsonKeys[key] ?? key,
    value as unknown,
  ]);
  return Object.fromEntries(entries) as ImportReportJson;
}

/** Writes the import report, as Markdown and as JSON. */
export function writeReport(report: ImportReport, folder: string): void {
  writeFileSync(
    join(folder, 'import-report.json'),
    `${JSON.stringify(toReportJson(report), null, 2)}\n`,
  );
  writeFileSync(join(folder, 'import-report.md'), formatReport(report));
}
