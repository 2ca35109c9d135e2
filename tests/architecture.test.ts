import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/project-node.mjs';
import {
  checkArchitecture,
  toLayerTable,
  toSubfolderTable,
  type SourceFile,
} from './helpers/source/architecture.ts';
import { parseDocument } from './helpers/source/documents.ts';
import { checkMirroredTests } from './helpers/source/mirrored-tests.ts';

describe('checkArchitecture', () => {
  const fake = (path: string, text: string): SourceFile[] => [{ path: `src/${path}`, text }];

  test.each([
    ['model/talk.ts', "import type { Entry } from '../schema/talk.ts';"],
    ['feeds/rss.ts', "import { talkUrl } from '../model/url.ts';"],
    ['layouts/Base.astro', "---\nimport Head from '../components/site/Head.astro';\n---\n"],
    ['pages/talks/index.astro', "---\nimport { talks } from '../../data/talks.ts';\n---\n"],
    ['content.config.ts', "import { loader } from './content/loader.ts';"],
    ['model/talk.ts', "import { slug } from './slug.ts';"],
    ['cli/import.ts', "import { importSite } from '../import/import-site.ts';"],
    ['import/import-site.ts', "import type { Plan } from './plan/plan.ts';"],
    ['model/talk/talk.ts', "import type { When } from '../page/when.ts';"],
    ['components/talk/Card.astro', "---\nimport Icon from '../ui/Icon.astro';\n---\n"],
    ['model/when.ts', 'export const day = (now: Date) => new Date(now);'],
    ['model/when.ts', '// new Date() and Date.now are for others\nexport const one = 1;'],
  ])('accepts %s with %s', (path, text) => {
    expect(checkArchitecture(fake(path, text))).toEqual([]);
  });

  test.each([
    [
      'schema/talk.ts',
      "import { toTalk } from '../model/talk.ts';",
      'schema must not import model',
    ],
    ['model/a.ts', "export * from '../feeds/rss.ts';", 'model must not import feeds'],
    ['cli/cv.ts', "import x from '../../tests/helpers/a.ts';", 'the program must not import tests'],
    ['markdown/a.ts', "import '../content/read.ts';", 'markdown must not import content'],
    ['data/a.ts', "import x from '../pages/a.ts';", 'data must not import pages'],
    ['pages/a.ts', "import x from '../content/a.ts';", 'pages must not import content'],
    ['cli/new.ts', "const x = await import('../data/a.ts');", 'cli must not import data'],
    [
      'cli/import.ts',
      "import type { Plan } from '../import/plan/plan.ts';",
      'only src/import/import-site.ts may be imported',
    ],
    [
      'components/talk/Card.astro',
      "---\nimport {\n  talks,\n} from '../../data/talks.ts';\n---\n",
      'components must not import data',
    ],
    [
      'components/talk/Card.astro',
      "---\nimport { getCollection } from 'astro:content';\n---\n",
      'components must not import astro:content',
    ],
    ['components/Card.astro', "---\nimport x from '@/data/talks.ts';\n---", 'is not relative'],
    ['model/a.ts', "import { z } from 'astro:content';", 'model must not import astro:content'],
    ['schema/a.ts', "import fs from 'node:fs/promises';", 'schema must not import node:fs'],
    ['model/a.ts', 'export const now = () => Date.now();', 'reads the clock'],
    ['schema/a.ts', 'export const now = () => new Date ( );', 'reads the clock'],
    ['model/index.ts', 'export const one = 1;', 'index.ts'],
    ['model/long.ts', 'export {};\n'.repeat(301), '301 lines, at most 300'],
    ['components/Long.astro', '<p></p>\n'.repeat(151), '151 lines, at most 150'],
    ['pages/long.astro', '<p></p>\n'.repeat(61), '61 lines, at most 60'],
    [
      'model/page/when.ts',
      "import type { Talk } from '../talk/talk.ts';",
      'model/page must not import model/talk',
    ],
    [
      'content/parse/yaml.ts',
      "import { readSite } from '../site.ts';",
      'content/parse must not import a file directly in content',
    ],
    [
      'markdown/html/links.ts',
      "import { render } from '../attic/render.ts';",
      'attic is not in the order of markdown',
    ],
    ['attic/a.ts', 'export {};', 'attic is not a layer'],
  ])('rejects %s with %s', (path, text, reason) => {
    const problems = checkArchitecture(fake(path, text));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`src/${path}`);
    expect(problems[0]).toContain(reason);
  });

  test('rejects files that import each other, types included, and names all of them', () => {
    const files = [
      ...fake('data/a.ts', "import { b } from './b.ts';"),
      ...fake('data/b.ts', "import type { C } from './c.ts';"),
      ...fake('data/c.ts', "import { a } from './a.ts';"),
      ...fake('data/d.ts', "import { a } from './a.ts';"),
    ];
    expect(checkArchitecture(files)).toEqual([
      'src/data/a.ts: import cycle of src/data/a.ts, src/data/b.ts, src/data/c.ts',
    ]);
  });

  test('accepts two files that import the same third', () => {
    const files = [
      ...fake('data/a.ts', "import { b } from './b.ts';\nimport { c } from './c.ts';"),
      ...fake('data/b.ts', "import { c } from './c.ts';"),
      ...fake('data/c.ts', 'export const c = 1;'),
    ];
    expect(checkArchitecture(files)).toEqual([]);
  });
});

test('src follows the architecture', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(astro|ts|tsx|mjs|js)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  expect(files.length).toBeGreaterThan(0);
  expect(checkArchitecture(files)).toEqual([]);
});

/** Tests that belong to no single file, with the reason. */
const testsOfSeveralFiles: Record<string, string> = {
  'tests/content/parse/hugo-answers.test.ts':
    'It compares the fixtures of other tests with the output of Hugo.',
  'tests/feeds/control-characters.test.ts': 'It tries the same values in all formats for programs.',
};

describe('tests mirror the layers', () => {
  test.each([
    'tests/model/talk/place.test.ts',
    'tests/model/talk/place-corpus.test.ts',
    'tests/layouts/Base.test.ts',
    'tests/site/place.test.ts',
  ])('accepts %s', (path) => {
    const sources = ['src/model/talk/place.ts', 'src/layouts/Base.astro'];
    expect(checkMirroredTests([path], sources)).toEqual([]);
  });

  test.each([
    ['tests/model/place.test.ts', 'there is no folder src/model'],
    ['tests/model/talk/places.test.ts', 'src/model/talk has no file of this name'],
    ['tests/model/talk/other-place.test.ts', 'src/model/talk has no file of this name'],
  ])('rejects %s', (path, reason) => {
    const sources = ['src/model/talk/place.ts'];
    expect(checkMirroredTests([path], sources)).toEqual([`${path}: ${reason}`]);
    expect(checkMirroredTests([path], sources, [path])).toEqual([]);
    expect(checkMirroredTests([], sources, [path])).toEqual([
      `${path}: this exception does not exist`,
    ]);
  });

  test('each test is found from the file that it tests', () => {
    const [tests, sources] = ['tests', 'src'].map((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) =>
          folder === 'tests' ? path.endsWith('.test.ts') : /\.(ts|astro)$/.test(path),
        ),
    ) as [string[], string[]];
    expect(tests.length).toBeGreaterThan(100);
    expect(checkMirroredTests(tests, sources, Object.keys(testsOfSeveralFiles))).toEqual([]);
  });
});

test('CONTRIBUTING.md shows the tables of layers and folders', () => {
  const tables: string[][][] = [];
  visit(parseDocument('CONTRIBUTING.md'), 'table', (table: Table) => {
    tables.push(table.children.map(({ children }) => children.map((cell) => toString(cell))));
  });
  expect(tables).toContainEqual(toLayerTable());
  expect(tables).toContainEqual(toSubfolderTable());
});
