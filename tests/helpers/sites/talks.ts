import { NOW, type BuiltSite } from '../build-site.ts';
import { keptSite } from '../kept-site.ts';
import { mergeFiles } from '../merge-files.ts';
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
  const files = mergeFiles({ talksAlone: talksAloneFiles, publishing: publishingFiles });
  return keptSite('talks-alone', () => ({ files, env: { SOURCE_DATE_EPOCH: secondsOf(NOW) } }));
}

/**
 * A site at the root of a host, with talks that many tests share, built as at `LATER` once a test run.
 * Each test adds its own topic, with names that no other topic has, and looks at what is its own.
 */
export function laterTalksSite(): Promise<BuiltSite> {
  const files = mergeFiles({
    ...{ ownRedirects: ownRedirectsFiles, publishing: publishingFiles, search: searchFiles },
    ...{ seminars: seminarFiles, text: textFiles, video: videoFiles },
  });
  return keptSite('later-talks', () => ({ files, env: { SOURCE_DATE_EPOCH: secondsOf(LATER) } }));
}

function secondsOf(time: Date): string {
  return String(time.getTime() / 1000);
}
