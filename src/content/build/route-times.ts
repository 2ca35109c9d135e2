import type { MiddlewareHandler } from 'astro';
import { recordPart, type PhasePart } from './phases.ts';

/** Records how long each page or other file of a build takes. */
export const onRequest: MiddlewareHandler = async ({ url }, next) => {
  const start = performance.now();
  const response = await next();
  recordPart(toPart(url.pathname, response.headers), start);
  return response;
};

function toPart(path: string, headers: Headers): PhasePart {
  if (headers.get('content-type')?.startsWith('text/html')) return 'pages/html';
  if (path.includes('/pagefind/')) return 'pages/search';
  return path.endsWith('.png') ? 'pages/share images' : 'pages/feeds';
}
