import type { BuiltSite } from '../build-site.ts';
import { keptSite } from '../kept-site.ts';
import { mergeFiles } from '../merge-files.ts';
import { makePdf } from '../pdf.ts';
import { talkFile } from '../talk-file.ts';
import { ownListFiles } from './addresses.ts';
import { cvFiles } from './cv.ts';
import { decksFiles } from './decks.ts';
import { feedsFiles } from './feeds.ts';
import { oldThemesFiles } from './old-themes.ts';
import { pagesFiles } from './pages.ts';
import { peopleFiles } from './people.ts';
import { picturesFiles } from './pictures.ts';
import { postsFiles } from './posts.ts';
import { publicationsFiles } from './publications.ts';
import { redirectsFiles } from './redirects.ts';
import { seminarFiles } from './seminars.ts';
import { sharingFiles } from './sharing.ts';

const settings = `name: Ada Example
role: Reader in Measurement
url: https://ada.example
base: /sub
language: en-GB
timezone: Europe/London
`;

const common = {
  'content/site.yaml': settings,
  // Related to nothing, and older than what other tests expect to be recent.
  'content/talks/plain.md': talkFile({ title: 'A plain talk', date: '2020-01-01' }),
  'public/files/nyu_talk.pdf': makePdf(),
};

/**
 * The files of the site below `/sub` that many tests share. Each test adds its own topic, with names
 * that no other topic has, and looks at what is its own. At most 25 talks are public, for a feed
 * holds no more.
 */
export async function portfolioFiles() {
  return mergeFiles({
    ...{ common, cv: cvFiles, decks: decksFiles, feeds: feedsFiles, oldThemes: oldThemesFiles },
    ...{ pages: pagesFiles, people: await peopleFiles(), pictures: await picturesFiles() },
    ...{ posts: postsFiles, publications: publicationsFiles, redirects: redirectsFiles },
    ...{ seminars: seminarFiles, sharing: sharingFiles, ownList: ownListFiles },
  });
}

/** That site, built once a test run. */
export function portfolioSite(): Promise<BuiltSite> {
  return keptSite('portfolio', async () => ({ files: await portfolioFiles() }));
}
