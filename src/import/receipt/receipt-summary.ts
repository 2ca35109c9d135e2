import type { Receipt } from './receipt.ts';
import { counted, themeNames } from './receipt-words.ts';

/** What an import did in a few lines, for a terminal and for the head of the receipt. */
export function summaryLines(receipt: Receipt): string[] {
  const { site, counts, pages, addresses } = receipt;
  const language = site.language === null ? '' : `, in ${site.language}`;
  const found = pages.filter(({ count }) => count > 0);
  const answered = addresses.filter(({ fate }) => 'to' in fate).length;
  return [
    `The old site is one of ${themeNames[site.theme]}${language}: ${counted(counts.files, 'file')}.`,
    `- ${counts.copied} copied, byte for byte`,
    `- ${counts.mapped} mapped: what they say stands in files that are written`,
    `- ${counts.aside} kept aside: copied, and on no page`,
    `- ${counts.left} left in the old folder, each with its reason`,
    `The new site has ${found.map(countedPages).join(', ') || 'no pages yet'}.`,
    ...(addresses.length > 0
      ? [
          `Of ${counted(addresses.length, 'old address', 'old addresses')} ${answered} are answered.`,
        ]
      : []),
    ...problemLines(receipt),
  ];
}

function problemLines({ problems }: Receipt): string[] {
  const count = (severity: string) => problems.filter((one) => one.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (errors > 0) {
    return [
      `${counted(errors, 'error')} must be mended before the site can be built, and ${counted(warnings, 'warning')} should be looked at.`,
    ];
  }
  return warnings > 0
    ? [`It can be built; ${counted(warnings, 'warning')} should be looked at.`]
    : ['It can be built.'];
}

function countedPages({ section, count, drafts }: Receipt['pages'][number]): string {
  const ofThem = drafts > 0 ? ` (${drafts} of them kept as drafts)` : '';
  return `${section}: ${count}${ofThem}`;
}
