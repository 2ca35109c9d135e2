import { channel } from 'node:diagnostics_channel';
import type { Problem } from '../parse/problem.ts';

/**
 * Carries the problems of the content from the loaders to the dev server. Astro loads the two apart,
 * so that a module of ours exists twice; a channel of Node has one name in the whole process.
 */
const problems = channel('lectern:problems');

export function tellProblems(found: readonly Problem[]): void {
  problems.publish(found);
}

export function onProblems(listener: (found: readonly Problem[]) => void): void {
  problems.subscribe((message) => listener(message as readonly Problem[]));
}
