import Reveal, { type RevealApi } from 'reveal.js';
import { followOther } from './deck-windows.ts';

/** A slide with more on it is set smaller, in pixels of a slide that is so wide and high. */
const size = { width: 1280, height: 720 };

/** Lets reveal.js show the slides in `show`, with a line below them to go on, back and elsewhere by. */
export async function showDeck(show: HTMLElement): Promise<void> {
  document.documentElement.classList.add('presenting');
  show.classList.add('reveal');
  const deck = new Reveal(show, {
    ...size,
    ...{ margin: 0, maxScale: 6, center: false, display: 'flex', embedded: true },
    ...{ controls: false, progress: false, transition: 'none', backgroundTransition: 'none' },
    ...{ hash: true, fragmentInURL: false, scrollActivationWidth: 0 },
    // It takes every address within the page for its own.
    respondToHashChanges: false,
    // It puts rules into the page, which the policy of the page forbids.
    autoAnimate: false,
    keyboardCondition: (event) => !isPress(event),
  });
  await deck.initialize();
  await document.fonts.ready;
  for (const slide of deck.getSlides()) fit(slide as HTMLElement);
  markSteps(show, deck);
  const open = followOther(deck);
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker window' }, open);
  deck.addKeyBinding({ keyCode: 69, key: 'E', description: 'Print' }, () => print());
  bindBar(deck, open);
  addEventListener('hashchange', () => follow(deck));
}

/** Turns to the slide that the address names by its place, or by what stands on it. */
function follow(deck: RevealApi): void {
  const name = decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  const slide = document.getElementById(name)?.closest<HTMLElement>('.slide');
  const [, h, v = 0] = /^(\d+)(?:\/(\d+))?$/.exec(name) ?? [];
  if (slide) deck.slide(deck.getIndices(slide).h, deck.getIndices(slide).v);
  else if (h !== undefined) deck.slide(Number(h), Number(v));
}

/** A button that has the focus is pressed by these keys, and no slide is turned. */
function isPress({ key, target }: KeyboardEvent): boolean {
  return /^(Enter| )$/.test(key) && (target as Element).closest('a, button, summary') !== null;
}

function fit(slide: HTMLElement): void {
  const hidden = slide.style.display;
  const parent = slide.parentElement?.closest<HTMLElement>('.stack');
  const parentHidden = parent?.style.display;
  slide.style.display = 'flex';
  if (parent) parent.style.display = 'block';
  for (const name of ['full', 'fuller']) {
    if (slide.scrollHeight <= slide.clientHeight + 2) break;
    slide.classList.add(name);
  }
  slide.style.display = hidden;
  if (parent) parent.style.display = parentHidden ?? '';
}

function bindBar(deck: RevealApi, open: () => void): void {
  const bar = document.querySelector<HTMLElement>('.deck .bar');
  const count = bar?.querySelector('.count');
  const all = deck.getTotalSlides();
  const say = () => {
    const here = deck.getSlidePastCount() + 1;
    if (count) count.textContent = `${here} / ${all}`;
    bar?.style.setProperty('--come', String(here / all));
  };
  const presses: Record<string, () => void> = {
    back: () => deck.prev(),
    on: () => deck.next(),
    notes: open,
  };
  bar?.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (name) presses[name]?.();
  });
  deck.on('slidechanged', say);
  say();
}

/** Highlights the lines of code of the current step: see `rehypeCodeLines`. */
function markSteps(show: HTMLElement, deck: RevealApi): void {
  const blocks = [...show.querySelectorAll('code')].filter((code) => code.querySelector('.turn'));
  const look = () => {
    for (const code of blocks) {
      const step = String(code.querySelectorAll('.turn.visible').length);
      for (const line of code.querySelectorAll<HTMLElement>('.line')) {
        const steps = line.dataset['steps']?.split(' ') ?? [];
        line.classList.toggle('marked', steps.includes(step));
      }
    }
  };
  for (const name of ['fragmentshown', 'fragmenthidden', 'slidechanged']) deck.on(name, look);
  look();
}
