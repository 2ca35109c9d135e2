import { removeFinalSlash } from '../../model/page/addresses.ts';
import { listHeaderRules } from './response-headers.ts';

/**
 * Returns `vercel.json`.
 * @param base The site's base path.
 * @see https://vercel.com/docs/project-configuration#headers
 */
export function toVercelJson(base: string): string {
  const root = removeFinalSlash(base);
  const headers = listHeaderRules().map((rule) => ({
    source: `${root}/${rule.path.replaceAll('*', '(.*)')}`,
    headers: Object.entries(rule.headers).map(([key, value]) => ({ key, value })),
  }));
  const text = JSON.stringify({ headers }, null, 2);
  // A single header fits on one line, except for a long one.
  const single = /\[\s+\{\s+("key": ".*"),\s+("value": ".{0,60}")\s+\}\s+\]/g;
  return `${text.replace(single, '[{ $1, $2 }]')}\n`;
}
