import type { CitedWork } from '../convert/cited-works.ts';

/**
 * Returns the Markdown for `{% cite a b %}`: names and years in parentheses, each linked to the page of the
 * publication. The key stands for a work that no bibliography has.
 * @param cited Gets the keys, for the list of references.
 * @param isWhole Whether the reference is shown instead, as by `{% reference %}`.
 */
export function formatCitation(
  keys: readonly string[],
  works: ReadonlyMap<string, CitedWork>,
  cited: string[],
  isWhole: boolean,
): string {
  cited.push(...keys);
  if (isWhole)
    return keys.map((key) => works.get(key)?.reference.replace(/\.$/, '') ?? key).join('; ');
  const parts = keys.map((key) => {
    const work = works.get(key);
    if (work === undefined) return key;
    const label = [work.names, work.year].filter(Boolean).join(', ');
    return work.href === undefined ? label : `[${label}](<${work.href}>)`;
  });
  return `(${parts.join('; ')})`;
}

/** Returns the list of the cited works, each once; empty if no bibliography has any of them. */
export function formatReferences(
  cited: readonly string[],
  works: ReadonlyMap<string, CitedWork>,
): string {
  const references = [...new Set(cited)].flatMap((key) => works.get(key)?.reference ?? []);
  return references.map((reference) => `- ${reference}`).join('\n');
}
