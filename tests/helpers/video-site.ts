import type { BuiltSite } from './build-site.ts';
import { laterTalksSite } from './sites/talks.ts';

/** A site with a video of each kind, which other tests share. Built once a test run. */
export function videoSite(): Promise<BuiltSite> {
  return laterTalksSite();
}
