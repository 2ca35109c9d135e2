import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { splitLines } from '../../../src/content/parse/position.ts';
import { toProblems, type Problem } from '../../../src/content/parse/problem.ts';
import { readPage } from '../../../src/content/sections/read-pages.ts';
import { renderPage } from '../../../src/content/render/render-page.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import {
  createTextRenderer,
  type TextRenderer,
} from '../../../src/markdown/render/text-renderer.ts';
import { toTalk } from '../../../src/model/talk/talk.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { readAllTalks } from '../../helpers/old-sites/corpus.ts';
import { countWork } from '../../helpers/process/count-work.ts';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';

const author = mkdtempSync(join(tmpdir(), 'lectern-any-'));
const folder = resolveSiteFolder({ LECTERN_SITE: author });
const path = join(author, 'any.md');
const file = { path, name: 'content/talks/any.md', stem: 'any' };
const addresses = createAddresses('/');
const context = { timezone: 'Europe/Vienna', hasZSetting: false, now: 0 };
const zone = process.env['TZ'];

let renderer: TextRenderer;
const checker = createTextChecker('/');
beforeAll(async () => {
  renderer = await createTextRenderer('/');
  await read('---\ntitle: T\ndate: 2024-05-22\n---\n$x$ `a`\n', renderer);
});

afterAll(() => {
  rmSync(author, { recursive: true });
  setZone(zone);
});

/** Reads a file, from its bytes to the talk of the model, with its problems. */
async function read(content: string | Uint8Array, textRenderer: TextRenderer) {
  writeFileSync(path, content);
  const { page: talk, broken, problems } = readPage(talkSection, file, folder, addresses, context);
  if (broken) await renderPage(talkSection, broken, textRenderer);
  if (!talk) return { problems, talk: undefined };
  const { slug, frontMatter } = talk;
  const { findings, ...rendered } = await renderPage(talkSection, talk, textRenderer);
  const source = { ...rendered, image: undefined, slug, frontMatter, findFile: () => undefined };
  const { timezone } = context;
  const place = { file: file.name, topic: 'talk' };
  return {
    problems: [...problems, ...toProblems(findings, place, talk.parsed, talk.text)],
    talk: toTalk(source, { owner: 'Ada', z: 'utc', timezone, addresses }),
  };
}

/** Checks that a file gives a talk or a problem, that problems have valid positions, and that the time zone does not matter. */
async function checkFile(content: string | Uint8Array): Promise<void> {
  setZone('Pacific/Auckland');
  const first = await read(content, renderer);
  if (!first.talk) expect(first.problems).not.toEqual([]);
  first.problems.forEach(checkPosition);
  setZone('America/Los_Angeles');
  expect(new Date(0).getHours()).toBe(16);
  expect(await read(content, renderer)).toEqual(first);
  const checked = await read(content, checker);
  expect(checked.problems.map(formatProblem).sort()).toEqual(
    first.problems.map(formatProblem).sort(),
  );
}

function checkPosition({ line, column, message, remedy, code }: Problem): void {
  const lines = splitLines(readFileSync(path, 'utf8'));
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(Math.max(lines.length, 1));
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
  expect([message, remedy, code].every((text) => text.trim() !== '')).toBe(true);
}

function formatProblem({ line, code }: Problem): string {
  return `${line} ${code}`;
}

/** Sets the time zone of Node. */
function setZone(name: string | undefined): void {
  if (name === undefined) delete process.env['TZ'];
  else process.env['TZ'] = name;
}

const samples = readdirSync(join(sampleFolder, 'content/talks'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(sampleFolder, 'content/talks', name), 'utf8'));
const real = [...samples, ...readAllTalks().map(({ text }) => text)];

const pieces = [
  ...[
    '---\n',
    '+++\n',
    'title: ',
    'date: ',
    '2024-05-22',
    'T25:00',
    '\n',
    '\r\n',
    '\t',
    ': ',
    '- ',
    '"',
    "'",
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a ',
    '<<: ',
    '!!',
    '|',
    '>',
    '#',
    '%',
    '@',
    '`',
    '\\',
    '$',
    '$$',
    '\u0000',
  ],
  ...[
    '{{< ref "x" >}}',
    '{{% callout %}}',
    '\\(',
    '\\]',
    '\\begin{align}',
    '<!--',
    '<script>',
    '![a](',
    '😀',
    '\uFEFF',
  ],
];
const mark = fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 }));

/** A real file with text deleted, inserted or replaced in one to three places. */
const mutated = fc
  .tuple(
    fc.constantFrom(...real),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), mark), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((changed, [where, length, put]) => {
      const at = Math.floor(where * changed.length);
      const kept = length % 3 === 0 ? at : at + length;
      return changed.slice(0, at) + put + changed.slice(kept);
    }, text),
  );

const runs = { numRuns: Number(process.env['LECTERN_FUZZ'] ?? 150) };
const minutes = 60_000;

describe('any file gives a talk or a problem with a position', () => {
  it('any bytes', { timeout: 5 * minutes }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), checkFile), runs);
  });

  it('pieces of front matter and text', { timeout: 5 * minutes }, async () => {
    const text = fc.array(mark, { maxLength: 40 }).map((parts) => parts.join(''));
    const fenced = text.map(
      (inside) => `---\ntitle: T\ndate: 2024-05-22\n${inside}\n---\n${inside}`,
    );
    await fc.assert(fc.asyncProperty(fc.oneof(text, fenced), checkFile), runs);
  });

  it('a repeated mark', { timeout: 5 * minutes }, async () => {
    const many = fc.tuple(mark, fc.integer({ min: 100, max: 2000 }));
    const repeated = many.map(([put, times]) => put.repeat(times).slice(0, 4000));
    const inTalk = repeated.map((text) => `---\ntitle: T\ndate: 2024-05-22\n---\n${text}`);
    const inKey = repeated.map((text) => `---\ntitle: ${text}\ndate: 2024-05-22\n---\n`);
    await fc.assert(fc.asyncProperty(fc.oneof(repeated, inTalk, inKey), checkFile), runs);
  });

  it('a real file with changes', { timeout: 5 * minutes }, async () => {
    await fc.assert(fc.asyncProperty(mutated, checkFile), runs);
  });
});

it.each(pieces)(
  'reading twice as many %j takes at most twice the work',
  { timeout: 5 * minutes },
  async (mark) => {
    const start = '---\ntitle: T\ndate: 2024-05-22\n';
    const shapes = [
      (marks: string) => marks,
      (marks: string) => `${start}---\n${marks}`,
      (marks: string) => `${start}summary: ${marks}\n---\n`,
      (marks: string) => `${start}abstract: |\n  ${marks}\n---\n`,
    ];
    for (const shape of shapes) {
      const half = await countWork(() => read(shape(mark.repeat(500)), renderer));
      const full = await countWork(() => read(shape(mark.repeat(1000)), renderer));
      // In one line, micromark searches the end of each comment up to the end of the text.
      const isQuadratic = mark === '<!--' && shape === shapes[2];
      expect(full / half, shape('…')).toBeLessThan(isQuadratic ? 4 : 2.6);
    }
  },
);
