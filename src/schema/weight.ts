import { quote } from './describe.ts';
import type { Complain } from './field.ts';
import { readText } from './text.ts';
import { textJson } from './json-shape.ts';

/** Reads a place in a list. In Hugo's lists 0 is no place, and what has one stands first. */
export function readWeight(value: unknown, complain: Complain): number | undefined {
  const written = readText(value, complain);
  if (written === undefined) return undefined;
  const weight = Number(written);
  if (Number.isInteger(weight)) return weight === 0 ? undefined : weight;
  complain({
    code: 'project/weight',
    severity: 'warning',
    message: `${quote(written)} is not a whole number`,
    remedy: 'Write a number such as 10; the page with the least stands first.',
  });
  return undefined;
}

readWeight.json = textJson;
