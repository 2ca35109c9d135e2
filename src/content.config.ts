import { createRequire } from 'node:module';
import type { collections as loaded } from './content/collections.ts';

/**
 * Loads with Node. Astro loads this file with Vite, which would compile a hundred modules that
 * astro.config.mjs has already loaded with Node.
 */
const load = createRequire(import.meta.url);

export const { collections } = load('./content/collections.ts') as { collections: typeof loaded };
