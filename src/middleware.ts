import type { MiddlewareHandler } from 'astro';
import { toLeanPage } from './layouts/lean-page.ts';

/** Every page, as it is written at build. Feeds and pictures pass untouched. */
export const onRequest: MiddlewareHandler = async (_, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(toLeanPage(await response.text()), response);
};
