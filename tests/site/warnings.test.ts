import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { readExamples } from '../../scripts/docs-problems.ts';
import { toSeverity } from '../../src/schema/severity.ts';
import { checkSite } from '../../src/content/validate/check-site.ts';
import { formatReport } from '../../src/content/validate/format-report.ts';
import { buildSite, type BuiltSite } from '../helpers/build/build-site.ts';
import { createAuthorFolder } from '../helpers/make/author-folder.ts';
import { createWarningSite } from '../helpers/make/warning-site.ts';
import { checkOnly } from '../helpers/mutants/compare-readings.ts';
import { listFiles, listPages } from '../helpers/read/dist.ts';

const document = readFileSync(join(root, 'docs/problems.md'), 'utf8');
const { files, codes } = createWarningSite(document);

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite({ files });
});

test('the site has an instance of every documented warning', () => {
  const warnings = readExamples(document).filter(({ code }) => toSeverity(code) === 'warning');
  expect(codes.length).toBeGreaterThan(70);
  expect(warnings.map(({ code }) => code).filter((code) => !codes.includes(code))).toEqual([]);
});

test('the site is built, and each warning is printed', () => {
  expect(site.code, site.output).toBe(0);
  // The portrait cannot be missing and unreadable.
  const built = codes.filter((code) => !checkOnly.test(code));
  const printed = built.filter((code) => site.output.includes(`    ${code}\n`));
  expect(built.filter((code) => !printed.includes(code))).toEqual(['about/missing-file']);
  expect(site.output).toMatch(/\n\d+ warnings in \d+ files\.\n/);
});

test('the build prints the same report as check', async () => {
  const { problems } = await checkSite(createAuthorFolder(files));
  const built = problems.filter(({ code }) => !checkOnly.test(code));
  expect(built.length).toBeGreaterThan(70);
  expect(site.output).toContain(formatReport(built, { color: false }));
});

test('what is dropped or shown as its source is marked', () => {
  const html = listPages(site.dist)
    .map((page) => site.read(page))
    .join('\n');
  const shown = ['text/formula', 'text/unknown-shortcode', 'text/liquid', 'text/diagram'];
  const dropped = ['text/unsafe-link', 'text/missing-file', 'text/unreadable-picture'];
  for (const code of [...shown, ...dropped, 'text/unknown-target']) {
    expect(html, code).toContain(`data-problem="${code}"`);
  }
  expect(html).toContain('<span data-problem="text/unsafe-link">here</span>');
  expect(html).not.toContain('javascript:');
});

test('visitors do not receive the script that lists problems in npm start', () => {
  const key = 'lectern-problems-open';
  expect(readFileSync(join(root, 'src/client/problem-strip.ts'), 'utf8')).toContain(key);
  const files = listFiles(site.dist).filter((file) => /\.(?:html|js)$/.test(file));
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  expect(files.filter((file) => site.read(file).includes(key))).toEqual([]);
});
