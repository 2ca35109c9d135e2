import type { BuiltSite } from '../build/build-site.ts';
import { buildSharedSite } from '../build/shared-site.ts';
import { mergeFiles } from './merge-files.ts';
import { makePdf } from '../make/pdf.ts';
import { talkFile } from '../make/talk-file.ts';
import { ownListFiles } from './addresses.ts';
import { cvFiles } from './cv.ts';
import { decksFiles } from './decks.ts';
import { feedsFiles } from './feeds.ts';
import { oldThemesFiles } from './old-themes.ts';
import { pagesFiles } from './pages.ts';
import { makePeopleFiles } from './people.ts';
import { makeImageFiles } from './images.ts';
import { postsFiles } from './posts.ts';
import { publicationsFiles } from './publications.ts';
import { redirectsFiles } from './redirects.ts';
import { seminarFiles } from '../old-sites/seminars.ts';
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
  // Not related to other pages, and older than the pages that other tests expect to be recent.
  'content/talks/plain.md': talkFile({ title: 'A plain talk', date: '2020-01-01' }),
  'public/files/nyu_talk.pdf': makePdf(),
};

/**
 * Creates the files of the site below `/sub` that many tests share. Each test has its own topic, with
 * unique file names, and checks only that. At most 25 talks are public, because a feed has no more items.
 */
export async function makePortfolioFiles() {
  return mergeFiles({
    ...{ common, cv: cvFiles, decks: decksFiles, feeds: feedsFiles, oldThemes: oldThemesFiles },
    ...{ pages: pagesFiles, people: await makePeopleFiles(), pictures: await makeImageFiles() },
    ...{ posts: postsFiles, publications: publicationsFiles, redirects: redirectsFiles },
    ...{ seminars: seminarFiles, sharing: sharingFiles, ownList: ownListFiles },
  });
}

/** Builds that site once per test run. */
export function buildPortfolioSite(): Promise<BuiltSite> {
  return buildSharedSite('portfolio', async () => ({ files: await makePortfolioFiles() }));
}
