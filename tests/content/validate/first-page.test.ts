import { expect, test, vi } from 'vitest';
import {
  afterFirstPage,
  announceFirstPage,
  awaitFirstPage,
} from '../../../src/content/validate/first-page.ts';

test('work waits for the first page of a dev server, and is done once', () => {
  const work = vi.fn();
  afterFirstPage(work);
  expect(work).toHaveBeenCalledTimes(1);
  awaitFirstPage();
  afterFirstPage(work);
  afterFirstPage(work);
  expect(work).toHaveBeenCalledTimes(1);
  announceFirstPage();
  expect(work).toHaveBeenCalledTimes(2);
  afterFirstPage(work);
  expect(work).toHaveBeenCalledTimes(3);
});
