import { toSite, type Site } from '../../src/model/site/site.ts';
import { siteSchema } from '../../src/schema/site.ts';

/** A site from settings as an author writes them, at https://example.org unless told. */
export function makeSite(settings: Record<string, unknown> = {}): Site {
  return toSite(siteSchema.parse({ name: 'Ada Example', timezone: 'Europe/Vienna', ...settings }));
}
