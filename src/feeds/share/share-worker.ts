import { parentPort, workerData } from 'node:worker_threads';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';
import { drawShareCard } from './draw-share-card.ts';

/** Draws cards on a thread of its own: receives fonts as its data, then cards, and answers each with a PNG. */
const fonts = (workerData as (ShareFont & { data: Uint8Array })[]).map(({ data, ...font }) => ({
  ...font,
  // A Buffer arrives as an array of bytes.
  data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
}));

parentPort?.on('message', (card: ShareCard) => parentPort?.postMessage(drawShareCard(card, fonts)));
