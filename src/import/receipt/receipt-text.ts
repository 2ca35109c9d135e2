import type { Receipt } from './receipt.ts';
import { byReason, handParts, placeOf, problemLine, reasonOf } from './receipt-hand.ts';
import { summaryLines } from './receipt-summary.ts';
import { code, counted, part, prose } from './receipt-words.ts';

/** Returns the text of `import-report.md`. It does not depend on the date or the machine. */
export function formatReceipt(receipt: Receipt): string {
  const hand = handParts(receipt);
  const lines = [
    `# Import of ${prose(receipt.site.folder)}`,
    '',
    ...summaryLines(receipt).flatMap((line, index, all) =>
      line.startsWith('- ') && !all[index - 1]?.startsWith('- ')
        ? ['', line]
        : closed(line, all[index - 1]),
    ),
    '',
    'The old folder was not changed. `docs/moving.md` explains each section below.',
    '',
    '## What to do',
    '',
    ...(hand.length > 0 ? hand : ['Nothing to do.', '']),
    '## Complete lists',
    '',
    ...listParts(receipt),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Adds an empty line between a list and the paragraph after it. */
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
    ...part(`### Files converted: ${counts.mapped}`, moved('mapped')),
    ...part(`### Files quarantined: ${counts.aside}`, byReason(receipt, 'aside')),
    ...part(`### Files skipped: ${counts.left}`, byReason(receipt, 'left')),
    ...part(
      '### Folders not read',
      receipt.skipped.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}`),
      'The files in them are not counted.',
    ),
    ...part(
      '### Files written',
      receipt.written.map((to) => `- ${code(to)}`),
    ),
    ...part('### Key usage in the configuration', settingLines(settings)),
    ...part(
      '### Parts of the old home page',
      widgets.map((widget) => {
        const off = widget.active ? '' : ' (inactive)';
        return `- ${widget.kind === '' ? 'no widget' : code(widget.kind)} in ${code(placeOf(widget))}${off}: ${reasonOf(widget.fate)}`;
      }),
    ),
    ...part(
      '### Unused front matter keys',
      keys.map(({ section, key, ofOldTheme, files: places }) => {
        const known = ofOldTheme ? 'used by old themes' : 'unknown, see the warnings';
        return `- ${code(key)} in ${counted(places.length, 'file')} of ${section}: ${known}`;
      }),
      'They are harmless and can stay. `import-report.json` lists the files that have them.',
    ),
    ...part(
      '### Notes',
      problems
        .filter(({ severity, code }) => severity === 'note' && !code.endsWith('/skipped'))
        .map(problemLine),
      'No action is needed.',
    ),
    ...part(
      '### Shortcodes',
      shortcodes.map(({ name, understood, uses, files: places }) => {
        const verdict = understood ? 'supported' : 'shown as plain text';
        return `- ${code(name)}: ${verdict}, ${counted(uses, 'use')} in ${counted(places.length, 'file')}`;
      }),
    ),
    ...part(
      '### Old addresses that still work',
      addresses.flatMap(({ old, fate }) =>
        'to' in fate ? `- ${code(old)} → ${code(fate.to)}` : [],
      ),
    ),
  ];
}

/** Lists the keys in use one by one, and the others grouped by reason. */
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
