import { isMap, quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import { readFileName } from '../../schema/home.ts';
import { suggest } from '../../schema/suggest.ts';

/**
 * Returns a warning for each text that `home` lists and that does not exist.
 * @param home The value in `site.yaml`, as written.
 * @param names The names of the existing texts.
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
        message: `home lists a text, but there is no content/home/${name}.md, so it is left out`,
        remedy: near
          ? `Did you mean ${near}?`
          : `Create that file, or delete ${quote(name)} from home.`,
      },
    ];
  });
}
