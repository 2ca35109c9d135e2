import type { MiddlewareHandler } from 'astro';
import { lookup } from 'mrmime';
import { pruneUnusedAssets } from './layouts/prune-unused-assets.ts';

/**
 * Prunes unused assets from every page. Other files stay as they are; `npm start` sends them with the
 * MIME type of their extension, as a web server does with the files of a build.
 */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const response = await next();
  const type = response.headers.get('content-type') ?? 'text/plain';
  if (type.startsWith('text/html')) {
    return new Response(pruneUnusedAssets(await response.text()), response);
  }
  const mimeType = lookup(url.pathname);
  if (mimeType && type.startsWith('text/plain')) response.headers.set('content-type', mimeType);
  return response;
};
