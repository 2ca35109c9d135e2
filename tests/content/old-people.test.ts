import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, expect, test } from 'vitest';
import { checkSite } from '../../src/content/validate/check-site.ts';
import { personSection } from '../../src/content/sections/person-section.ts';
import type { Problem } from '../../src/content/parse/problem.ts';
import { readPages } from '../../src/content/sections/read-pages.ts';
import { siteFolder } from '../../src/content/assets/site-folder.ts';
import { createAddresses } from '../../src/model/page/addresses.ts';
import { toPerson } from '../../src/model/person/person.ts';
import { toRichText } from '../../src/model/page/page-texts.ts';
import { personTexts } from '../../src/model/person/raw-person.ts';
import { oldSiteSources, type OldSiteFolder } from '../helpers/old-site-folders.ts';
import { makePicture } from '../helpers/pictures.ts';
import { describeSources } from '../helpers/skip.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** How many profiles are in each site; the others have none. */
const counts: Record<string, number> = {
  hugoblox: 1,
  wowchemy: 2,
  'hugoblox-2024': 1,
  'wowchemy-2022': 1,
};

describeSources(
  oldSiteSources().filter(({ name }) => name in counts),
  (site) => {
    test('its people are read as they are', () => checkPeopleOf(site));
  },
);

async function checkPeopleOf(site: OldSiteFolder): Promise<void> {
  const { name } = site;
  const place = await copySite(site);
  const { problems } = await checkSite(place);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors, name).toEqual([]);

  const { pages } = readPages(personSection, place, createAddresses('/'));
  expect(pages.length, name).toBe(filesOf(site).length);
  expect(pages).toHaveLength(counts[name] ?? NaN);
  for (const { slug, frontMatter, files, file, text, image } of pages) {
    const texts = Object.fromEntries(
      personTexts(frontMatter).map((one) => [one.name, toRichText(one.value)]),
    );
    const source = { slug, frontMatter, texts, hasBody: true, hasMath: false, hasPlayer: false };
    const site = { owner: 'Nobody', timezone: 'UTC', z: 'utc' as const, language: 'en' };
    const person = toPerson(
      { ...source, findFile: (written) => files[written] },
      { ...site, addresses: createAddresses('/') },
      false,
    );
    const shown = JSON.stringify([person, Object.keys(files)]);
    expect(wordsIn(text).length, name).toBeGreaterThan(1);
    for (const words of wordsIn(text)) {
      expect(
        shown.includes(JSON.stringify(words).slice(1, -1)) || isTold(problems, file, text, words),
        `${name}: ${words}`,
      ).toBe(true);
    }
    const avatar = file.bundle?.files.find((one) => /avatar/.test(one));
    expect(image?.name, name).toBe(avatar);
  }
}

/** The name, the role, and the links of a file, by a reader of YAML that is not ours. */
function wordsIn(text: string): string[] {
  const [, front = text] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const data = parse(front) as Record<string, unknown>;
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
function isTold(
  problems: Problem[],
  { name }: { name: string },
  text: string,
  words: string,
): boolean {
  const lines = text.split('\n');
  return problems.some((one) => one.file === name && lines[one.line - 1]?.includes(words));
}

function filesOf(site: OldSiteFolder): string[] {
  const inContent = join(site.folder, 'content/authors');
  const inData = join(site.folder, 'data/authors');
  const folders = existsSync(inContent) ? readdirSync(inContent) : [];
  const flat = existsSync(inData) ? readdirSync(inData) : [];
  return [...folders.filter((one) => !one.includes('.')), ...flat];
}

/** A site as its author would bring it here: `static/` is `public/`, `data/authors/` in `content/authors/`. */
async function copySite(site: OldSiteFolder) {
  const to = join(folder, site.name);
  for (const [from, into] of [
    ['content/authors', 'content/authors'],
    ['data/authors', 'content/authors'],
    ['static', 'public'],
  ] as const) {
    const source = join(site.folder, from);
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
