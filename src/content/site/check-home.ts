import { isMap, quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import { readFileName } from '../../schema/home-values.ts';
import { suggest } from '../../schema/suggest.ts';

/**
 * A warning for each text of the home page that there is no file of.
 * @param home As it is written in `site.yaml`.
 * @param names The files there are.
 */
export function checkHomeTexts(home: unknown, names: readonly string[]): Finding[] {
  const parts: unknown[] = Array.isArray(home) ? home : [home];
  return parts.flatMap((part, index): Finding[] => {
    const name = isMap(part) ? readFileName(part['text']) : undefined;
    if (name === undefined || names.includes(name)) return [];
    const near = suggest(name, names);
    return [
      {
        path: ['home', ...(Array.isArray(home) ? [index] : []), 'text'],
        severity: 'warning',
        code: 'site/missing-text',
        message: `there is no content/home/${name}.md for home to show`,
        remedy: near ? `Did you mean ${near}?` : `Write that file, or take ${quote(name)} out.`,
      },
    ];
  });
}
