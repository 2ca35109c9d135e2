import type { Problem } from './problem.ts';

/** So many files are named; the rest are counted. */
const NAMED = 5;

/** One entry for all notes that say the same, in the order in which they first come up. */
export function formatNotes(problems: readonly Problem[]): { said: string; code: string }[] {
  const groups = Map.groupBy(
    problems.filter(({ severity }) => severity === 'note'),
    ({ code, message, remedy }) => JSON.stringify([code, message, remedy]),
  );
  return [...groups.values()].map((group) => {
    const { code, message, remedy } = group[0]!;
    const files = [...new Set(group.map(({ file }) => file))];
    const rest = files.length - NAMED;
    const named = files.slice(0, NAMED).join(', ');
    const more = rest > 0 ? ` and ${rest} more` : '';
    return { said: `note ${message}. ${remedy} (${named}${more})`, code };
  });
}
