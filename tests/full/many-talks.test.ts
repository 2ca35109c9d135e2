import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build/build-site.ts';
import { fileFor, listPages } from '../helpers/read/dist.ts';
import { parsePage } from '../helpers/read/html.ts';
import { listFilterLinks, listTalkTitles } from '../helpers/read/talk-list.ts';
import { generateTalks, toTalkFiles } from '../helpers/make/many-talks.ts';

const talks = generateTalks(320);
const toTitle = (slug: string) => `Measuring a quantity by means of ${slug}`;

/** Returns the titles on all pages of a filter, in the order of the pages. */
function listTitlesBelow(site: BuiltSite, folder: string): string[] {
  const pages = listPages(site.dist).filter((path) => path.startsWith(folder));
  return pages.flatMap((path) => {
    const listed = listTalkTitles(site, path);
    expect(listed.length).toBeLessThanOrEqual(150);
    return listed;
  });
}

describe('a list of hundreds of talks', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ files: toTalkFiles(talks) });
    expect(site.code, site.output).toBe(0);
  }, 240_000);

  test('has each delivery on the page of its year', () => {
    const years = new Set(talks.flatMap((talk) => talk.years));
    expect(years.size).toBe(27);
    for (const year of years) {
      const expected = talks.flatMap((talk) =>
        talk.years.filter((value) => value === year).map(() => toTitle(talk.slug)),
      );
      expect(listTalkTitles(site, `talks/in/${year}/index.html`).sort()).toEqual(expected.sort());
    }
  });

  test('has the latest years on its first page and links to the others', () => {
    const listed = listTalkTitles(site, 'talks/index.html');
    expect(listed.length).toBeLessThanOrEqual(200);
    expect(listed.length).toBeGreaterThan(150);
    const links = listFilterLinks(site, 'talks/index.html', 'Years');
    expect(links.map(({ name }) => Number(name))).toEqual(
      Array.from({ length: 26 }, (_, i) => 2026 - i).slice(1),
    );
    const page = parsePage(site.read('talks/index.html'));
    for (const { name, href } of links) {
      if (href.startsWith('#')) expect(page.text(`[id="${href.slice(1)}"]`)).toBe(name);
      else expect(fileFor(site.dist, href)).toBe(`talks/in/${name}/index.html`);
    }
  });

  test('has a page for each filter, with each delivery once and no page too long', () => {
    const toTitles = (matching: typeof talks) =>
      matching.flatMap(({ slug, years }) => years.map(() => toTitle(slug)));
    for (const [folder, matching] of [
      ['talks/with/video/', talks.filter(({ video }) => video)],
      ['talks/with/slides/', talks.filter(({ slides }) => slides)],
      ['talks/kind/keynote/', talks.filter(({ kind }) => kind === 'Keynote')],
      ['talks/kind/invited-talk/', talks.filter(({ kind }) => kind === 'Invited talk')],
    ] as const) {
      expect(listTitlesBelow(site, folder).sort(), folder).toEqual(toTitles(matching).sort());
    }
  });

  test('has each talk of a tag once', () => {
    const tagged = talks.filter(({ tags }) => tags.includes('Method 0'));
    const expected = tagged.map(({ slug }) => toTitle(slug));
    expect(listTitlesBelow(site, 'talks/tags/method-0/').sort()).toEqual(expected.sort());
  });

  test('never uses the address of a talk for a filter', () => {
    expect(talks.length).toBeGreaterThan(300);
    for (const { slug } of talks)
      expect(parsePage(site.read(`talks/${slug}/index.html`)).text('h1')).toBe(toTitle(slug));
  });

  test('has no script if filters link to other pages', () => {
    const links = parsePage(site.read('talks/index.html')).all('[data-mark], [data-marks]');
    expect(links).toEqual([]);
  });
});
