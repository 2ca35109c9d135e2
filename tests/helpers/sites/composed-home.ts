import type { BuiltSite } from '../build-site.ts';
import { keptSite } from '../kept-site.ts';
import { mergeFiles } from '../merge-files.ts';
import { homeFiles } from './home.ts';
import { searchSectionFiles } from './search.ts';

/** A site below `/sub` whose author composed the home page, built once a test run. */
export function composedHomeSite(): Promise<BuiltSite> {
  const files = mergeFiles({ home: homeFiles, search: searchSectionFiles });
  return keptSite('composed-home', () => ({ files, env: { BASE_PATH: '/sub' } }));
}
