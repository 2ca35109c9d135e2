import type { RevealApi } from 'reveal.js';

/** Marks the lines of code whose turn it is: see `rehypeCodeLines`. */
export function markSteps(show: HTMLElement, deck: RevealApi): void {
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
