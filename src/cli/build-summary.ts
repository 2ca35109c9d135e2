import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measurePhases } from '../content/build/phases.ts';
import { subscribeToBuild, type BuildPhase } from '../content/validate/channels.ts';

/** What a finished build has made, and how long it took. */
export interface BuildFigures {
  pages: number;
  files: number;
  bytes: number;
  /** Paths that Astro was asked for, and how many of them came from the cache. */
  paths: number;
  cached: number;
  /** In milliseconds. */
  phases: Partial<Record<BuildPhase, number>>;
  total: number;
}

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

const phaseNames: Record<BuildPhase, string> = {
  load: 'Starting',
  read: 'Reading content',
  bundle: 'Bundling styles and scripts',
  pages: 'Building pages',
  images: 'Resizing images',
  finish: 'Finishing',
};

/** Follows a build, with a line on a terminal that says what it does. @param terminal Absent for no line. */
export function createBuildProgress(terminal?: Output) {
  const endPhases = measurePhases();
  const show = (text: string) => void (terminal?.isTTY && terminal.write(`\r\u001B[2K${text}`));
  let [paths, cached, lastShown] = [0, 0, 0];
  show(phaseNames.load);
  subscribeToBuild((event) => {
    if (event.kind === 'phase') show(phaseNames[event.phase]);
    if (event.kind !== 'page') return;
    ({ total: paths, cached } = event);
    if (performance.now() - lastShown < 100) return;
    lastShown = performance.now();
    show(`${phaseNames.pages}: ${event.done} of ${event.total}`);
  });
  return {
    /** Removes the line. */
    end: () => show(''),
    /** Returns the figures of a finished build. @param output The folder of the built site. */
    measure(output: string): BuildFigures {
      const phases = Object.fromEntries(endPhases());
      const total = performance.now();
      return { ...measureFolder(output), paths, cached, phases, total };
    },
  };
}

function measureFolder(folder: string): Pick<BuildFigures, 'pages' | 'files' | 'bytes'> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    files: files.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}

/**
 * Formats what was built, how long each phase took, and how to look at the site.
 * @param folder The output folder, as a person may type it.
 */
export function formatSummary(figures: BuildFigures, folder: string): string {
  const { pages, files, bytes, paths, cached, phases, total } = figures;
  const size = `${formatNumber(files)} files, ${formatNumber(bytes / 1e6)} MB`;
  const phaseTexts = Object.entries(phases).map(([phase, ms]) => {
    return `${phaseNames[phase as BuildPhase].toLowerCase()} ${formatSeconds(ms)}`;
  });
  return [
    `Built ${formatPages(pages)} (${size}) in ${formatSeconds(total)}: ${folder}`,
    `  ${phaseTexts.join(', ')}`,
    ...(cached > 0
      ? [`  ${formatNumber(cached)} of ${formatNumber(paths)} pages and feeds had not changed.`]
      : []),
    nextStep,
  ].join('\n');
}

/** Formats that a build had nothing to do. */
export function formatUnchanged({ pages }: BuildFigures, folder: string): string {
  return `Nothing has changed since the last build: ${formatPages(pages)} in ${folder}\n${nextStep}`;
}

const nextStep = 'To look at the site: npm run preview';

function formatPages(count: number): string {
  return count === 1 ? 'one page' : `${formatNumber(count)} pages`;
}

function formatNumber(value: number): string {
  return Math.ceil(value).toLocaleString('en');
}

function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
