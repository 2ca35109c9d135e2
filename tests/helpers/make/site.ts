import { toSite, type Site } from '../../../src/model/site/site.ts';
import { siteSchema } from '../../../src/schema/site.ts';

/** Creates a site from the settings of an author, at https://example.org by default. */
export function makeSite(settings: Record<string, unknown> = {}): Site {
  return toSite(siteSchema.parse({ name: 'Ada Example', timezone: 'Europe/Vienna', ...settings }));
}
