import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../../content/validate/format-report.ts';
import { withoutFullStop, type Outcome } from '../plan/plan.ts';
import { formatCount, type ImportReport, summaryLines } from './report.ts';

/** Returns the text of `import-report.md`. It does not depend on the date or the machine. */
function formatReport(report: ImportReport): string {
  const hand = taskParts(report);
  const lines = [
    `# Import of ${prose(report.site.folder)}`,
    '',
    ...summaryLines(report).flatMap((line, index, all) =>
      line.startsWith('- ') && !all[index - 1]?.startsWith('- ')
        ? ['', line]
        : separateList(line, all[index - 1]),
    ),
    '',
    'The old folder was not changed. `docs/moving.md` explains each section below.',
    '',
    '## What to do',
    '',
    ...(hand.length > 0 ? hand : ['Nothing to do.', '']),
    '## Complete lists',
    '',
    ...listParts(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Adds an empty line between a list and the paragraph after it. */
function separateList(line: string, before = ''): string[] {
  return before.startsWith('- ') && !line.startsWith('- ') ? ['', line] : [line];
}

function listParts(report: ImportReport): string[] {
  const { files, counts, settings, widgets, keys, shortcodes, addresses, problems } = report;
  const moved = (outcome: 'copied' | 'converted') =>
    files
      .filter((file) => file.outcome === outcome)
      .map(({ path, to }) => `- ${code(path)} → ${to.map(code).join(', ')}`);
  return [
    ...section(`### Files copied: ${counts.copied}`, moved('copied')),
    ...section(`### Files converted: ${counts.converted}`, moved('converted')),
    ...section(`### Files quarantined: ${counts.quarantined}`, byReason(report, 'quarantined')),
    ...section(`### Files skipped: ${counts.skipped}`, byReason(report, 'skipped')),
    ...section(
      '### Folders not read',
      report.unreadFolders.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}`),
      'The files in them are not counted.',
    ),
    ...section(
      '### Files written',
      report.written.map((to) => `- ${code(to)}`),
    ),
    ...section('### Key usage in the configuration', settingLines(settings)),
    ...section(
      '### Parts of the old home page',
      widgets.map((widget) => {
        const off = widget.active ? '' : ' (inactive)';
        return `- ${widget.kind === '' ? 'no widget' : code(widget.kind)} in ${code(placeOf(widget))}${off}: ${reasonOf(widget.outcome)}`;
      }),
    ),
    ...section(
      '### Unused front matter keys',
      keys.map(({ section, key, ofOldTheme, files: places }) => {
        const known = ofOldTheme ? 'used by old themes' : 'unknown, see the warnings';
        return `- ${code(key)} in ${formatCount(places.length, 'file')} of ${section}: ${known}`;
      }),
      'They are harmless and can stay. `import-report.json` lists the files that have them.',
    ),
    ...section(
      '### Notes',
      problems
        .filter(({ severity, code }) => severity === 'note' && !code.endsWith('/skipped'))
        .map(problemLine),
      'No action is needed.',
    ),
    ...section(
      '### Shortcodes',
      shortcodes.map(({ name, understood, uses, files: places }) => {
        const verdict = understood ? 'supported' : 'shown as plain text';
        return `- ${code(name)}: ${verdict}, ${formatCount(uses, 'use')} in ${formatCount(places.length, 'file')}`;
      }),
    ),
    ...section(
      '### Old addresses that still work',
      addresses.flatMap(({ old, outcome }) =>
        'to' in outcome ? `- ${code(old)} → ${code(outcome.to)}` : [],
      ),
    ),
  ];
}

/** Lists the keys in use one by one, and the others grouped by reason. */
function settingLines(settings: ImportReport['settings']): string[] {
  const used = settings.flatMap(({ file, key, outcome }) =>
    'to' in outcome ? `- ${code(file)} ${code(key)} → ${code(outcome.to)}` : [],
  );
  const unused = settings.flatMap(({ file, key, outcome }) =>
    'reason' in outcome ? { file, key, reason: outcome.reason } : [],
  );
  const groups = Map.groupBy(unused, ({ reason }) => reason);
  const notUsed = [...groups].flatMap(([reason, found]) => [
    `- Not used. ${prose(reason)}`,
    ...[...Map.groupBy(found, ({ file }) => file)].map(
      ([file, keys]) => `  - ${code(file)}: ${keys.map(({ key }) => code(key)).join(', ')}`,
    ),
  ]);
  return [...used, ...notUsed];
}

/** Formats a path or an identifier as inline code in Markdown. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${plain(text).replaceAll('\n', ' ')}${space}${fence}`;
}

/** Escapes Markdown in a sentence. */
function prose(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>|]/g, '\\$&');
}

/** Returns a heading with its lines, or nothing if there are no lines. */
function section(heading: string, lines: readonly string[], lead?: string): string[] {
  if (lines.length === 0) return [];
  return [heading, '', ...(lead === undefined ? [] : [lead, '']), ...lines, ''];
}

/** Returns what the author has to do, the most urgent first. */
function taskParts(report: ImportReport): string[] {
  const { problems, addresses } = report;
  const widgets = report.widgets.filter(({ active, outcome }) => active && 'reason' in outcome);
  const unknown = report.shortcodes.filter(({ understood }) => !understood);
  const settings = report.settings.filter(({ outcome }) => 'reason' in outcome);
  return [
    ...section(
      '### Errors',
      problems.filter(({ severity }) => severity === 'error').map(problemLine),
      'Fix these before you build the site.',
    ),
    ...section(
      '### Files that could not be read',
      report.unreadable.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}.`),
      'They are not in the new site. Copy them yourself if you need them.',
    ),
    ...section(
      '### Lines of the configuration that were not read',
      report.invalidLines.map(
        ({ file, line, text }) => `- ${code(`${file}:${line}`)}: ${code(text.trim())}`,
      ),
      'They are not valid YAML, so the import ignored them. If one sets something that you need, add it to `content/site.yaml`.',
    ),
    ...section(
      '### Quarantined files',
      byReason(report, 'quarantined'),
      'Copied, but not published. Take what you need from them, and delete the rest.',
    ),
    ...section(
      '### Documents that were not rendered',
      report.unrendered.map(({ from, to }) => `- ${code(from)} → ${code(to)}`),
      'The old folder has only their source, so the pages show the code but not its output. Knit or render each one to the file on the right.',
    ),
    ...section(
      '### Warnings',
      problems.filter(({ severity }) => severity === 'warning').map(problemLine),
      'The site can be built, but part of a page is missing or not as intended. `npm run check` prints each warning with its source line.',
    ),
    ...section(
      '### Broken links',
      report.danglingLinks.map(({ file, link }) => `- ${code(file)}: ${code(link)}`),
      'The new site has no page, file or redirect at these addresses. Correct or remove the links.',
    ),
    ...section(
      '### Unsupported shortcodes',
      unknown.map(({ name, files: places }) => `- ${code(name)} in ${places.map(code).join(', ')}`),
      'They are shown as plain text. Rewrite them in Markdown.',
    ),
    ...section(
      '### Parts of the old home page that were not imported',
      widgets.map(
        (widget) =>
          `- ${code(widget.kind)} (${code(placeOf(widget))}): ${reasonOf(widget.outcome)}`,
      ),
    ),
    ...section(
      '### Old addresses that no longer work',
      brokenAddresses(addresses),
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

function brokenAddresses(addresses: ImportReport['addresses']): string[] {
  const found = addresses.flatMap(({ old, outcome }) =>
    'reason' in outcome ? { old, reason: outcome.reason } : [],
  );
  return [...Map.groupBy(found, ({ reason }) => reason)].map(
    ([reason, those]) =>
      `- ${prose(withoutFullStop(reason))}: ${those.map(({ old }) => code(old)).join(', ')}`,
  );
}

function placeOf({ file, section }: { file: string; section?: number }): string {
  return section === undefined ? file : `${file}, section ${section}`;
}

function reasonOf(outcome: Outcome): string {
  return 'to' in outcome ? code(outcome.to) : prose(outcome.reason);
}

/** Returns the files of one outcome, grouped by reason. */
function byReason({ files }: ImportReport, outcome: 'quarantined' | 'skipped'): string[] {
  const groups = Map.groupBy(
    files.filter((file) => file.outcome === outcome),
    ({ reason = '' }) => reason,
  );
  return [...groups].flatMap(([reason, found]) => [
    `- ${prose(reason)}:`,
    ...found.map(
      ({ path, to }) => `  - ${code(path)}${to.length > 0 ? ` → ${to.map(code).join(', ')}` : ''}`,
    ),
  ]);
}

function problemLine({
  file,
  line,
  column,
  message,
  remedy,
}: ImportReport['problems'][number]): string {
  return `- ${code(`${file}:${line}:${column}`)}: ${prose(message)}. ${prose(remedy)}`;
}

/** The files of the import report, below the author's folder. */
export const reportFiles: readonly string[] = ['import-report.json', 'import-report.md'];

export function writeReport(report: ImportReport, folder: string): void {
  writeFileSync(join(folder, 'import-report.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'import-report.md'), formatReport(report));
}
