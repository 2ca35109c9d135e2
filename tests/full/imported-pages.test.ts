import { beforeAll, expect, test } from 'vitest';
import { parsePage } from '../helpers/read/html.ts';
import { buildImportedSite } from '../helpers/build/imported-site.ts';
import { readOldPages, type OldPage } from '../helpers/old-sites/old-pages.ts';
import { getBuiltOldSiteSources } from '../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../helpers/skip.ts';
import { findMissingContent, type MissingContent } from '../helpers/old-sites/missing-content.ts';

describeSources(getBuiltOldSiteSources(), ({ name, folder }) => {
  let site: Awaited<ReturnType<typeof buildImportedSite>>;
  let pages: OldPage[];
  beforeAll(async () => {
    site = await buildImportedSite(name);
    pages = readOldPages(folder, site.report);
  });

  test('has a page for every old file that its report counts, in each section', () => {
    const counted = site.report.pages.filter(({ section }) => section !== 'slides');
    expect(counted.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
    for (const { section, count, drafts } of counted) {
      const sectionPages = pages.filter((page) => page.section === section);
      expect.soft(sectionPages.length, section).toBe(count - drafts);
    }
  });

  test('shows all contents of the old files, except what was reported', () => {
    expect(pages.length).toBeGreaterThan(5);
    const people = pages.filter(({ section }) => section === 'people');
    const names = new Map(
      people.map(({ file, data }) => {
        const [, , name = ''] = file.split('/');
        return [name.replace(/\.\w+$/, ''), String(data['title'])] as const;
      }),
    );
    const missing = pages.flatMap((old) =>
      findMissingContent(old, parsePage(site.read(old.html)), names)
        .filter((missing) => !isReported(old.file, missing))
        .map(({ kind, value }) => `${old.file}: ${kind}: ${value}`),
    );
    expect(missing).toEqual([]);
  });

  /** Whether the report or the build mentions a link or image that is not shown. */
  function isReported(file: string, { kind, value }: MissingContent): boolean {
    if (kind !== 'link' && kind !== 'image') return false;
    const { problems } = site.report;
    const ownProblems = problems.filter((problem) => problem.file === file);
    const texts = [
      ...ownProblems.map(({ message, remedy }) => message + remedy),
      ...site.output.split('\n\n').filter((block) => block.includes(`${file}:`)),
    ];
    return texts.some((text) => text.includes(value));
  }
});
