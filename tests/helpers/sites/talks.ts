import { NOW, type BuiltSite } from '../build/build-site.ts';
import { buildSharedSite } from '../build/shared-site.ts';
import { mergeFiles } from './merge-files.ts';
import { addressesFiles } from './addresses.ts';
import { publishingFiles } from './publishing.ts';
import { ownRedirectsFiles } from './redirects.ts';
import { searchFiles } from './search.ts';
import { seminarFiles } from '../old-sites/seminars.ts';
import { talksOnlyFiles } from './talks-only.ts';
import { textFiles } from './text.ts';
import { videoFiles } from './video.ts';

/** A time after the publish dates of all talks in `publishingFiles`. */
export const LATER = new Date('2026-03-01T12:00:00Z');

/** Builds a site with only talks at the root of a host, at `NOW`, once per test run. */
export function buildTalksOnlySite(): Promise<BuiltSite> {
  const env = { SOURCE_DATE_EPOCH: toSeconds(NOW) };
  return buildSharedSite('talks-alone', () => ({ files: mergeTalksOnlyFiles(), env }));
}

/** Returns the files of that site. */
export function mergeTalksOnlyFiles() {
  return mergeFiles({ talksAlone: talksOnlyFiles, publishing: publishingFiles });
}

/**
 * Builds a site at the root of a host with talks that many tests share, at `LATER`, once per test run.
 * Each test has its own topic, with unique file names, and checks only that.
 */
export function buildLaterTalksSite(): Promise<BuiltSite> {
  const env = { SOURCE_DATE_EPOCH: toSeconds(LATER) };
  return buildSharedSite('later-talks', () => ({ files: mergeLaterTalksFiles(), env }));
}

/** Returns the files of that site. */
export function mergeLaterTalksFiles() {
  return mergeFiles({
    ...{ ownRedirects: ownRedirectsFiles, publishing: publishingFiles, search: searchFiles },
    ...{ seminars: seminarFiles, text: textFiles, video: videoFiles },
    addresses: addressesFiles,
  });
}

function toSeconds(time: Date): string {
  return String(time.getTime() / 1000);
}
