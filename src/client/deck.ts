/**
 * Shows a deck as slides if the window is wide enough, or with `?show` in the address. On a phone, with
 * `?text` and without this script, the deck is a text. reveal.js is loaded only for slides.
 */
const root = document.documentElement;
const parameters = new URLSearchParams(location.search);
const slides = document.querySelector<HTMLElement>('.deck .show');
const isWide = matchMedia('(min-width: 40rem)').matches;

if (
  slides?.querySelector('.slide') &&
  (parameters.has('show') || (isWide && !parameters.has('text')))
) {
  // Only `presenting` and its style sheet hide the text: if anything fails, the text stays.
  void import('./deck-show.ts').then(({ showDeck }) => showDeck(slides), showText);
} else showText();

function showText(): void {
  root.classList.add('reading');
  const slidesLink = document.querySelector<HTMLElement>('.deck .as-slides');
  if (slidesLink) slidesLink.hidden = false;
}

export {};
