import { beforeAll, expect, test } from 'vitest';
import { parsePage } from '../helpers/html.ts';
import { importedSite } from '../helpers/imported-site.ts';
import { oldPages, type OldPage } from '../helpers/old-pages.ts';
import { builtOldSiteSources } from '../helpers/old-site-folders.ts';
import { describeSources } from '../helpers/skip.ts';
import { lacksOf, type Lack } from '../helpers/whole-page.ts';

describeSources(builtOldSiteSources(), ({ name, folder }) => {
  let site: Awaited<ReturnType<typeof importedSite>>;
  let pages: OldPage[];
  beforeAll(async () => {
    site = await importedSite(name);
    pages = oldPages(folder, site.report);
  });

  test('has a page for every old file that its report counts, section by section', () => {
    const counted = site.report.pages.filter(({ section }) => section !== 'slides');
    expect(counted.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
    for (const { section, count, drafts } of counted) {
      const found = pages.filter((page) => page.section === section);
      expect.soft(found.length, section).toBe(count - drafts);
    }
  });

  test('shows all contents of its file on each page, except what was reported', () => {
    expect(pages.length).toBeGreaterThan(5);
    const people = pages.filter(({ section }) => section === 'people');
    const names = new Map(
      people.map(({ file, data }) => {
        const [, , name = ''] = file.split('/');
        return [name.replace(/\.\w+$/, ''), String(data['title'])] as const;
      }),
    );
    const lacks = pages.flatMap((old) =>
      lacksOf(old, parsePage(site.read(old.html)), names)
        .filter((lack) => !isTold(old.file, lack))
        .map(({ what, value }) => `${old.file}: ${what}: ${value}`),
    );
    expect(lacks).toEqual([]);
  });

  /** Where a link or picture is not shown, the report or the build names it. */
  function isTold(file: string, { what, value }: Lack): boolean {
    if (what !== 'link' && what !== 'picture') return false;
    const { problems } = site.report;
    const said = problems.filter((problem) => problem.file === file);
    const texts = [
      ...said.map(({ message, remedy }) => message + remedy),
      ...site.output.split('\n\n').filter((block) => block.includes(`${file}:`)),
    ];
    return texts.some((text) => text.includes(value));
  }
});
