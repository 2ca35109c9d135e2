import type { BuiltSite } from '../build/build-site.ts';
import { buildSharedSite } from '../build/shared-site.ts';
import { mergeFiles } from './merge-files.ts';
import { homeFiles } from './home.ts';
import { searchSectionFiles } from './search.ts';

/** Builds a site below `/sub` with a composed home page, once per test run. */
export function buildComposedHomeSite(): Promise<BuiltSite> {
  const files = mergeFiles({ home: homeFiles, search: searchSectionFiles });
  return buildSharedSite('composed-home', () => ({ files, env: { BASE_PATH: '/sub' } }));
}
