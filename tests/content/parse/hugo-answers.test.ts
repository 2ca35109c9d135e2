import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOwnTalks, ownTalksFolder } from '../../helpers/old-sites/corpus.ts';
import { readWithHugo } from '../../helpers/old-sites/hugo.ts';
import { isInstalled } from '../../helpers/old-sites/generators.ts';
import { skipTest } from '../../helpers/skip.ts';

const files = readdirSync(join(ownTalksFolder, 'files'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.md'))
  .sort();

const texts = files.map((name) => readFileSync(join(ownTalksFolder, 'files', name), 'utf8'));

test('there is an answer for each of our test talks', () => {
  expect(readOwnTalks().map(({ text }) => text)).toEqual(texts);
  expect(files).toHaveLength(42);
});

// To update the answers: vitest run tests/content/parse/hugo-answers.test.ts --update
if (isInstalled('hugo')) {
  test('the answers are those of Hugo', async () => {
    const answers = readWithHugo(
      Object.fromEntries(files.map((name, at) => [name, texts[at] ?? ''])),
    );
    const json = `${JSON.stringify(answers, undefined, 1)}\n`;
    await expect(json).toMatchFileSnapshot(join(ownTalksFolder, 'answers.json'));
  });
} else {
  skipTest('the answers are those of Hugo', 'no hugo');
}
