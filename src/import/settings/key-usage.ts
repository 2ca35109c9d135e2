import { isMap } from '../../schema/describe.ts';
import { isEmpty } from '../../schema/field.ts';
import { leafValues, type OldValue } from '../old-site/old-values.ts';
import type { SettingOutcome, Outcome } from '../plan/plan.ts';

/** Records how old values are used. The most specific entry for a value counts. */
export interface KeyUsage {
  /** Adds a value whose keys all need an entry. */
  add(old: OldValue): void;
  /** Records where a value is used, with everything in it. A value can be used in several places. */
  markUsed(old: OldValue | undefined, to: string): void;
  /** Records why a value is not used. `use` takes precedence. */
  markUnused(old: OldValue | undefined, reason: string): void;
  /** Returns one entry for each value that was added, in that order. */
  outcomes(reasonFor: (leaf: OldValue) => string): SettingOutcome[];
}

interface Usage {
  to: string[];
  reason?: string;
}

export function createKeyUsage(): KeyUsage {
  const added: OldValue[] = [];
  const marks = new Map<string, Usage>();
  const markOf = ({ file, key }: OldValue): Usage => {
    const place = usageKey(file, key);
    const mark = marks.get(place) ?? { to: [] };
    marks.set(place, mark);
    return mark;
  };
  return {
    add: (old) => void added.push(old),
    markUsed(old, to) {
      if (old && !markOf(old).to.includes(to)) markOf(old).to.push(to);
    },
    markUnused(old, reason) {
      if (old) markOf(old).reason ??= reason;
    },
    outcomes: (reasonFor) =>
      added
        .flatMap((old) => leafValues(old))
        .filter(({ key }) => key !== '')
        .map((leaf) => ({
          file: leaf.file,
          key: leaf.key,
          outcome: outcomeOf(leaf, marks, reasonFor),
        })),
  };
}

function outcomeOf(
  leaf: OldValue,
  marks: ReadonlyMap<string, Usage>,
  reasonFor: (leaf: OldValue) => string,
): Outcome {
  const inItems = Array.isArray(leaf.value) ? placesBelow(leaf, marks) : [];
  if (inItems.length > 0) return { to: [...new Set(inItems)].join(', ') };
  const names = leaf.key.split('.');
  const places: string[] = [];
  for (let length = names.length; length >= 0; length -= 1) {
    const mark = marks.get(usageKey(leaf.file, names.slice(0, length).join('.')));
    if (!mark) continue;
    if (length < names.length && isEmptyValue(leaf.value)) break;
    places.push(...mark.to);
    if (places.length === 0 && mark.reason !== undefined) return { reason: mark.reason };
  }
  if (places.length > 0) return { to: [...new Set(places)].join(', ') };
  return { reason: isEmptyValue(leaf.value) ? 'Empty.' : reasonFor(leaf) };
}

/** Returns where the items of a list of texts are used. */
function placesBelow({ file, key, value }: OldValue, marks: ReadonlyMap<string, Usage>): string[] {
  return Object.keys(value as unknown[]).flatMap(
    (i) => marks.get(usageKey(file, `${key}.${i}`))?.to ?? [],
  );
}

function isEmptyValue(value: unknown): boolean {
  return isEmpty(value) || (isMap(value) && Object.keys(value).length === 0);
}

function usageKey(file: string, key: string): string {
  return `${file}\n${key}`;
}
