import type { RevealApi } from 'reveal.js';

/**
 * Keeps all windows of a deck on the same slide. Returns a function that opens the speaker window, which
 * shows the notes below the slide; the first window is for the audience.
 */
export function syncWindows(deck: RevealApi): () => void {
  const isSpeakerWindow = new URLSearchParams(location.search).has('notes');
  const notesPanel = document.querySelector<HTMLElement>('.deck .spoken');
  const channel = new BroadcastChannel(`deck ${location.pathname}`);
  const currentPosition = () => {
    const { h, v, f } = deck.getIndices();
    return [h, v, f ?? -1] as const;
  };
  /** The last position from another window. It is not sent again, to avoid a loop. */
  let received = '';
  const update = () => {
    if (currentPosition().join() !== received) channel.postMessage(currentPosition());
    const notes = deck.getCurrentSlide()?.querySelectorAll('.notes') ?? [];
    notesPanel?.replaceChildren(...[...notes].map((note) => note.cloneNode(true)));
  };
  channel.addEventListener('message', ({ data }: MessageEvent<[number, number, number]>) => {
    received = data.join();
    if (received !== currentPosition().join()) deck.slide(...data);
  });
  for (const name of ['slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(name, update);
  if (isSpeakerWindow) {
    document.documentElement.classList.add('noted');
    deck.layout();
  }
  update();
  return () => {
    const address = `${location.pathname}?show&notes${location.hash}`;
    if (!isSpeakerWindow) open(address, `notes ${location.pathname}`, 'popup,width=900,height=800');
  };
}
