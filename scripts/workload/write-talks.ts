/**
 * Writes generated talks, the workload of the benchmark. Each is a folder with an `index.md` of about 300
 * words and nine formulas. The first ten talks are the same whether 10 or 10,000 are generated.
 *
 *     npm exec -- node scripts/workload/write-talks.ts --n 100 --out site/content/talks
 *
 *     --n N            how many talks (10)
 *     --out DIR        the folder for talk-00001/index.md and so on; required
 *     --seed S         other texts (1)
 *     --no-math        no formulas
 *     --slides DECK    a tenth of the talks names this deck
 *     --project PAGE   a fifth of the talks names this project
 *     --images F       this fraction of the talks has an image, featured.png (0)
 *     --files F        this fraction of the talks has a PDF, slides.pdf (0)
 *     --manifest FILE  also writes title, dates, tags and formulas of each talk as JSON
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeTalk, type GeneratedTalk, type TalkOptions } from './talk.ts';

/**
 * Writes `count` talks below a folder and returns them, with the names of their files but without
 * their contents.
 */
export function writeTalks(
  folder: string,
  count: number,
  options: TalkOptions = {},
): (Omit<GeneratedTalk, 'markdown' | 'files'> & { files: string[] })[] {
  return Array.from({ length: count }, (_, i) => {
    const { markdown, files, ...talk } = makeTalk(i + 1, options);
    const bundle = join(folder, talk.slug);
    mkdirSync(bundle, { recursive: true });
    writeFileSync(join(bundle, 'index.md'), markdown);
    for (const [name, make] of Object.entries(files)) writeFileSync(join(bundle, name), make());
    return { ...talk, files: Object.keys(files) };
  });
}

if (import.meta.main) runProgram();

function runProgram(): void {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    allowNegative: true,
    options: {
      n: { ...text, default: '10' },
      math: { type: 'boolean', default: true },
      out: text,
      seed: text,
      slides: text,
      project: text,
      images: text,
      files: text,
      manifest: text,
    },
  });
  const toNumbers = (names: ('n' | 'seed' | 'images' | 'files')[]) =>
    Object.fromEntries(
      names.flatMap((name) => (values[name] === undefined ? [] : [[name, Number(values[name])]])),
    );
  const { n = NaN, ...numbers } = toNumbers(['n', 'seed', 'images', 'files']);
  if (values.out === undefined || ![n, ...Object.values(numbers)].every((x) => x >= 0)) {
    console.error('Usage: write-talks.ts --n N --out DIR [--seed S] [--no-math] [--images 0.5] …');
    process.exit(2);
  }
  const { math, slides, project } = values;
  const names = { ...(slides && { slides }), ...(project && { project }) };
  const resolveFile = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);
  const talks = writeTalks(resolveFile(values.out), n, { math, ...names, ...numbers });
  if (values.manifest) writeFileSync(resolveFile(values.manifest), JSON.stringify(talks, null, 1));
  console.log(`${n} talks in ${values.out}`);
}
