import { findOwn } from '../../schema/own-value.ts';
import { toIssued, toStatusOfYear } from './bib-date.ts';

const publicationStates: Record<string, string> = {
  inpreparation: 'in preparation',
  inpress: 'in press',
  prepublished: 'pre-published',
};
const statusPattern =
  /^(?:to appear|in press|forthcoming|accepted|submitted|under review|in preparation)\b.{0,60}$/i;
/** What programs write into `note` and its page shows elsewhere, or what is only for them. */
const programNote =
  /^(?:(?:Publisher|_eprint|Number|Primary_atype|ISSN|ISBN|DOI|PMID|PMCID|Section|tex\..*|Conference Name): ?.*|arXiv:\s*\S+(?:\s*\\?\[[\w.-]+\\?\])?(?:\s+version: .*)?|cited by:? ?\d+.*)$/i;

/** Returns the state of an entry that is not yet published, and other remarks, both as Markdown. */
export function toRemarks(fields: Readonly<Partial<Record<string, string>>>): {
  status?: string;
  note?: string;
} {
  const { pubstate, note, award, addendum, howpublished } = fields;
  const state = pubstate && (findOwn(publicationStates, pubstate.toLowerCase()) ?? pubstate);
  const howText = findAddress(howpublished) === undefined ? howpublished : undefined;
  const notes = [award, note, addendum, howText]
    .flatMap((text) => text ?? [])
    .filter((text) => !programNote.test(text));
  const yearStatus = toStatusOfYear(fields['year'] ?? '');
  const status =
    state ??
    (yearStatus !== undefined && (statusPattern.test(yearStatus) || !toIssued(fields))
      ? yearStatus
      : undefined) ??
    notes.find((text) => statusPattern.test(text));
  const remarks = notes.filter(
    (text, i) =>
      !(status !== undefined && statusPattern.test(text)) &&
      !notes.some((other, n) => n !== i && includesText(other, text) && (n < i || other !== text)),
  );
  return {
    ...(status !== undefined && { status }),
    ...(remarks.length > 0 && { note: remarks.join('; ') }),
  };
}

/** Returns the address of a text that is only a link in Markdown. */
export function findAddress(howpublished = ''): string | undefined {
  return /^\[[^\]]*\]\(([^\s()]+)\)$/.exec(howpublished)?.[1];
}

/** Returns whether one text says what another does: `Best paper award` says `best paper`. */
function includesText(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
