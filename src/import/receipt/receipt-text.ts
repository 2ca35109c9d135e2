import type { Receipt } from './receipt.ts';
import { byReason, handParts, placeOf, problemLine, reasonOf } from './receipt-hand.ts';
import { summaryLines } from './receipt-summary.ts';
import { code, counted, part, prose } from './receipt-words.ts';

/** The receipt for people: `import-report.md`. Nothing in it depends on the day or the machine. */
export function formatReceipt(receipt: Receipt): string {
  const hand = handParts(receipt);
  const lines = [
    `# The move of ${prose(receipt.site.folder)}`,
    '',
    ...summaryLines(receipt).flatMap((line, index, all) =>
      line.startsWith('- ') && !all[index - 1]?.startsWith('- ')
        ? ['', line]
        : closed(line, all[index - 1]),
    ),
    '',
    'The old folder is as it was. `docs/moving.md` says what to do about each kind of line below.',
    '',
    '## What needs your hand',
    '',
    ...(hand.length > 0 ? hand : ['Nothing.', '']),
    '## Complete lists',
    '',
    ...listParts(receipt),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** A paragraph after a list stands apart from it. */
function closed(line: string, before = ''): string[] {
  return before.startsWith('- ') && !line.startsWith('- ') ? ['', line] : [line];
}

function listParts(receipt: Receipt): string[] {
  const { files, counts, settings, widgets, keys, shortcodes, addresses, problems } = receipt;
  const moved = (fate: 'copied' | 'mapped') =>
    files
      .filter((file) => file.fate === fate)
      .map(({ path, to }) => `- ${code(path)} → ${to.map(code).join(', ')}`);
  return [
    ...part(`### Files copied: ${counts.copied}`, moved('copied')),
    ...part(`### Files mapped: ${counts.mapped}`, moved('mapped')),
    ...part(`### Files kept aside: ${counts.aside}`, byReason(receipt, 'aside')),
    ...part(`### Files left: ${counts.left}`, byReason(receipt, 'left')),
    ...part(
      '### Not looked into',
      receipt.skipped.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}`),
      'The files in here are not counted.',
    ),
    ...part(
      '### Files written',
      receipt.written.map((to) => `- ${code(to)}`),
    ),
    ...part('### The configuration, key by key', settingLines(settings)),
    ...part(
      '### The old home page, part by part',
      widgets.map((widget) => {
        const off = widget.active ? '' : ' (not active)';
        return `- ${code(widget.kind)} in ${code(placeOf(widget))}${off}: ${reasonOf(widget.fate)}`;
      }),
    ),
    ...part(
      '### Keys of front matter that show nothing here',
      keys.map(({ section, key, ofOldTheme, files: places }) => {
        const known = ofOldTheme ? 'known to old themes' : 'known to nobody; see the warnings';
        return `- ${code(key)} in ${counted(places.length, 'file')} of ${section}: ${known}`;
      }),
      'They do no harm and may stay. Which files have them is in `import-report.json`.',
    ),
    ...part(
      '### What else was noticed',
      problems
        .filter(({ severity, code }) => severity === 'note' && !code.endsWith('/skipped'))
        .map(problemLine),
      'Nothing of it needs to be done.',
    ),
    ...part(
      '### Shortcodes',
      shortcodes.map(({ name, understood, uses, files: places }) => {
        const verdict = understood ? 'understood' : 'shown as written';
        return `- ${code(name)}: ${verdict}, ${counted(uses, 'time')} in ${counted(places.length, 'file')}`;
      }),
    ),
    ...part(
      '### Old addresses that are answered',
      addresses.flatMap(({ old, fate }) =>
        'to' in fate ? `- ${code(old)} → ${code(fate.to)}` : [],
      ),
    ),
  ];
}

/** Keys in use one by one; the others below the reasons they share. */
function settingLines(settings: Receipt['settings']): string[] {
  const used = settings.flatMap(({ file, key, fate }) =>
    'to' in fate ? `- ${code(file)} ${code(key)} → ${code(fate.to)}` : [],
  );
  const unused = settings.flatMap(({ file, key, fate }) =>
    'reason' in fate ? { file, key, reason: fate.reason } : [],
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
