import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTasks } from './format-tasks.ts';
import {
  escapeProse,
  formatOutcome,
  formatPlace,
  formatProblems,
  formatSection,
  groupByReason,
  toCode,
} from './report-lines.ts';
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
    '## What changed',
    '',
    ...formatChanges(report),
    '## All files',
    '',
    ...formatFiles(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Adds an empty line between a list and the paragraph after it. */
function separateList(line: string, before = ''): string[] {
  return before.startsWith('- ') && !line.startsWith('- ') ? ['', line] : [line];
}

/** Returns what the import wrote and what it made of settings, widgets, keys and addresses. */
function formatChanges(report: ImportReport): string[] {
  const { settings, widgets, keys, shortcodes, addresses, problems } = report;
  return [
    ...formatSection(
      '### Files written',
      report.newFiles.map((to) => `- ${toCode(to)}`),
    ),
    ...formatTimeZone(report.zonelessTimes),
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
      formatProblems(
        problems.filter(
          (problem) => problem.severity === 'note' && !problem.code.endsWith('/skipped'),
        ),
      ),
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

/** Says in which zone times without one are read, unless the author should check it: see `formatTasks`. */
function formatTimeZone(times: ImportReport['zonelessTimes']): string[] {
  if (times?.zone === undefined || times.isDefault) return [];
  const { count, zone } = times;
  const verb = count === 1 ? 'is' : 'are';
  return [
    '### Time zone of the talks',
    '',
    `${formatCount(count, 'time')} of talks without a time zone ${verb} read in the zone of the old site, ${toCode(zone)}.`,
    '',
  ];
}

/** Returns what became of each file. */
function formatFiles(report: ImportReport): string[] {
  const { files, counts } = report;
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
