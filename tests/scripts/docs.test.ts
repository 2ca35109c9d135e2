import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { generateDocuments } from '../../scripts/docs.ts';
import { textTypes } from '../../src/feeds/host/response-headers.ts';
import { checkFiles, readExamples, splitSections } from '../../scripts/docs-problems.ts';

const problems = readFileSync(join(root, 'docs/problems.md'), 'utf8');
const sections = splitSections(problems);
const documented: string[] = sections.map(({ code }) => code);
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');

test.each(await generateDocuments())('$path is up to date (npm run docs)', ({ path, text }) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

describe('every code of a message is documented', () => {
  const literals = [...source.matchAll(/(\bcode: *)?'([a-z]+(?:-[a-z]+)*\/[a-z-]+)'/g)].map(
    ([, key, code = '']) => ({ isCode: key !== undefined, code }),
  );
  const getTopic = (code: string) => code.split('/')[0] ?? '';

  test('if it is written in full', () => {
    const explicit = literals.filter(({ isCode }) => isCode).map(({ code }) => code);
    expect(new Set(explicit).size).toBeGreaterThan(40);
    // Other codes of a topic do not follow the word `code`.
    const topics = new Set([...explicit, ...documented].map(getTopic));
    const codes = literals.map(({ code }) => code).filter((code) => topics.has(getTopic(code)));
    const media = Object.keys(textTypes).concat('text/xml', 'text/x-vite-ping');
    const missing = codes.filter((code) => ![...documented, ...media].includes(code));
    expect([...new Set(missing)]).toEqual([]);
  });

  test('if the topic depends on the file', () => {
    const bare = [...source.matchAll(/\bcode(?:: *| = )'([a-z]+(?:-[a-z]+)*)'/g)];
    const composed = [...source.matchAll(/`\$\{[\w.]*(?:topic|noun)\}\/([a-z-]+)`/g)];
    expect([bare.length > 30, composed.length > 1]).toEqual([true, true]);
    const names = [...bare, ...composed].map(([, name = '']) => name);
    // The code of custom issues of Zod.
    const codes = names.filter((name) => name !== 'custom').map((name) => `talk/${name}`);
    expect(codes.filter((code) => !documented.includes(code))).toEqual([]);
  });
});

describe('the correction of each example', () => {
  const examples = readExamples(problems);

  test('is in the document', () => {
    expect(examples.length).toBeGreaterThan(90);
    const isWithout = (example: (typeof examples)[number]) => example.corrected === undefined;
    expect(examples.filter(isWithout).map(({ code }) => code)).toEqual([]);
  });

  test.each(examples)('removes $code, and causes no other problem', async ({ corrected }) => {
    const { problems } = await checkFiles(corrected ?? {});
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

describe('a message with each documented code can be produced', () => {
  test('each is documented once', () => {
    expect(documented.length).toBeGreaterThan(80);
    expect(documented).toEqual([...new Set(documented)]);
  });

  // The tests above check that these messages are up to date.
  test.each(sections)('$code', ({ code, section }) => {
    const printed = section.match(/```text\n[\s\S]*?```/g) ?? [];
    for (const message of printed) expect(message).toContain(`    ${code}\n`);
    if (printed.length > 0) return;
    expect(section, 'has an example, or the reason why not').toMatch(/^No example: [^\n]+\.$/m);
    const literals = [code, code.slice('talk/'.length)].slice(0, code.startsWith('talk/') ? 2 : 1);
    const isReported = literals.some((literal) => source.includes(`code: '${literal}'`));
    expect(isReported, `nothing reports ${code}`).toBe(true);
  });
});
