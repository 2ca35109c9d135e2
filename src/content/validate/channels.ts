import { channel } from 'node:diagnostics_channel';
import type { IndexFile } from '../../model/site/search.ts';
import type { SiteAddress } from '../../model/site/site-address.ts';
import type { Problem } from '../parse/problem.ts';

// Loaders and pages send data to integrations by channels. Astro loads them separately, so each of our modules exists
// twice. A Node.js diagnostics channel exists once per process.

/** Carries the addresses of the site from the loaders to the integrations of a build. */
const addresses = channel('lectern:addresses');

export function publishAddresses(list: readonly SiteAddress[]): void {
  addresses.publish(list);
}

export function subscribeToAddresses(listener: (list: readonly SiteAddress[]) => void): void {
  addresses.subscribe((message) => listener(message as readonly SiteAddress[]));
}

/** Of how many pages the texts are checked. A dev server checks most of them after the first page. */
export interface TextProgress {
  checked: number;
  total: number;
}

/** Carries the problems of the content from the loaders to the dev server and to the build command. */
const problems = channel('lectern:problems');

export function publishProblems(list: readonly Problem[], texts: TextProgress): void {
  problems.publish({ list, texts });
}

export function subscribeToProblems(
  listener: (list: readonly Problem[], texts: TextProgress) => void,
): void {
  problems.subscribe((message) => {
    const { list, texts } = message as { list: readonly Problem[]; texts: TextProgress };
    listener(list, texts);
  });
}

/** What a build reports while it runs. Times are in milliseconds since the process started. */
export type BuildEvent =
  | { kind: 'phase'; phase: BuildPhase; start: number }
  | { kind: 'page'; done: number; total: number; cached: number }
  /** The site is made for the time before this instant, in milliseconds since 1970. */
  | { kind: 'valid'; until: number };

/** The phases of a build in their order. */
export type BuildPhase = 'load' | 'read' | 'bundle' | 'pages' | 'images' | 'finish';

/** Carries the progress of a build from Astro's hooks and routes to the command that runs it. */
const buildEvents = channel('lectern:build');

export function publishBuildEvent(event: BuildEvent): void {
  buildEvents.publish(event);
}

export function subscribeToBuild(listener: (event: BuildEvent) => void): void {
  buildEvents.subscribe((message) => listener(message as BuildEvent));
}

/** Carries the pages that stay as they are in the last output, and which are hidden from Astro, to the sitemap. */
const keptPages = channel('lectern:kept-pages');

/** @param paths As Astro passes them to integrations: `talks/lyon/`. */
export function publishKeptPages(paths: readonly string[]): void {
  keptPages.publish(paths);
}

export function subscribeToKeptPages(listener: (paths: readonly string[]) => void): void {
  keptPages.subscribe((message) => listener(message as readonly string[]));
}

/** Carries the search index, which is being built, from its route to the integration that writes it. */
const searchIndex = channel('lectern:search-index');

/** Publishes an index. The subscriber handles a failure of `files`. */
export function publishSearchIndex(files: Promise<IndexFile[]>): void {
  // The subscriber waits for the index only when all pages are rendered.
  files.catch(() => undefined);
  searchIndex.publish(files);
}

export function subscribeToSearchIndex(listener: (files: Promise<IndexFile[]>) => void): void {
  searchIndex.subscribe((message) => listener(message as Promise<IndexFile[]>));
}

/** Announces that entries of a dev server have changed. */
const contentChanges = channel('lectern:content-changes');

export function publishContentChange(): void {
  contentChanges.publish(undefined);
}

export function subscribeToContentChanges(listener: () => void): void {
  contentChanges.subscribe(listener);
}
