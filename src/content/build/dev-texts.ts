import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { afterFirstPage, announceFirstPage, awaitFirstPage } from '../validate/first-page.ts';
import { renderInBackground, renderTextsFor } from '../loaders/deferred-texts.ts';

/** Milliseconds after the first page until the other texts are rendered: its styles and images come first. */
const PAGE_DELAY = 300;
/** Milliseconds after the start in which a page may be requested. After that, nobody waits for one. */
const START_DELAY = 2000;
/** The most milliseconds for which the background waits for requests. */
const MAX_WAIT = 2000;

/**
 * In `npm start`, renders the texts of a page before it is shown, and all others after the first page, in the background.
 */
export function devTexts(): AstroIntegration {
  const requests = new Set<ServerResponse>();
  let isStarted = false;
  const start = () => {
    if (isStarted) return;
    isStarted = true;
    announceFirstPage();
  };
  const startIfIdle = () => {
    if (requests.size === 0) start();
    else startLater();
  };
  const startLater = () => void setTimeout(startIfIdle, START_DELAY).unref();
  return {
    name: 'lectern-dev-texts',
    hooks: {
      'astro:server:setup': ({ server }) => {
        // Astro keeps the pages of dynamic routes, with their texts, until it receives this event.
        const forgetPaths = () => server.environments['ssr']?.hot.send('astro:content-changed', {});
        const forgetPathsNowAndLater = () => {
          forgetPaths();
          for (const response of requests) response.once('close', forgetPaths);
        };
        const waitForRequests = async () => {
          const start = performance.now();
          while (requests.size > 0 && performance.now() - start < MAX_WAIT) await wait(20);
        };
        isStarted = false;
        awaitFirstPage();
        afterFirstPage(
          () =>
            void renderInBackground(waitForRequests, forgetPathsNowAndLater).catch(console.error),
        );

        server.middlewares.use((request, response, next) => {
          requests.add(response);
          response.once('close', () => {
            requests.delete(response);
            const isPage = request.headers.accept?.includes('text/html');
            if (isPage && response.statusCode === 200) setTimeout(start, PAGE_DELAY).unref();
          });
          const texts = renderTextsFor(request.url?.replace(/[?#].*/, '') ?? '');
          if (!texts) return next();
          texts.catch(console.error).finally(() => {
            forgetPathsNowAndLater();
            next();
          });
        });
      },
      'astro:server:start': startLater,
    },
  };
}
