import { describe, isMap } from './describe.ts';
import type { Complain } from './field.ts';
import type { JsonShape } from './json-shape.ts';

/** The identifiers of a publication, in the shape in which they are written. */
export interface WithIds {
  ids: { doi?: string; arxiv?: string };
}

/** Reads `ids` of HugoBlox's own map. Its other keys are settings of that theme. */
export function readIds(value: unknown, complain: Complain): WithIds | undefined {
  if (!isMap(value)) {
    complain({
      code: 'wrong-shape',
      message: `must be a map, not ${describe(value)}`,
      remedy: 'Write ids: indented below it, and doi: or arxiv: indented below ids.',
    });
    return undefined;
  }
  const ids = isMap(value['ids']) ? value['ids'] : {};
  const [doi, arxiv] = ['doi', 'arxiv'].map((name) => textOf(ids[name]));
  return doi || arxiv ? { ids: { ...(doi && { doi }), ...(arxiv && { arxiv }) } } : undefined;
}

function textOf(id: unknown): string {
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
}

readIds.json = { type: 'object' } as JsonShape;
