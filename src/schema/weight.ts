import { quote } from './describe.ts';
import type { Complain } from './field.ts';
import { readText } from './text.ts';
import { textJson } from './json-shape.ts';

/** Reads the position in a list. As in Hugo, 0 is no position, and pages with a position come first. */
export function readWeight(value: unknown, complain: Complain): number | undefined {
  const written = readText(value, complain);
  if (written === undefined) return undefined;
  const weight = Number(written);
  if (Number.isInteger(weight)) return weight === 0 ? undefined : weight;
  complain({
    code: 'project/weight',
    severity: 'warning',
    message: `${quote(written)} is not a whole number, so it is ignored`,
    remedy: 'Write a number such as 10. The page with the lowest number comes first.',
  });
  return undefined;
}

readWeight.json = textJson;
