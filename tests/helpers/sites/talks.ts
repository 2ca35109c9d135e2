import { NOW, type BuiltSite } from '../build-site.ts';
import { keptSite } from '../kept-site.ts';
import { mergeFiles } from '../merge-files.ts';
import { addressesFiles } from './addresses.ts';
import { publishingFiles } from './publishing.ts';
import { ownRedirectsFiles } from './redirects.ts';
import { searchFiles } from './search.ts';
import { seminarFiles } from './seminars.ts';
import { talksAloneFiles } from './talks-alone.ts';
import { textFiles } from './text.ts';
import { videoFiles } from './video.ts';

/** When talks that `publishingFiles` hold back have been published. */
export const LATER = new Date('2026-03-01T12:00:00Z');

/** A site at the root of a host that has talks alone, built at `NOW` once a test run. */
export function talksAloneSite(): Promise<BuiltSite> {
  const env = { SOURCE_DATE_EPOCH: secondsOf(NOW) };
  return keptSite('talks-alone', () => ({ files: talksAloneSiteFiles(), env }));
}

/** The files of that site. */
export function talksAloneSiteFiles() {
  return mergeFiles({ talksAlone: talksAloneFiles, publishing: publishingFiles });
}

/**
 * A site at the root of a host, with talks that many tests share, built as at `LATER` once a test run.
 * Each test adds its own topic, with names that no other topic has, and looks at what is its own.
 */
export function laterTalksSite(): Promise<BuiltSite> {
  const env = { SOURCE_DATE_EPOCH: secondsOf(LATER) };
  return keptSite('later-talks', () => ({ files: laterTalksFiles(), env }));
}

/** The files of that site. */
export function laterTalksFiles() {
  return mergeFiles({
    ...{ ownRedirects: ownRedirectsFiles, publishing: publishingFiles, search: searchFiles },
    ...{ seminars: seminarFiles, text: textFiles, video: videoFiles },
    addresses: addressesFiles,
  });
}

function secondsOf(time: Date): string {
  return String(time.getTime() / 1000);
}
