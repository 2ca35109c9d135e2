import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import yaml from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../scripts/project-node.mjs';
import { checkSite } from '../../src/content/check-site.ts';
import { personSection } from '../../src/content/sections/person-section.ts';
import type { Problem } from '../../src/content/problems/problem.ts';
import { readPages } from '../../src/content/pages/read-pages.ts';
import { siteFolder } from '../../src/content/site-folder.ts';
import { addressesUnder } from '../../src/model/site/url.ts';
import { toPerson } from '../../src/model/person/person.ts';
import { plainText } from '../../src/model/rich-text.ts';
import { personTexts } from '../../src/model/person/written-person.ts';
import { makePicture } from '../helpers/pictures.ts';

const sites = join(root, '..', 'shared', 'sites');
const withPeople = (existsSync(sites) ? readdirSync(sites) : []).filter((name) =>
  ['content/authors', 'data/authors'].some((path) => existsSync(join(sites, name, path))),
);
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.skipIf(withPeople.length === 0)(
  'the people of real sites are read as they are (skipped without ../shared/sites)',
  async () => {
    expect(withPeople.length).toBeGreaterThan(1);
    for (const name of withPeople) await checkPeopleOf(name);
  },
);

async function checkPeopleOf(name: string): Promise<void> {
  const place = await copySite(name);
  const { problems } = await checkSite(place);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors, name).toEqual([]);

  const { pages } = readPages(personSection, place, addressesUnder('/'));
  expect(pages.length, name).toBe(filesOf(name).length);
  for (const { slug, frontMatter, files, file, text, picture } of pages) {
    const texts = Object.fromEntries(
      personTexts(frontMatter).map((one) => [one.name, plainText(one.value)]),
    );
    const source = { slug, frontMatter, texts, hasBody: true, hasMath: false, hasPlayer: false };
    const site = { owner: 'Nobody', timezone: 'UTC', z: 'utc' as const, language: 'en' };
    const person = toPerson(
      { ...source, findFile: (written) => files[written] },
      { ...site, addresses: addressesUnder('/') },
      false,
    );
    const shown = JSON.stringify([person, Object.keys(files)]);
    for (const words of wordsIn(text)) {
      expect(shown.includes(JSON.stringify(words).slice(1, -1)) || isTold(problems, file, text, words), `${name}: ${words}`).toBe(true);
    }
    const avatar = file.bundle?.files.find((one) => /avatar/.test(one));
    expect(picture?.name, name).toBe(avatar);
  }
}

/** The name, the role, and the links of a file, by a reader of YAML that is not ours. */
function wordsIn(text: string): string[] {
  const [, front = text] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const data = yaml.load(front) as Record<string, unknown>;
  const { title, name, role, interests } = data;
  const display = (name as { display?: unknown } | undefined)?.display;
  const links: unknown[] = [];
  const collect = (value: unknown, key = ''): void => {
    if (/^(link|url)$/.test(key)) links.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value)) collect(one, inner);
  };
  collect(data);
  const institutions = ['organizations', 'affiliations'].flatMap((key) =>
    ((data[key] as { name?: string }[] | undefined) ?? []).map((one) => one.name),
  );
  const all = [title, display, role, ...[interests].flat(), ...institutions, ...links];
  return all.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Whether there is a warning on a line that holds the words. */
function isTold(problems: Problem[], { name }: { name: string }, text: string, words: string): boolean {
  const lines = text.split('\n');
  return problems.some((one) => one.file === name && lines[one.line - 1]?.includes(words));
}

function filesOf(name: string): string[] {
  const inContent = join(sites, name, 'content/authors');
  const inData = join(sites, name, 'data/authors');
  const folders = existsSync(inContent) ? readdirSync(inContent) : [];
  const flat = existsSync(inData) ? readdirSync(inData) : [];
  return [...folders.filter((one) => !one.includes('.')), ...flat];
}

/** A site as its author would bring it here: `static/` is `public/`, `data/authors/` in `content/authors/`. */
async function copySite(name: string) {
  const to = join(folder, basename(name));
  for (const [from, into] of [
    ['content/authors', 'content/authors'],
    ['data/authors', 'content/authors'],
    ['static', 'public'],
  ] as const) {
    const source = join(sites, name, from);
    if (existsSync(source)) cpSync(source, join(to, into), { recursive: true });
  }
  writeFileSync(join(to, 'content/site.yaml'), 'name: Nobody\n');
  // Large pictures were replaced by one that no browser shows.
  for (const path of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const file = join(to, path);
    if (/\.jpe?g$/.test(path) && readFileSync(file).length < 200) {
      rmSync(file);
      writeFileSync(file, await makePicture('jpeg'));
    }
  }
  return siteFolder({ LECTERN_SITE: to });
}
