import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until a condition holds. After a timeout, throws an error that shows `state`. The timeout of some
 * minutes only prevents a test from hanging.
 */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  what: string,
  state: () => string = () => '',
  seconds = 180,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Timed out before ${what}.\n${state()}`);
    await wait(100);
  }
}
