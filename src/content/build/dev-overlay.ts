import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { subscribeToProblems, type TextProgress } from '../validate/channels.ts';
import type { Problem } from '../parse/problem.ts';
import {
  formatReport,
  formatTextProgress,
  replaceControlCharacters,
  sortProblems,
} from '../validate/format-report.ts';

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type DevServer = Parameters<ServerSetup>[0]['server'];

/** Milliseconds in which Astro reloads open pages after a change. Until then the overlay stays. */
const RELOAD_TIME = 4000;

/**
 * In `npm start`, shows the first error of the content in Astro's overlay: once, immediately if a page is open, and
 * again on the page of the file with the error. All other pages stay usable. Open pages reload when the last error
 * is fixed.
 * @param root The author's folder.
 */
export function devOverlay(root: string): AstroIntegration {
  let errors: Problem[] = [];
  let texts: TextProgress = { checked: 0, total: 0 };
  let browsers: DevServer['ws'] | undefined;
  /** Until this time every page shows the errors when it is opened. `Infinity` until they were shown once. */
  let showUntil = 0;
  subscribeToProblems((problems, progress) => {
    texts = progress;
    const hadErrors = errors.length > 0;
    errors = sortProblems(problems.filter(({ severity }) => severity === 'error'));
    const isPageOpen = browsers !== undefined && browsers.clients.size > 0;
    showUntil = isPageOpen ? Date.now() + RELOAD_TIME : Infinity;
    if (errors.length === 0 && hadErrors) browsers?.send({ type: 'full-reload', path: '*' });
    else if (errors.length > 0) browsers?.send(toOverlay(errors, texts, root));
  });
  return {
    name: 'lectern-dev-overlay',
    hooks: {
      'astro:server:setup': ({ server }) => {
        let page = '';
        server.middlewares.use(({ url = '', headers }, _response, next) => {
          if (headers.accept?.includes('text/html')) page = url;
          next();
        });
        browsers = server.ws;
        browsers.on('connection', () => {
          const pageErrors = errors.filter(({ file }) => isPageOf(file, page));
          const shown = pageErrors.length > 0 ? pageErrors : Date.now() < showUntil ? errors : [];
          showUntil = Math.min(showUntil, Date.now() + RELOAD_TIME);
          if (shown.length > 0) server.ws.send(toOverlay(shown, texts, root));
        });
      },
    },
  };
}

/** Returns whether an address is that of the talk in a file, unless the talk has a `slug`. */
function isPageOf(file: string, address: string): boolean {
  const stem = /([^/]+?)(\/index)?\.\w+$/.exec(file)?.[1] ?? '';
  return (
    file.startsWith('content/talks/') && address.includes(`/talks/${encodeURIComponent(stem)}/`)
  );
}

/** Formats an error for Astro, which escapes the texts and shows the lines around the error. */
function toOverlay(errors: readonly Problem[], texts: TextProgress, root: string) {
  const [first, ...rest] = errors;
  const { file, line, column, message, remedy, code } = first!;
  const moreErrors =
    rest.length === 1 ? ' There is one more error.' : ` There are ${errors.length} errors.`;
  const progress = texts.checked < texts.total ? ` ${formatTextProgress(texts)}` : '';
  const suffix = (rest.length > 0 ? moreErrors : '') + progress;
  const path = join(root, file);
  const place = replaceControlCharacters(`${file}:${line}:${column}`);
  const err = {
    name: code,
    title: 'A content file has an error',
    message: replaceControlCharacters(`${message}. ${remedy}`),
    hint: `${place}. The other pages still work. Reload this page to see it.${suffix}`,
    loc: { file: path, line, column },
    fullCode: existsSync(path) ? readFileSync(path, 'utf8') : '',
    stack: formatReport([...errors], { color: false }),
    plugin: 'lectern',
  };
  return { type: 'error' as const, err };
}
