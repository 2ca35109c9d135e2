import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { renderInBackground, renderTextsFor } from '../loaders/deferred-texts.ts';

/** Milliseconds after the first page until the other texts are rendered: its styles and images come first. */
const PAGE_DELAY = 300;
/** Milliseconds after which they are rendered if nobody looks at a page. */
const START_DELAY = 10_000;
/** The most milliseconds for which the background waits for requests. */
const MAX_WAIT = 2000;

/**
 * In `npm start`, renders the texts of a page before it is shown, and all others after the first page, in the background.
 */
export function devTexts(): AstroIntegration {
  return {
    name: 'lectern-dev-texts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const requests = new Set<ServerResponse>();
        // Astro keeps the pages of dynamic routes, with their texts, until it hears of this event.
        const forgetPaths = () => server.environments['ssr']?.hot.send('astro:content-changed', {});
        const forgetPathsNowAndLater = () => {
          forgetPaths();
          for (const response of requests) response.once('close', forgetPaths);
        };
        const waitForRequests = async () => {
          const start = performance.now();
          while (requests.size > 0 && performance.now() - start < MAX_WAIT) await wait(20);
        };
        let isStarted = false;
        const start = () => {
          if (isStarted) return;
          isStarted = true;
          void renderInBackground(waitForRequests, forgetPathsNowAndLater).catch(console.error);
        };
        setTimeout(start, START_DELAY).unref();

        server.middlewares.use((request, response, next) => {
          const texts = renderTextsFor(request.url?.replace(/[?#].*/, '') ?? '');
          const proceed = () => {
            requests.add(response);
            response.once('close', () => {
              requests.delete(response);
              const isPage = request.headers.accept?.includes('text/html');
              if (isPage && response.statusCode === 200) setTimeout(start, PAGE_DELAY).unref();
            });
            next();
          };
          if (!texts) return proceed();
          texts.catch(console.error).finally(() => {
            forgetPathsNowAndLater();
            proceed();
          });
        });
      },
    },
  };
}
