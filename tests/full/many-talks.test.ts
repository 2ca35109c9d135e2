import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from '../helpers/build-site.ts';
import { fileFor, pagesIn } from '../helpers/dist.ts';
import { parsePage } from '../helpers/html.ts';
import { choicesOf, listedOn } from '../helpers/listing.ts';
import { manyTalks, talkFiles } from '../helpers/many-talks.ts';

const talks = manyTalks(320);
const titleOf = (slug: string) => `Measuring a quantity by means of ${slug}`;

/** The titles on all pages of a selection, in the order of the pages. */
function listedUnder(site: BuiltSite, folder: string): string[] {
  const pages = pagesIn(site.dist).filter((path) => path.startsWith(folder));
  return pages.flatMap((path) => {
    const listed = listedOn(site, path);
    expect(listed.length).toBeLessThanOrEqual(150);
    return listed;
  });
}

describe('a list of hundreds of talks', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ files: talkFiles(talks) });
    expect(site.code, site.output).toBe(0);
  }, 240_000);

  test('has each delivery on the page of its year', () => {
    const years = new Set(talks.flatMap((talk) => talk.years));
    expect(years.size).toBe(27);
    for (const year of years) {
      const expected = talks.flatMap((talk) =>
        talk.years.filter((one) => one === year).map(() => titleOf(talk.slug)),
      );
      expect(listedOn(site, `talks/in/${year}/index.html`).sort()).toEqual(expected.sort());
    }
  });

  test('holds the latest years on its first page and leads to the others', () => {
    const listed = listedOn(site, 'talks/index.html');
    expect(listed.length).toBeLessThanOrEqual(200);
    expect(listed.length).toBeGreaterThan(150);
    const links = choicesOf(site, 'talks/index.html', 'Years');
    expect(links.map(({ name }) => Number(name))).toEqual(
      Array.from({ length: 26 }, (_, i) => 2026 - i).slice(1),
    );
    const page = parsePage(site.read('talks/index.html'));
    for (const { name, href } of links) {
      if (href.startsWith('#')) expect(page.text(`[id="${href.slice(1)}"]`)).toBe(name);
      else expect(fileFor(site.dist, href)).toBe(`talks/in/${name}/index.html`);
    }
  });

  test('has pages for what talks are and have, each delivery once, no page too long', () => {
    const of = (chosen: typeof talks) =>
      chosen.flatMap(({ slug, years }) => years.map(() => titleOf(slug)));
    for (const [folder, chosen] of [
      ['talks/with/video/', talks.filter(({ video }) => video)],
      ['talks/with/slides/', talks.filter(({ slides }) => slides)],
      ['talks/kind/keynote/', talks.filter(({ kind }) => kind === 'Keynote')],
      ['talks/kind/invited-talk/', talks.filter(({ kind }) => kind === 'Invited talk')],
    ] as const) {
      expect(listedUnder(site, folder).sort(), folder).toEqual(of(chosen).sort());
    }
  });

  test('has each talk of a tag once', () => {
    const tagged = talks.filter(({ tags }) => tags.includes('Method 0'));
    const expected = tagged.map(({ slug }) => titleOf(slug));
    expect(listedUnder(site, 'talks/tags/method-0/').sort()).toEqual(expected.sort());
  });

  test('takes no address from a talk', () => {
    expect(talks.length).toBeGreaterThan(300);
    for (const { slug } of talks)
      expect(parsePage(site.read(`talks/${slug}/index.html`)).text('h1')).toBe(titleOf(slug));
  });

  test('sends no script where a choice leads elsewhere', () => {
    const links = parsePage(site.read('talks/index.html')).all('[data-mark], [data-marks]');
    expect(links).toEqual([]);
  });
});
