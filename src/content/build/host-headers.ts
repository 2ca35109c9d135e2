import { existsSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';

/** Puts `_headers` beside the built site, unless the author has one in `public/`. */
export function writeHostHeaders(text: string): AstroIntegration {
  return {
    name: 'lectern-host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const file = new URL('./_headers', dir);
        if (!existsSync(file)) writeFileSync(file, text);
      },
    },
  };
}
