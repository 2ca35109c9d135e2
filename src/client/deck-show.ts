import Reveal, { type RevealApi } from 'reveal.js';
import { syncWindows } from './deck-windows.ts';

/** The size of a slide in pixels. The text of a slide that does not fit is smaller. */
const slideSize = { width: 1280, height: 720 };

/** Shows the slides in an element with reveal.js, with a control bar below them. */
export async function showDeck(container: HTMLElement): Promise<void> {
  document.documentElement.classList.add('presenting');
  container.classList.add('reveal');
  const deck = new Reveal(container, {
    ...slideSize,
    ...{ margin: 0, maxScale: 6, center: false, display: 'flex', embedded: true },
    ...{ controls: false, progress: false, transition: 'none', backgroundTransition: 'none' },
    ...{ hash: true, fragmentInURL: false, scrollActivationWidth: 0 },
    // reveal.js would handle every fragment of the page.
    respondToHashChanges: false,
    // reveal.js would add a style sheet, which the content security policy forbids.
    autoAnimate: false,
    keyboardCondition: (event) => !isButtonPress(event),
  });
  await deck.initialize();
  await document.fonts.ready;
  for (const slide of deck.getSlides()) fitSlide(slide as HTMLElement);
  highlightSteps(container, deck);
  const openNotes = syncWindows(deck);
  deck.addKeyBinding({ keyCode: 83, key: 'S', description: 'Speaker window' }, openNotes);
  deck.addKeyBinding({ keyCode: 69, key: 'E', description: 'Print' }, () => print());
  bindBar(deck, openNotes);
  addEventListener('hashchange', () => showHashSlide(deck));
}

/** Shows the slide in the fragment of the address: its number, or the id of an element on it. */
function showHashSlide(deck: RevealApi): void {
  const name = decodeURIComponent(location.hash.replace(/^#\/?/, ''));
  const slide = document.getElementById(name)?.closest<HTMLElement>('.slide');
  const [, h, v = 0] = /^(\d+)(?:\/(\d+))?$/.exec(name) ?? [];
  if (slide) deck.slide(deck.getIndices(slide).h, deck.getIndices(slide).v);
  else if (h !== undefined) deck.slide(Number(h), Number(v));
}

/** Returns whether a key presses the focused button and must not change the slide. */
function isButtonPress({ key, target }: KeyboardEvent): boolean {
  return /^(Enter| )$/.test(key) && (target as Element).closest('a, button, summary') !== null;
}

/** Makes the text of a slide smaller until it fits. The slide is visible for the measurement. */
function fitSlide(slide: HTMLElement): void {
  const slideDisplay = slide.style.display;
  const parent = slide.parentElement?.closest<HTMLElement>('.stack');
  const parentDisplay = parent?.style.display;
  slide.style.display = 'flex';
  if (parent) parent.style.display = 'block';
  for (const name of ['full', 'fuller']) {
    if (slide.scrollHeight <= slide.clientHeight + 2) break;
    slide.classList.add(name);
  }
  slide.style.display = slideDisplay;
  if (parent) parent.style.display = parentDisplay ?? '';
}

function bindBar(deck: RevealApi, openNotes: () => void): void {
  const bar = document.querySelector<HTMLElement>('.deck .bar');
  const count = bar?.querySelector('.count');
  const total = deck.getTotalSlides();
  const update = () => {
    const current = deck.getSlidePastCount() + 1;
    if (count) count.textContent = `${current} / ${total}`;
    bar?.style.setProperty('--come', String(current / total));
  };
  const actions: Record<string, () => void> = {
    back: () => deck.prev(),
    on: () => deck.next(),
    notes: openNotes,
  };
  bar?.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest<HTMLElement>('[data-do]')?.dataset['do'];
    if (name) actions[name]?.();
  });
  deck.on('slidechanged', update);
  update();
}

/** Highlights the lines of code of the current step: see `rehypeCodeLines`. */
function highlightSteps(container: HTMLElement, deck: RevealApi): void {
  const blocks = [...container.querySelectorAll('code')].filter((code) =>
    code.querySelector('.turn'),
  );
  const update = () => {
    for (const code of blocks) {
      const step = String(code.querySelectorAll('.turn.visible').length);
      for (const line of code.querySelectorAll<HTMLElement>('.line')) {
        const steps = line.dataset['steps']?.split(' ') ?? [];
        line.classList.toggle('marked', steps.includes(step));
      }
    }
  };
  for (const name of ['fragmentshown', 'fragmenthidden', 'slidechanged']) deck.on(name, update);
  update();
}
