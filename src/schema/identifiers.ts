import { describe, isMap } from './describe.ts';
import type { Complain } from './field.ts';
import type { JsonShape } from './json-shape.ts';

/** What a publication is known by elsewhere, in the shape in which it is written. */
export interface WithIds {
  ids: { doi?: string; arxiv?: string };
}

/** Reads `ids` of HugoBlox's map of its own settings, of which nothing else is about the publication. */
export function readIds(value: unknown, complain: Complain): WithIds | undefined {
  if (!isMap(value)) {
    complain({
      code: 'wrong-shape',
      message: `holds ${describe(value)} where a map belongs`,
      remedy: 'Write ids: below it, and doi: or arxiv: below that.',
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
