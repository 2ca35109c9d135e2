import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The slowest test files, the slowest first: the files that take more than ten seconds. */
export const slowFiles = [
  'workflow-steps',
  'incremental',
  'incremental-first',
  'incremental-second',
  'side-by-side',
  'killed-builds',
  'mutants',
  'many-talks',
  'imported-sites',
  'processes',
  'cost-per-talk',
  'real-talks',
  'import-crashes',
  'reproducible',
];

/**
 * Starts the slowest files of a project first, so that none runs alone on one processor at the end. Vitest does this by
 * the times of the last run, and in a new clone by the sizes of the files, which say little.
 */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = Map.groupBy(sorted, ({ project }) => project.name);
    return [...projects.values()].flatMap((group) =>
      group.toSorted((a, b) => getRank(a.moduleId) - getRank(b.moduleId)),
    );
  }
}

/** Returns the place of a file among the slowest; for any other, the place after them. */
export function getRank(path: string): number {
  const place = slowFiles.indexOf(basename(path, '.test.ts'));
  return place === -1 ? slowFiles.length : place;
}
