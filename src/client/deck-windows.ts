import type { RevealApi } from 'reveal.js';

/**
 * Windows of one deck go together: where one goes, the others follow. One that was opened by what this
 * gives shows, below the slide, the notes for it, and the first stays free for those who listen.
 */
export function followOther(deck: RevealApi): () => void {
  const isNoted = new URLSearchParams(location.search).has('notes');
  const spoken = document.querySelector<HTMLElement>('.deck .spoken');
  const channel = new BroadcastChannel(`deck ${location.pathname}`);
  const here = () => {
    const { h, v, f } = deck.getIndices();
    return [h, v, f ?? -1] as const;
  };
  /** Where another window went last: what leads there is not said again, or they would never rest. */
  let heard = '';
  const say = () => {
    if (here().join() !== heard) channel.postMessage(here());
    const notes = deck.getCurrentSlide()?.querySelectorAll('.notes') ?? [];
    spoken?.replaceChildren(...[...notes].map((one) => one.cloneNode(true)));
  };
  channel.addEventListener('message', ({ data }: MessageEvent<[number, number, number]>) => {
    heard = data.join();
    if (heard !== here().join()) deck.slide(...data);
  });
  for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(name, say);
  if (isNoted) {
    document.documentElement.classList.add('noted');
    deck.layout();
  }
  say();
  return () => {
    const address = `${location.pathname}?show&notes${location.hash}`;
    if (!isNoted) open(address, `notes ${location.pathname}`, 'popup,width=900,height=800');
  };
}
