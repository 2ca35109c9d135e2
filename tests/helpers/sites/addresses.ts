import { talkFile } from '../make/talk-file.ts';

const talk = (keys: Record<string, string>) => talkFile({ ...keys, date: '2001-01-01' });

/** A page of the author at the address of a list. */
export const ownListFiles = { 'public/talks/in/2020/index.html': 'A page of the author.' };

/** Files and pages of the author at addresses of pages, and of what Lectern generates. */
export const addressesFiles = {
  'content/talks/own-page/index.md': talk({ title: 'The page of the talk' }),
  'content/talks/own-page/index.html': 'A file next to the talk.',
  'content/talks/own-calendar.md': talk({ title: 'A page named .ics', slug: 'own-page.ics' }),
  'public/talks/own-page.png': 'An image of the author.',
  'public/sitemap-index.xml': 'A sitemap of the author.',
};
