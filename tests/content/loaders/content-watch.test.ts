import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  createContentWatch,
  type FileChanges,
  isSiteFile,
} from '../../../src/content/loaders/content-watch.ts';
import { markFilesChanged } from '../../../src/content/loaders/entry-store.ts';
import { subscribeToContentChanges } from '../../../src/content/validate/channels.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';

const folder = resolveSiteFolder({ LECTERN_SITE: '/site' });
const talk = (name: string) => join(folder.talks, name);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Returns a watch for one collection, its events, and what it has called. */
function createWatch(sync: (changes: FileChanges) => Promise<void>) {
  const calls: string[] = [];
  const report = {
    publish: () => undefined,
    hold: () => void calls.push('hold'),
    release: () => void calls.push('release'),
  };
  const events = new EventEmitter();
  const watcher = Object.assign(events, { add: () => undefined });
  const watch = createContentWatch(folder, report);
  const isRelevant = (path: string) => path.startsWith(folder.talks);
  watch.add(watcher as unknown as LoaderContext['watcher'], isRelevant, (changes) => {
    calls.push(`sync ${changes.paths.length}${changes.hasNewNames ? ' new' : ''}`);
    return sync(changes);
  });
  return { calls, events };
}

it('syncs once after changes that happen together, and reports problems after that', async () => {
  let reloads = 0;
  subscribeToContentChanges(() => reloads++);
  const { calls, events } = createWatch(() => Promise.resolve(markFilesChanged()));
  events.emit('change', talk('a.md'));
  events.emit('change', talk('a.md'));
  events.emit('add', talk('b.md'));
  events.emit('change', '/site/public/a.pdf');
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['hold', 'sync 2 new', 'release']);
  expect(reloads).toBe(1);
});

it('syncs again after a change during a sync, with the changes of a sync that failed', async () => {
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<void>((_, reject) => (fail = reject));
  const print = vi.spyOn(console, 'error').mockReturnValue();
  let count = 0;
  const { calls, events } = createWatch(() => (++count === 1 ? failed : Promise.resolve()));
  events.emit('unlink', talk('a.md'));
  await vi.runAllTimersAsync();
  events.emit('change', talk('b.md'));
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['hold', 'sync 1 new']);
  fail(new Error('no'));
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['hold', 'sync 1 new', 'sync 2 new', 'release']);
  expect(print).toHaveBeenCalledOnce();
  print.mockRestore();
});

it('retries a failed sync, but not forever', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue();
  let count = 0;
  const { calls, events } = createWatch(() =>
    ++count === 2 ? Promise.resolve() : Promise.reject(new Error('no')),
  );
  const attempt = ['hold', 'sync 1 new', 'release'];
  events.emit('unlink', talk('a.md'));
  await vi.runAllTimersAsync();
  expect(calls).toEqual([...attempt, ...attempt]);
  calls.length = 0;
  events.emit('change', talk('a.md'));
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['hold', 'sync 1', 'release', ...attempt, ...attempt, ...attempt]);
  expect(print).toHaveBeenCalledTimes(5);
  print.mockRestore();
});

it('tries a sync that failed again with a change that comes before its time', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue();
  let count = 0;
  const { calls, events } = createWatch(() =>
    ++count === 1 ? Promise.reject(new Error('no')) : Promise.resolve(),
  );
  events.emit('change', talk('a.md'));
  await vi.advanceTimersByTimeAsync(100);
  events.emit('change', talk('b.md'));
  await vi.runAllTimersAsync();
  expect(calls).toEqual(['hold', 'sync 1', 'release', 'hold', 'sync 2 new', 'release']);
  print.mockRestore();
});

it('distinguishes files of the site from those of sections', () => {
  expect(isSiteFile('/site/content/about.md', folder)).toBe(true);
  expect(isSiteFile('/site/content/home/x.md', folder)).toBe(true);
  expect(isSiteFile('/site/public/a.pdf', folder)).toBe(true);
  expect(isSiteFile(talk('a.md'), folder)).toBe(false);
  expect(isSiteFile('/elsewhere/content/about.md', folder)).toBe(false);
});
