import type { OldTheme } from '../old-site/old-site.ts';
import type { ImportReport } from './report.ts';

/** Summarizes an import in a few lines, for a terminal and for the top of the import report. */
export function summaryLines(report: ImportReport): string[] {
  const { site, counts, pages, addresses } = report;
  const language = site.language === null ? '' : ` (${site.language})`;
  const found = pages.filter(({ count }) => count > 0);
  const answered = addresses.filter(({ outcome }) => 'to' in outcome).length;
  return [
    `Old site: ${themeNames[site.theme]}${language}, ${formatCount(counts.files, 'file')}.`,
    `- ${counts.copied} copied unchanged`,
    `- ${counts.converted} converted: their content is in new files`,
    `- ${counts.quarantined} quarantined: copied, but not published`,
    `- ${counts.skipped} skipped: not copied`,
    `Pages in the new site: ${found.map(formatPageCount).join(', ') || 'none'}.`,
    ...(addresses.length > 0
      ? [
          `${answered} of ${formatCount(addresses.length, 'old address', 'old addresses')} still ${answered === 1 ? 'works' : 'work'}.`,
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
  const ofThem = drafts > 0 ? ` (${formatCount(drafts, 'draft')})` : '';
  return `${section} ${count}${ofThem}`;
}

export const themeNames: Record<OldTheme, string> = {
  academic: 'Hugo Academic',
  wowchemy: 'Wowchemy',
  hugoblox: 'HugoBlox',
  academicpages: 'academicpages',
};

/** Formats a number with its noun: `1 file`, `2 files`. */
export function formatCount(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
