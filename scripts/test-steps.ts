/** The steps of the test suite: the command of each, and how its report is read. */

export interface Counts {
  passed: number;
  failed: number;
  /** Titles of the skipped tests, which contain the reason. */
  skipped: string[];
}

export interface Step {
  title: string;
  /** The program file of the tool, relative to the project, and its arguments. */
  command: [program: string, ...args: string[]];
  /** Reads the JSON report that the tool wrote to {@link reportOptions}; absent for a single check. */
  count?: (report: unknown) => Counts;
  env?: Record<string, string>;
}

/** Also builds and serves old sites: some of them, or all. */
const full = { LECTERN_TEST_FULL: '1' };
const long = { ...full, LECTERN_TEST_LONG: '1' };

export const steps = {
  types: {
    title: 'Types',
    command: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning'],
  },
  format: {
    title: 'Formatting',
    command: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'],
  },
  lint: { title: 'Lint', command: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '.'] },
  unused: {
    title: 'Unused code',
    command: ['node_modules/knip/bin/knip.js', '--treat-config-hints-as-errors', '--no-progress'],
  },
  browser: playwright('Browser', ['--grep-invert=@full|@long']),
  'browser-full': playwright('Browser, every page', ['--grep=@full'], full),
  'browser-long': playwright('Browser, nightly', ['--grep=@full|@long'], long),
  unit: vitest('Unit tests', ['unit']),
  site: vitest('Built sites', ['site']),
  'site-full': vitest('Whole sites', ['full']),
  'site-long': vitest('Whole sites, nightly', ['full', 'long'], long),
  lighthouse: { title: 'Lighthouse', command: ['scripts/lighthouse.ts'] },
} satisfies Record<string, Step>;

export type StepName = keyof typeof steps;

/** Steps by the name of the npm script that runs them together. */
export const groups: Record<string, StepName[]> = {
  quick: ['browser', 'unit', 'site', 'format', 'lint', 'unused'],
  // Types take as long as all unit tests, and editors show their errors anyway.
  full: ['browser-full', 'site-full', 'types'],
  long: ['browser-long', 'site-long'],
};

/** Groups of steps that run in parallel, because no step uses two cores. The steps of a group run in order. */
export const parallelGroups: StepName[][] = [
  ['browser', 'browser-full', 'browser-long', 'lighthouse'],
  ['unit', 'site', 'site-full', 'site-long'],
  ['types', 'format', 'lint', 'unused'],
];

function vitest(title: string, projects: string[], env = {}): Step {
  return {
    title,
    command: [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
    ],
    count: countVitest,
    env,
  };
}

function playwright(title: string, args: string[], env = {}): Step {
  return {
    title,
    command: ['node_modules/@playwright/test/cli.js', 'test', ...args],
    count: countPlaywright,
    env,
  };
}

/** Returns the options that make a tool write a JSON report to a file in addition to its output. */
export function reportOptions(
  step: Step,
  file: string,
): { args: string[]; env: Record<string, string> } {
  if (step.count === countVitest) {
    const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    return { args, env: {} };
  }
  if (step.count === countPlaywright) {
    return { args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } };
  }
  return { args: [], env: {} };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

function countVitest(report: unknown): Counts {
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = all.filter(({ status }) => !['passed', 'failed'].includes(status));
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: skipped.map(({ fullName }) => fullName),
  };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs: { title: string; tests: { status: string }[] }[];
}

function countPlaywright(report: unknown): Counts {
  const { stats, suites } = report as {
    stats: { expected: number; unexpected: number; flaky: number };
    suites: PlaywrightSuite[];
  };
  return {
    passed: stats.expected,
    // A test that passes only when it is repeated is a failure.
    failed: stats.unexpected + stats.flaky,
    skipped: suites.flatMap(listSkipped),
  };
}

function listSkipped({ suites = [], specs }: PlaywrightSuite): string[] {
  const skipped = specs.filter(({ tests }) => tests.some(({ status }) => status === 'skipped'));
  return [...skipped.map(({ title }) => title), ...suites.flatMap(listSkipped)];
}
