import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { onProblems } from '../validate/channels.ts';
import type { Problem } from '../parse/problem.ts';
import { formatReport, plain, sortProblems } from '../validate/format-report.ts';

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type DevServer = Parameters<ServerSetup>[0]['server'];

/** Astro reloads open pages when content has changed; the overlay stays this long, in milliseconds. */
const SETTLING = 4000;

/**
 * In `npm start`, shows the first error of the content in Astro's overlay: once, immediately if a page
 * is open, and again on the page of the broken file. All other pages stay usable. Open pages reload when
 * the last error is fixed. `root` is the author's folder.
 */
export function devOverlay(root: string): AstroIntegration {
  let errors: Problem[] = [];
  let browsers: DevServer['ws'] | undefined;
  /** Until then every page shows the errors when it is opened; `Infinity` until they were shown once. */
  let newUntil = 0;
  onProblems((problems) => {
    const mended = errors.length > 0;
    errors = sortProblems(problems.filter(({ severity }) => severity === 'error'));
    const seen = browsers !== undefined && browsers.clients.size > 0;
    newUntil = seen ? Date.now() + SETTLING : Infinity;
    if (errors.length === 0 && mended) browsers?.send({ type: 'full-reload', path: '*' });
    else if (errors.length > 0) browsers?.send(toOverlay(errors, root));
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
          const here = errors.filter(({ file }) => isPageOf(file, page));
          const told = here.length > 0 ? here : Date.now() < newUntil ? errors : [];
          newUntil = Math.min(newUntil, Date.now() + SETTLING);
          if (told.length > 0) server.ws.send(toOverlay(told, root));
        });
      },
    },
  };
}

/** Whether an address is that of the talk in a file, unless the talk has a `slug` of its own. */
function isPageOf(file: string, address: string): boolean {
  const stem = /([^/]+?)(\/index)?\.\w+$/.exec(file)?.[1] ?? '';
  return (
    file.startsWith('content/talks/') && address.includes(`/talks/${encodeURIComponent(stem)}/`)
  );
}

/** Formats an error for Astro, which escapes the texts and shows the lines around the error. */
function toOverlay(errors: readonly Problem[], root: string) {
  const [first, ...rest] = errors;
  const { file, line, column, message, remedy, code } = first!;
  const more =
    rest.length === 1 ? ' There is one more error.' : ` There are ${errors.length} errors.`;
  const others = rest.length > 0 ? more : '';
  const path = join(root, file);
  const place = plain(`${file}:${line}:${column}`);
  const err = {
    name: code,
    title: 'A content file has an error',
    message: plain(`${message}. ${remedy}`),
    hint: `${place}. The other pages still work. Reload this page to see it.${others}`,
    loc: { file: path, line, column },
    fullCode: existsSync(path) ? readFileSync(path, 'utf8') : '',
    stack: formatReport([...errors], { color: false }),
    plugin: 'lectern',
  };
  return { type: 'error' as const, err };
}
