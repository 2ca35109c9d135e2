import type { MiddlewareHandler } from 'astro';
import { lookup } from 'mrmime';
import { pruneUnusedAssets } from './layouts/prune-unused-assets.ts';
import { hasPlaceholder } from './model/page/formula-placeholder.ts';

/**
 * Typesets the formulas of every page and prunes its unused assets. Other files stay as they are;
 * `npm start` sends them with the MIME type of their extension, as a web server does with the files of
 * a build.
 */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  const type = response.headers.get('content-type') ?? 'text/plain';
  if (type.startsWith('text/html')) {
    return new Response(pruneUnusedAssets(await typesetPage(await response.text())), response);
  }
  const mimeType = lookup(url.pathname);
  if (mimeType && type.startsWith('text/plain')) response.headers.set('content-type', mimeType);
  return response;
};

/** KaTeX is loaded for the first page with a formula. */
async function typesetPage(html: string): Promise<string> {
  if (!hasPlaceholder(html)) return html;
  const { typesetFormulas } = await import('./markdown/math/typeset-page.ts');
  const start = performance.now();
  const typeset = typesetFormulas(html);
  // See recordPart in src/content/build/phases.ts.
  performance.measure('lectern: pages/math', { start });
  return typeset;
}
