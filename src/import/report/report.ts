import { basename } from 'node:path';
import { compareText } from '../../model/page/lists.ts';
import type { OldSite, OldTheme } from '../old-site/old-site.ts';
import { sourceName } from '../places/content-places.ts';
import {
  type AddressOutcome,
  type Plan,
  type SettingOutcome,
  type WidgetOutcome,
  type ZonelessTimes,
  trimFullStop,
} from '../plan/plan.ts';
import type { StagedProblem, StagedReading } from './read-staged.ts';

/** What became of a file of the old site: exactly one of these. */
type FileOutcome = 'copied' | 'quarantined' | 'converted' | 'skipped';

interface FileEntry {
  /** As in `OldFile`. */
  path: string;
  outcome: FileOutcome;
  /** As in `Copy.to`: the copies, and the files that contain its content. */
  to: string[];
  /** For files that are quarantined or skipped. */
  reason?: string;
}

/** The result of an import. `import-report.json` has other names for some of its keys. */
export interface ImportReport extends Omit<StagedReading, 'problems'> {
  format: 'lectern-import-2';
  site: { folder: string; theme: OldTheme; language: string | null };
  /** The four outcomes add up to `files`. */
  counts: Record<'files' | FileOutcome, number>;
  /** As they are printed. */
  problems: Omit<StagedProblem, 'shortcode'>[];
  files: FileEntry[];
  /** Folders that were not read. Their files are not counted. */
  unreadFolders: { path: string; reason: string }[];
  /** Files that could not be read, and links out of the folder. They count as skipped. */
  unreadable: { path: string; reason: string }[];
  /** Lines of the configuration that are not valid and were ignored. */
  invalidLines: { file: string; line: number; text: string }[];
  /** Documents that were not rendered: their pages show the source. */
  unrendered: { from: string; to: string }[];
  newFiles: string[];
  settings: SettingOutcome[];
  widgets: WidgetOutcome[];
  addresses: AddressOutcome[];
  brokenLinks: { file: string; link: string }[];
  zonelessTimes?: ZonelessTimes;
}

/** Combines what the parts of an import found. */
export function toReport(
  site: OldSite,
  plan: Plan,
  staged: StagedReading,
  rest: Pick<ImportReport, 'addresses' | 'brokenLinks'>,
): ImportReport {
  const files = toFileEntries(site, plan, findSkippedPages(staged));
  const count = (outcome: FileOutcome) => files.filter((file) => file.outcome === outcome).length;
  const counts = {
    ...{ files: files.length, copied: count('copied'), quarantined: count('quarantined') },
    ...{ converted: count('converted'), skipped: count('skipped') },
  };
  return {
    format: 'lectern-import-2',
    site: {
      folder: basename(site.root),
      theme: site.theme,
      language: site.language ?? null,
    },
    counts,
    ...staged,
    problems: staged.problems.map(({ shortcode: _, ...printed }) => printed),
    files,
    unreadFolders: [...site.unreadFolders],
    unreadable: [...site.unreadable],
    invalidLines: site.configs.flatMap(({ path, skippedLines = [] }) =>
      skippedLines.map((line) => ({ file: path, ...line })),
    ),
    unrendered: plan.copies
      .filter(({ from, to, text, isUnrendered }) =>
        text === undefined ? sourceName.test(from) && to.endsWith('.md') : isUnrendered,
      )
      .map(({ from, to }) => ({ from, to })),
    newFiles: plan.newFiles.map(({ to }) => to).sort(compareText),
    settings: plan.settings,
    widgets: plan.widgets,
    ...(plan.zonelessTimes && { zonelessTimes: plan.zonelessTimes }),
    ...rest,
  };
}

/** Returns every file of the old site once, sorted by path. */
function toFileEntries(
  site: OldSite,
  { copies, converted, skipped }: Plan,
  skippedPages: ReadonlyMap<string, string>,
): FileEntry[] {
  const copied = Map.groupBy(copies, ({ from }) => from);
  const targets = new Map(converted.map(({ from, into: targets }) => [from, targets]));
  const reasons = new Map(skipped.map(({ from, reason }) => [from, reason]));
  const paths = [...site.files, ...site.unreadable].map(({ path }) => path).sort(compareText);
  return paths.map((path) => {
    const placed = copied.get(path) ?? [];
    const to = [...placed.map((copy) => copy.to), ...(targets.get(path) ?? [])];
    const quarantineReason = placed
      .map((copy) => copy.quarantineReason ?? skippedPages.get(copy.to))
      .find(Boolean);
    if (quarantineReason !== undefined)
      return { path, outcome: 'quarantined', to, reason: quarantineReason };
    const isConverted = placed.some(({ text }) => text !== undefined);
    if (placed.length > 0 && !isConverted) return { path, outcome: 'copied', to };
    if (isConverted) return { path, outcome: 'converted', to };
    if (targets.has(path)) return { path, outcome: 'converted', to };
    const reason = reasons.get(path);
    if (reason === undefined) throw new Error(`${path} has no outcome`);
    return { path, outcome: 'skipped', to, reason };
  });
}

/** Files in the folder of a section that are not pages, with the reason; without sources of documents. */
function findSkippedPages({ problems }: StagedReading): Map<string, string> {
  const notes = problems.filter(({ code }) => code.endsWith('/skipped'));
  return new Map(
    notes
      .filter(({ file }) => !sourceName.test(file) && !/\.markdown$/i.test(file))
      .map(({ file, message, remedy }) => [file, `${message}. ${trimFullStop(remedy)}`]),
  );
}

/** Summarizes an import in a few lines, for a terminal and for the top of the import report. */
export function formatSummary(report: ImportReport): string[] {
  const { site, counts, pages, addresses } = report;
  const language = site.language === null ? '' : ` (${site.language})`;
  const sections = pages.filter(({ count }) => count > 0);
  const working = addresses.filter(({ outcome }) => 'to' in outcome).length;
  return [
    `Old site: ${themeNames[site.theme]}${language}, ${formatCount(counts.files, 'file')}.`,
    `- ${counts.copied} copied unchanged`,
    `- ${counts.converted} converted: their content is in new files`,
    `- ${counts.quarantined} quarantined: copied, but not published`,
    `- ${counts.skipped} skipped: not copied`,
    `Pages in the new site: ${sections.map(formatPageCount).join(', ') || 'none'}.`,
    ...(addresses.length > 0
      ? [
          `${working} of ${formatCount(addresses.length, 'old address', 'old addresses')} still ${working === 1 ? 'works' : 'work'}.`,
        ]
      : []),
    ...problemLines(report),
  ];
}

function problemLines({ problems }: ImportReport): string[] {
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors > 0) {
    return [
      `The site cannot be built yet: fix ${formatCount(errors, 'error')}, and review ${formatCount(warnings, 'warning')}.`,
    ];
  }
  return warnings > 0
    ? [`The site can be built. Review ${formatCount(warnings, 'warning')}.`]
    : ['The site can be built.'];
}

function formatPageCount({ section, count, drafts }: ImportReport['pages'][number]): string {
  const draftCount = drafts > 0 ? ` (${formatCount(drafts, 'draft')})` : '';
  return `${section} ${count}${draftCount}`;
}

export const themeNames: Record<OldTheme, string> = {
  academic: 'Hugo Academic',
  wowchemy: 'Wowchemy',
  hugoblox: 'HugoBlox',
  academicpages: 'academicpages',
  'al-folio': 'al-folio',
  quarto: 'Quarto',
};

/** Formats a number with its noun: `1 file`, `2 files`. */
export function formatCount(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
