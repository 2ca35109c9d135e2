import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { onProblems } from './problem-channel.ts';
import type { Problem } from './problem.ts';
import { plain, sortProblems } from './report.ts';

type ServerSetup = NonNullable<AstroIntegration['hooks']['astro:server:setup']>;
type DevServer = Parameters<ServerSetup>[0]['server'];

/**
 * In `npm start`: the first error of the content in Astro's overlay, on each page as it is opened
 * and at once where one is open. Pages come back by themselves when the last error is mended.
 * `root` is the author's folder.
 */
export function devOverlay(root: string): AstroIntegration {
  let errors: Problem[] = [];
  let browsers: DevServer['ws'] | undefined;
  onProblems((problems) => {
    const mended = errors.length > 0;
    errors = sortProblems(problems.filter(({ severity }) => severity === 'error'));
    if (errors.length > 0) browsers?.send(toOverlay(errors, root));
    else if (mended) browsers?.send({ type: 'full-reload', path: '*' });
  });
  return {
    name: 'lectern-dev-overlay',
    hooks: {
      'astro:server:setup': ({ server }) => {
        browsers = server.ws;
        browsers.on('connection', () => {
          if (errors.length > 0) server.ws.send(toOverlay(errors, root));
        });
      },
    },
  };
}

/** An error as Astro takes it, which escapes the texts and shows the file around the line. */
function toOverlay([first, ...rest]: readonly Problem[], root: string) {
  const { file, line, column, message, remedy, code, source = '' } = first!;
  const others = rest.length === 1 ? 'There is another error' : `There are ${rest.length} more errors`;
  const more = rest.length > 0 ? ` ${others}; the terminal has them all.` : '';
  const place = `${file}:${line}:${column}`;
  const err = {
    name: code,
    title: 'Something in the content is to be mended',
    message: plain(`${message}. ${remedy}`),
    hint: `${plain(place)}. The rest of the site goes on; Esc closes this notice.${more}`,
    loc: { file: join(root, file), line, column },
    frame: plain(source),
    stack: plain(`${place} ${message}. ${remedy}`),
    plugin: 'lectern',
  };
  return { type: 'error' as const, err };
}
