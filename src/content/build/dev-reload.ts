import type { ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { subscribeToContentChanges } from '../validate/channels.ts';

/** Reloads open pages of `npm start` when the content has changed. */
export function devReload(): AstroIntegration {
  return {
    name: 'lectern-dev-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const requests = new Set<ServerResponse>();
        server.middlewares.use((_request, response, next) => {
          requests.add(response);
          response.once('close', () => requests.delete(response));
          next();
        });
        // Astro keeps the paths of dynamic routes until it hears of this event.
        const forgetPaths = () => server.environments['ssr']?.hot.send('astro:content-changed', {});
        subscribeToContentChanges(() => {
          forgetPaths();
          // A request that began before the change keeps the paths that it has found.
          for (const response of requests) response.once('close', forgetPaths);
          server.ws.send({ type: 'full-reload', path: '*' });
        });
      },
    },
  };
}
