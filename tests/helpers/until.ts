import { setTimeout as wait } from 'node:timers/promises';

/**
 * Waits until something holds. `state` is shown when it still does not after some minutes, which are
 * a guard against hanging and not a promise of speed.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  state: () => string = () => '',
  seconds = 180,
): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.\n${state()}`);
    await wait(100);
  }
}
