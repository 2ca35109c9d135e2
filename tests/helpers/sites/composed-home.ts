import type { BuiltSite } from '../build/build-site.ts';
import { buildSharedSite } from '../build/shared-site.ts';
import { mergeFiles } from './merge-files.ts';
import { homeFiles } from './home.ts';
import { searchSectionFiles } from './search.ts';

/** The files of a site with a composed home page. */
export const composedHomeFiles = mergeFiles({ home: homeFiles, search: searchSectionFiles });

/** Builds that site below `/sub`, once per test run. */
export function buildComposedHomeSite(): Promise<BuiltSite> {
  return buildSharedSite('composed-home', () => ({
    files: composedHomeFiles,
    env: { BASE_PATH: '/sub' },
  }));
}
