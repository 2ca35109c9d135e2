import { Worker } from 'node:worker_threads';
import type { ShareCard, ShareFont } from '../../model/site/share-card.ts';

/** A thread that draws one card after the other. */
export interface DrawingThread {
  /** Returns a PNG, in the order of the calls. Rejects if a card could not be drawn; the thread has ended then. */
  draw(card: ShareCard): Promise<Buffer>;
  end(): void;
}

/**
 * Starts a thread. It does not keep this program running.
 */
export function startDrawingThread(fonts: readonly ShareFont[]): DrawingThread {
  const program = new URL('./share-worker.ts', import.meta.url);
  const worker = new Worker(program, { workerData: fonts });
  worker.unref();
  const waiting: PromiseWithResolvers<Buffer>[] = [];
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('message', ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>) =>
    waiting.shift()?.resolve(Buffer.from(buffer, byteOffset, byteLength)),
  );
  worker.on('error', (error) => fail(error as Error));
  worker.on('exit', () => fail(new Error('The thread that draws share images has ended.')));
  return {
    draw(card) {
      if (failure) return Promise.reject(failure);
      const result = Promise.withResolvers<Buffer>();
      waiting.push(result);
      worker.postMessage(card);
      return result.promise;
    },
    end: () => void worker.terminate(),
  };
}
