/** Whether a dev server has started and shown no page yet. */
let isAwaited = false;
const waiting = new Set<() => void>();

/** Announces that a dev server starts: work that the first page does not need waits for it. */
export function awaitFirstPage(): void {
  isAwaited = true;
}

/** Announces that the first page was shown, or that nobody has asked for one. */
export function announceFirstPage(): void {
  isAwaited = false;
  const callbacks = [...waiting];
  waiting.clear();
  for (const callback of callbacks) callback();
}

/** Calls a function once after the first page of a dev server; immediately without a dev server. */
export function afterFirstPage(callback: () => void): void {
  if (isAwaited) waiting.add(callback);
  else callback();
}
