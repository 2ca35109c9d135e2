import type { Receipt } from './receipt.ts';
import { code, counted, part, prose } from './receipt-words.ts';
import { withoutFullStop } from '../plan/plan.ts';

/** Returns what the author has to do, the most urgent first. */
export function handParts(receipt: Receipt): string[] {
  const { problems, addresses } = receipt;
  const widgets = receipt.widgets.filter(({ active, fate }) => active && 'reason' in fate);
  const unknown = receipt.shortcodes.filter(({ understood }) => !understood);
  const settings = receipt.settings.filter(({ fate }) => 'reason' in fate);
  return [
    ...part(
      '### Errors',
      problems.filter(({ severity }) => severity === 'error').map(problemLine),
      'Fix these before you build the site.',
    ),
    ...part(
      '### Files that could not be read',
      receipt.refused.map(({ path, reason }) => `- ${code(path)}: ${prose(reason)}.`),
      'They are not in the new site. Copy them yourself if you need them.',
    ),
    ...part(
      '### Lines of the configuration that were not read',
      receipt.passedOver.map(
        ({ file, line, text }) => `- ${code(`${file}:${line}`)}: ${code(text.trim())}`,
      ),
      'They are not valid YAML, so the import ignored them. If one sets something that you need, add it to `content/site.yaml`.',
    ),
    ...part(
      '### Quarantined files',
      byReason(receipt, 'aside'),
      'Copied, but not published. Take what you need from them, and delete the rest.',
    ),
    ...part(
      '### Documents that were not rendered',
      receipt.unrendered.map(({ from, to }) => `- ${code(from)} → ${code(to)}`),
      'The old folder has only their source, so the pages show the code but not its output. Knit or render each one to the file on the right.',
    ),
    ...part(
      '### Warnings',
      problems.filter(({ severity }) => severity === 'warning').map(problemLine),
      'The site can be built, but part of a page is missing or not as intended. `npm run check` prints each warning with its source line.',
    ),
    ...part(
      '### Broken links',
      receipt.danglingLinks.map(({ file, link }) => `- ${code(file)}: ${code(link)}`),
      'The new site has no page, file or redirect at these addresses. Correct or remove the links.',
    ),
    ...part(
      '### Unsupported shortcodes',
      unknown.map(({ name, files: places }) => `- ${code(name)} in ${places.map(code).join(', ')}`),
      'They are shown as plain text. Rewrite them in Markdown.',
    ),
    ...part(
      '### Parts of the old home page that were not imported',
      widgets.map(
        (widget) => `- ${code(widget.kind)} (${code(placeOf(widget))}): ${reasonOf(widget.fate)}`,
      ),
    ),
    ...part(
      '### Old addresses that no longer work',
      unanswered(addresses),
      'If one of them matters, add a redirect to `content/redirects.yaml`.',
    ),
    ...(settings.length > 0
      ? [
          `${counted(settings.length, 'configuration key')} ${settings.length === 1 ? 'is' : 'are'} not used. You can ignore this, or see "Key usage in the configuration" below.`,
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
    ([reason, those]) =>
      `- ${prose(withoutFullStop(reason))}: ${those.map(({ old }) => code(old)).join(', ')}`,
  );
}

export function placeOf({ file, section }: { file: string; section?: number }): string {
  return section === undefined ? file : `${file}, section ${section}`;
}

export function reasonOf(fate: { to: string } | { reason: string }): string {
  return 'to' in fate ? code(fate.to) : prose(fate.reason);
}

/** Returns the files of one fate, grouped by reason. */
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
  return `- ${code(`${file}:${line}:${column}`)}: ${prose(message)}. ${prose(remedy)}`;
}
