import type { BuiltSite } from './build-site.ts';
import { edgeSite } from './edge-sites.ts';
import setUpRunFolder from './run-folder-setup.ts';
import { sampleSite } from './sample-site.ts';
import { composedHomeSite } from './sites/composed-home.ts';
import { portfolioSite } from './sites/portfolio.ts';
import { laterTalksSite, talksAloneSite } from './sites/talks.ts';

/** In an order in which those with much to cache end before those that find it. */
const sites: (() => Promise<BuiltSite>)[] = [
  ...[() => sampleSite('root'), portfolioSite, laterTalksSite, () => edgeSite('edges')],
  ...[() => sampleSite('sub'), () => edgeSite('arabic-site'), talksAloneSite, composedHomeSite],
];

/**
 * Global setup of the site tests: in a run of `npm test`, builds the sites that test files share, two at
 * a time. Where Vitest was started by hand, perhaps for one file, files build what they ask for.
 */
export default async function setup(): Promise<() => void> {
  const all = process.env.LECTERN_TEST_RUN !== undefined;
  const end = setUpRunFolder();
  const waiting = all ? [...sites] : [];
  const build = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all([build(), build()]);
  return end;
}
