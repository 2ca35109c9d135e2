import { quote } from '../../schema/describe.ts';
import { trimFullStop } from '../plan/plan.ts';
import {
  escapeProse,
  formatOutcome,
  formatPlace,
  formatProblems,
  formatSection,
  groupByReason,
  toCode,
} from './report-lines.ts';
import { formatCount, type ImportReport } from './report.ts';

/** Returns what the author has to do, the most urgent first. */
export function formatTasks(report: ImportReport): string[] {
  const [errors, warnings] = (['error', 'warning'] as const).map((severity) =>
    report.problems.filter((problem) => problem.severity === severity),
  ) as [ImportReport['problems'], ImportReport['problems']];
  const links = listUnreportedLinks(report);
  const menuEntries = listLostMenuEntries(report);
  const broken = report.addresses.filter(({ outcome }) => 'reason' in outcome);
  const widgets = report.widgets.filter(({ active, outcome }) => active && 'reason' in outcome);
  const settings = report.settings.filter(({ outcome }) => 'reason' in outcome);
  return [
    ...formatCountedSection(
      'Errors',
      errors.length,
      formatProblems(errors),
      'Fix these before you build the site.',
    ),
    ...formatCountedSection(
      'Files that could not be read',
      report.unreadable.length,
      report.unreadable.map(({ path, reason }) => `- ${toCode(path)}: ${escapeProse(reason)}.`),
      'They are not in the new site. Copy them yourself if you need them.',
    ),
    ...formatCountedSection(
      'Lines of the configuration that were not read',
      report.invalidLines.length,
      report.invalidLines.map(
        ({ file, line, text }) => `- ${toCode(`${file}:${line}`)}: ${toCode(text.trim())}`,
      ),
      'They are not valid YAML, so the import ignored them. If one sets something that you need, add it to `content/site.yaml`.',
    ),
    ...formatCountedSection(
      'Quarantined files',
      report.counts.quarantined,
      groupByReason(report, 'quarantined'),
      'Copied, but not published. Take what you need from them, and delete the rest.',
    ),
    ...formatCountedSection(
      'Documents that were not rendered',
      report.unrendered.length,
      report.unrendered.map(({ from, to }) => `- ${toCode(from)} → ${toCode(to)}`),
      'The old folder has only their source, so the pages show the code but not its output. Knit or render each one to the file on the right.',
    ),
    ...formatCountedSection(
      'Warnings',
      warnings.length,
      formatProblems(warnings),
      'The site can be built, but part of a page is missing or not as intended. `npm run check` prints each warning with its source line.',
    ),
    ...formatCountedSection(
      'Broken links',
      links.length,
      links.map(({ file, link }) => `- ${toCode(file)}: ${toCode(link)}`),
      'The new site has no page, file or redirect at these addresses. Correct or remove the links.',
    ),
    ...formatTimeZoneTask(report.zonelessTimes),
    ...formatCountedSection('Menu entries that were not imported', menuEntries.length, menuEntries),
    ...formatCountedSection(
      'Parts of the old home page that were not imported',
      widgets.length,
      widgets.map(
        (widget) =>
          `- ${toCode(widget.kind)} (${toCode(formatPlace(widget))}): ${formatOutcome(widget.outcome)}`,
      ),
    ),
    ...formatCountedSection(
      'Old addresses that no longer work',
      broken.length,
      formatBrokenAddresses(broken),
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

/** Asks for the time zone of the talks if the old site had none, or had that of its template. */
function formatTimeZoneTask(times: ImportReport['zonelessTimes']): string[] {
  if (times === undefined || (times.zone !== undefined && !times.isDefault)) return [];
  const { count, zone } = times;
  const found = `${formatCount(count, 'time')} of talks ${count === 1 ? 'has' : 'have'} no time zone`;
  const task =
    zone === undefined
      ? `${found}, and the old site has none either, so pages show no time zone. Write yours to \`content/site.yaml\`, such as \`timezone: Europe/Vienna\`.`
      : `${found}, so the zone of the old site is used: ${toCode(zone)}, the default of its template. Check \`timezone\` in \`content/site.yaml\`.`;
  return ['### Time zone of the talks', '', task, ''];
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

/** Returns a section whose heading has the number of its entries. */
function formatCountedSection(
  heading: string,
  count: number,
  lines: readonly string[],
  introduction?: string,
): string[] {
  return formatSection(`### ${heading}: ${count}`, lines, introduction);
}

/** Returns the broken links that no warning names. */
function listUnreportedLinks({ brokenLinks, problems }: ImportReport): ImportReport['brokenLinks'] {
  const problemsOf = Map.groupBy(problems, ({ file }) => file);
  return brokenLinks.filter(
    ({ file, link }) =>
      !problemsOf
        .get(file)
        ?.some(
          ({ severity, message: sentence }) =>
            severity !== 'note' && sentence.includes(quote(link)),
        ),
  );
}

/** A key of a menu: `menu.main.0.name`, `main.1.title`. */
const menuEntry = /^(?:.*\.)?(?:menus?\.)?main\.(\d+)(?:\.(?:children\.\d+\.)?(?:name|title))$/i;

/** Returns the entries of the old menu that the new one does not have, with the reasons. */
function listLostMenuEntries({ settings }: ImportReport): string[] {
  return settings.flatMap(({ file, key, outcome }) =>
    'reason' in outcome && menuEntry.test(key)
      ? `- ${toCode(key)} in ${toCode(file)}: ${escapeProse(outcome.reason)}`
      : [],
  );
}
