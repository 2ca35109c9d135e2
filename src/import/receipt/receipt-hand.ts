import type { Receipt } from './receipt.ts';
import { code, counted, part, prose } from './receipt-words.ts';

/** What somebody should look at, the most urgent first; each part says what to do about it. */
export function handParts(receipt: Receipt): string[] {
  const { problems, addresses } = receipt;
  const widgets = receipt.widgets.filter(({ active, fate }) => active && 'reason' in fate);
  const unknown = receipt.shortcodes.filter(({ understood }) => !understood);
  const settings = receipt.settings.filter(({ fate }) => 'reason' in fate);
  return [
    ...part(
      '### Errors',
      problems.filter(({ severity }) => severity === 'error').map(problemLine),
      'The site is not built before these are mended.',
    ),
    ...part(
      '### Files that were not read',
      receipt.refused.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}.`),
      'They are not in the new site.',
    ),
    ...part(
      '### Lines of the configuration that were not read',
      receipt.passedOver.map(
        ({ file, line, text }) => `- ${code(`${file}:${line}`)}: ${code(text.trim())}`,
      ),
      'They spoil the file. What they were to say is yours to add.',
    ),
    ...part(
      '### Kept aside',
      byReason(receipt, 'aside'),
      'Copied, and on no page. Use what you want of them, and delete the rest.',
    ),
    ...part(
      '### Documents that nobody rendered',
      receipt.unrendered.map(({ from, to }) => `- ${code(from)} → ${code(to)}`),
      'The old folder has their source alone, so the page shows that: code, and not what comes out of it. Knit or render them to the file on the right.',
    ),
    ...part(
      '### Missing files, unknown names and other warnings',
      problems.filter(({ severity }) => severity === 'warning').map(problemLine),
      'The site is built with them. `npm run check` shows them with the lines they are about.',
    ),
    ...part(
      '### Links that lead nowhere',
      receipt.danglingLinks.map(({ file, link }) => `- ${code(file)}: ${code(link)}`),
      'The old site may have answered them, the new one does not.',
    ),
    ...part(
      '### Shortcodes that are not understood',
      unknown.map(({ name, files: places }) => `- ${code(name)} in ${places.map(code).join(', ')}`),
      'They are shown as they are written.',
    ),
    ...part(
      '### Parts of the old home page without a place',
      widgets.map(
        (widget) => `- ${code(widget.kind)} (${code(placeOf(widget))}): ${reasonOf(widget.fate)}`,
      ),
    ),
    ...part('### Old addresses that lead nowhere', unanswered(addresses)),
    ...(settings.length > 0
      ? [
          `Of the configuration ${counted(settings.length, 'key')} ${settings.length === 1 ? 'has' : 'have'} no meaning here; the list is below.`,
          '',
        ]
      : []),
  ];
}

function unanswered(addresses: Receipt['addresses']): string[] {
  const found = addresses.flatMap(({ old, fate }) =>
    'reason' in fate ? { old, reason: fate.reason } : [],
  );
  return [...Map.groupBy(found, ({ reason }) => reason)].map(
    ([reason, those]) => `- ${prose(reason)} ${those.map(({ old }) => code(old)).join(', ')}`,
  );
}

export function placeOf({ file, section }: { file: string; section?: number }): string {
  return section === undefined ? file : `${file}, section ${section}`;
}

export function reasonOf(fate: { to: string } | { reason: string }): string {
  return 'to' in fate ? code(fate.to) : prose(fate.reason);
}

/** Files of one fate below the reasons they share. */
export function byReason({ files }: Receipt, fate: 'aside' | 'left'): string[] {
  const groups = Map.groupBy(
    files.filter((file) => file.fate === fate),
    ({ reason = '' }) => reason,
  );
  return [...groups].flatMap(([reason, found]) => [
    `- ${prose(reason)}:`,
    ...found.map(
      ({ path, to }) => `  - ${code(path)}${to.length > 0 ? ` → ${to.map(code).join(', ')}` : ''}`,
    ),
  ]);
}

export function problemLine({
  file,
  line,
  column,
  message,
  remedy,
}: Receipt['problems'][number]): string {
  return `- ${code(`${file}:${line}:${column}`)} ${prose(message)}. ${prose(remedy)}`;
}
