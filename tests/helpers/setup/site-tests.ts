import { shareBuildProcesses, type BuiltSite } from '../build/build-site.ts';
import { buildEdgeSite } from '../build/edge-sites.ts';
import setUpRunFolder from './run-folder.ts';
import { buildSampleSite } from '../build/sample-site.ts';
import { buildComposedHomeSite } from '../sites/composed-home.ts';
import { buildPortfolioSite } from '../sites/portfolio.ts';
import { buildLaterTalksSite, buildTalksOnlySite } from '../sites/talks.ts';

/** Sites that fill the shared caches come before those that use them. */
const sites: (() => Promise<BuiltSite>)[] = [
  ...[
    () => buildSampleSite('root'),
    buildPortfolioSite,
    buildLaterTalksSite,
    () => buildEdgeSite('edges'),
  ],
  ...[
    () => buildSampleSite('sub'),
    () => buildEdgeSite('arabic-site'),
    buildTalksOnlySite,
    buildComposedHomeSite,
  ],
];

/**
 * Global setup of the site tests: during `npm test`, builds the sites that test files share, two at a
 * time. If you start Vitest by hand, perhaps for one file, each test builds the sites that it needs.
 */
export default async function setup(): Promise<() => void> {
  const isWholeSuite = process.env.LECTERN_TEST_RUN !== undefined;
  const cleanUp = setUpRunFolder();
  const queue = isWholeSuite ? [...sites] : [];
  const build = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await shareBuildProcesses(2, async () => void (await Promise.all([build(), build()])));
  return cleanUp;
}
