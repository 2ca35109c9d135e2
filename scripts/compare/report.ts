import { groups, type Difference } from './compare-files.ts';

const titles: Record<Difference['group'], string> = {
  'only before': 'Only in the first build',
  'only after': 'Only in the second build',
  pages: 'Pages',
  texts: 'Feeds, calendars, style sheets, scripts and other texts',
  search: 'Search records',
  bytes: 'Other bytes',
};

/** The maximum number of printed characters of a changed text. */
const maxLength = 160;

/** Prints differences by their group; the same change in many places is one line with a count. */
export function printReport(differences: readonly Difference[]): string {
  const blocks = groups.flatMap((group) => {
    const kinds = groupByKind(differences.filter((difference) => difference.group === group));
    return kinds.length > 0 ? [`${titles[group]} (${kinds.length})\n${kinds.join('\n')}`] : [];
  });
  return blocks.length > 0 ? blocks.join('\n\n') : 'No differences.';
}

function groupByKind(differences: Difference[]): string[] {
  const kinds = new Map<string, Difference[]>();
  for (const difference of differences) {
    const { label, before, after } = difference;
    const key = JSON.stringify([label, before, after]);
    kinds.set(key, [...(kinds.get(key) ?? []), difference]);
  }
  return [...kinds.values()].sort((a, b) => b.length - a.length).map(printKind);
}

function printKind(same: Difference[]): string {
  const [{ label, place, file, before, after } = same[0]!] = same;
  if (place === '') return `  ${file}`;
  const times = same.length > 1 ? `${same.length} times, first ` : '';
  return `  ${label}: ${quote(before)} → ${quote(after)}\n    ${times}in ${file}, ${place}`;
}

function quote(text: string): string {
  if (text === '') return 'nothing';
  return JSON.stringify(text.length > maxLength ? `${text.slice(0, maxLength)}…` : text);
}
