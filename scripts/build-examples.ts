/**
 * Builds example sites, to compare the output of two versions of the program for the same files:
 *
 *     npm run build:examples -- OUT                       with this checkout
 *     npm run build:examples -- OUT --project ../before   with another checkout
 *     npm run build:examples -- OUT --only sample         one of the sites
 *
 * Writes the sample to OUT/sample. Where `../shared` exists, it also writes the talks of real sites to
 * OUT/corpus, and imports and builds each old site. The files of the sites are always those of this
 * checkout. Exit code 1 if an import or a build fails.
 */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  fillAuthorFolder,
  NOW,
  createCleanEnvironment,
} from '../tests/helpers/build/build-site.ts';
import { makeCorpusContent, corpusEpoch } from '../tests/helpers/build/corpus-site.ts';
import { copyOldSite } from '../tests/helpers/build/imported-site.ts';
import { sharedOldSiteNames } from '../tests/helpers/old-sites/old-site-folders.ts';
import { sampleFolder } from '../tests/helpers/build/sample-folder.ts';
import { findSharedFolder } from '../tests/helpers/shared-folder.ts';
import { root } from './project-node.mjs';
import { runChild } from './run-child.mjs';

interface Example {
  name: string;
  /** Writes the author's files to an empty folder. */
  prepare(folder: string): void | Promise<void>;
  /** The time of the build, in seconds since 1970. */
  epoch?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: 'string', default: root },
    only: { type: 'string', multiple: true },
  },
});
const [out] = positionals;
if (out === undefined || positionals.length > 1) {
  console.error('Usage: npm run build:examples -- OUT [--project FOLDER] [--only SITE]');
  process.exit(2);
}

const startFolder = process.env['INIT_CWD'] ?? process.cwd();
const project = resolve(startFolder, values.project);
const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-examples-'));
try {
  const selected = examples().filter(({ name }) => values.only?.includes(name) ?? true);
  for (const example of selected) await build(example, resolve(startFolder, out, example.name));
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function examples(): Example[] {
  const sample: Example = {
    name: 'sample',
    prepare: (folder) => cpSync(sampleFolder, folder, { recursive: true }),
  };
  const corpus: Example = {
    name: 'corpus',
    epoch: corpusEpoch,
    prepare: (folder) => fillAuthorFolder(folder, { files: makeCorpusContent() }),
  };
  const imported = sharedOldSiteNames.map((name) => ({
    name,
    prepare: async (folder: string) => {
      const old = await copyOldSite(name, `${folder}-old`);
      await run('import', ['--', old, '--into', folder]);
    },
  }));
  return [
    sample,
    ...(findSharedFolder('corpus') ? [corpus] : []),
    ...(findSharedFolder('sites') ? imported : []),
  ];
}

async function build({ name, prepare, epoch }: Example, outDir: string): Promise<void> {
  console.log(`${name} → ${outDir}`);
  const folder = join(temporary, name);
  rmSync(outDir, { recursive: true, force: true });
  await prepare(folder);
  const time = epoch ?? String(NOW.getTime() / 1000);
  const env = { LECTERN_SITE: folder, SOURCE_DATE_EPOCH: time };
  await run('build', ['--', '--outDir', outDir], env);
}

/** Runs an npm script of the project and prints its output only if it fails. */
async function run(script: string, args: string[], env: Record<string, string> = {}) {
  const npm = process.env['npm_execpath'];
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { code, output } = await runChild(command, [...first, 'run', script, ...args], {
    cwd: project,
    env: { ...createCleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (code === 0) return;
  rmSync(temporary, { recursive: true, force: true });
  console.error(`${output}\n"npm run ${script}" in ${project} ended with exit code ${code}.`);
  process.exit(1);
}
