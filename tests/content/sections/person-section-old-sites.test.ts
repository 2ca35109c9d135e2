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
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { personSection } from '../../../src/content/sections/person-section.ts';
import type { Problem } from '../../../src/content/parse/problem.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { toPerson } from '../../../src/model/person/person.ts';
import { toRichText } from '../../../src/model/page/page-texts.ts';
import { toPersonTexts } from '../../../src/model/person/raw-person.ts';
import { getOldSiteSources, type OldSiteFolder } from '../../helpers/old-sites/old-site-folders.ts';
import { makeImage } from '../../helpers/make/images.ts';
import { describeSources } from '../../helpers/skip.ts';

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lectern-people-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The number of profiles in each site. The other sites have none. */
const counts: Record<string, number> = {
  hugoblox: 1,
  wowchemy: 2,
  'hugoblox-2024': 1,
  'wowchemy-2022': 1,
};

describeSources(
  getOldSiteSources().filter(({ name }) => name in counts),
  (site) => {
    test('its people are read completely', () => checkSitePeople(site));
  },
);

async function checkSitePeople(site: OldSiteFolder): Promise<void> {
  const { name } = site;
  const folder = await copySite(site);
  const { problems } = await checkSite(folder);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors, name).toEqual([]);

  const { pages } = readPages(personSection, folder, createAddresses('/'));
  expect(pages.length, name).toBe(listPeopleFiles(site).length);
  expect(pages).toHaveLength(counts[name] ?? NaN);
  for (const { slug, frontMatter, files, file, text, image } of pages) {
    const texts = Object.fromEntries(
      toPersonTexts(frontMatter).map((rawText) => [rawText.name, toRichText(rawText.value)]),
    );
    const source = { slug, frontMatter, texts, hasBody: true, hasMath: false, hasPlayer: false };
    const site = { owner: 'Nobody', timezone: 'UTC', z: 'utc' as const, language: 'en' };
    const person = toPerson(
      { ...source, findFile: (value) => files[value] },
      { ...site, addresses: createAddresses('/') },
      false,
    );
    const shown = JSON.stringify([person, Object.keys(files)]);
    expect(findValues(text).length, name).toBeGreaterThan(1);
    for (const value of findValues(text)) {
      expect(
        shown.includes(JSON.stringify(value).slice(1, -1)) ||
          isReported(problems, file, text, value),
        `${name}: ${value}`,
      ).toBe(true);
    }
    const avatar = file.bundle?.files.find((path) => /avatar/.test(path));
    expect(image?.name, name).toBe(avatar);
  }
}

/** Returns the name, the role and the links in a file, by another parser of YAML. */
function findValues(text: string): string[] {
  const [, front = text] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const data = parse(front) as Record<string, unknown>;
  const { title, name, role, interests } = data;
  const display = (name as { display?: unknown } | undefined)?.display;
  const links: unknown[] = [];
  const collect = (value: unknown, key = ''): void => {
    if (/^(link|url)$/.test(key)) links.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [innerKey, inner] of Object.entries(value)) collect(inner, innerKey);
  };
  collect(data);
  const institutions = ['organizations', 'affiliations'].flatMap((key) =>
    ((data[key] as { name?: string }[] | undefined) ?? []).map((institution) => institution.name),
  );
  const values = [title, display, role, ...[interests].flat(), ...institutions, ...links];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** Returns whether there is a problem on a line that contains the value. */
function isReported(
  problems: Problem[],
  { name }: { name: string },
  text: string,
  value: string,
): boolean {
  const lines = text.split('\n');
  return problems.some(({ file, line }) => file === name && lines[line - 1]?.includes(value));
}

function listPeopleFiles(site: OldSiteFolder): string[] {
  const inContent = join(site.folder, 'content/authors');
  const inData = join(site.folder, 'data/authors');
  const folders = existsSync(inContent) ? readdirSync(inContent) : [];
  const flat = existsSync(inData) ? readdirSync(inData) : [];
  return [...folders.filter((folder) => !folder.includes('.')), ...flat];
}

/** Copies a site as its author would: `static/` to `public/`, and `data/authors/` to `content/authors/`. */
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
  // Large images in the copy of the site are replaced by a file that browsers do not show.
  for (const path of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    const file = join(to, path);
    if (/\.jpe?g$/.test(path) && readFileSync(file).length < 200) {
      rmSync(file);
      writeFileSync(file, await makeImage('jpeg'));
    }
  }
  return resolveSiteFolder({ LECTERN_SITE: to });
}
