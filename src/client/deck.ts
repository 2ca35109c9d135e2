/**
 * Shows a deck as slides where the window is wide enough, or its address says `?show`. On a telephone,
 * with `?text`, and without this script, it is a text. reveal.js is fetched where it is needed alone.
 */
const root = document.documentElement;
const asked = new URLSearchParams(location.search);
const show = document.querySelector<HTMLElement>('.deck .show');
const isWide = matchMedia('(min-width: 40rem)').matches;

if (show?.querySelector('.slide') && (asked.has('show') || (isWide && !asked.has('text')))) {
  // `presenting` goes with its style sheet: without it, whatever happens, the text stays.
  void import('./deck-show.ts').then(({ showDeck }) => showDeck(show), read);
} else read();

function read(): void {
  root.classList.add('reading');
  const way = document.querySelector<HTMLElement>('.deck .as-slides');
  if (way) way.hidden = false;
}

export {};
