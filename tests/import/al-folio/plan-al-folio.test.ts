import { expect, test, vi } from 'vitest';
import { readSite } from '../../../src/content/site/read-site.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import type { ImportReportJson } from '../../../src/import/report/format-report.ts';
import { makeAlFolioSite } from '../../helpers/old-sites/al-folio-site.ts';
import { importOldSite } from '../../helpers/old-sites/import-old-site.ts';

vi.setConfig({ testTimeout: 60_000 });

test('an al-folio site arrives whole', async () => {
  const { read, into } = await importOldSite(await makeAlFolioSite());
  const report = JSON.parse(read('import-report.json')) as ImportReportJson;
  const { problems, pages, addresses, danglingLinks } = report;
  expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  expect(Object.fromEntries(pages.map(({ section, count }) => [section, count]))).toEqual({
    ...{ talks: 10, publications: 12, projects: 8, posts: 25, teaching: 1, people: 6 },
    ...{ pages: 4, slides: 0 },
  });
  expect(pages.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(60);
  expect(addresses.filter(({ outcome }) => 'reason' in outcome)).toEqual([]);
  expect(danglingLinks).toEqual([]);
  const quarantined = report.files.filter(({ outcome }) => outcome === 'quarantined');
  expect(quarantined.map(({ path }) => path)).toEqual(['_bibliography/draft.bib']);

  const { settings } = readSite(resolveSiteFolder({ LECTERN_SITE: into }), {});
  expect(settings).toMatchObject({
    name: 'Ada M. Example',
    role: 'Reader in Knots at the University of Graz',
    url: 'https://ada.uni-graz.at',
  });
  expect(settings.links.map(({ name, url }) => `${name} ${url}`)).toEqual([
    'E-mail mailto:ada@uni-graz.at',
    'GitHub https://github.com/ada',
    'Google Scholar https://scholar.google.com/citations?user=abcAAAAJ',
    'Mastodon https://mathstodon.xyz/@ada',
    'Knot forum https://example.org/forum',
    'CV (PDF) /assets/pdf/knots.pdf',
  ]);
  expect(settings.navigation?.map(({ name, url }) => `${name} ${url}`)).toEqual([
    ...['blog /posts/', 'publications /publications/', 'projects /projects/', 'talks /talks/'],
    ...['cv /cv/', 'people /people/', 'teaching /teaching/', 'repositories /pages/repositories/'],
    ...['contact /pages/contact/', 'team /pages/profiles/'],
  ]);
  const found = Object.fromEntries(
    addresses.map(({ old, outcome }) => [old, 'to' in outcome ? outcome.to : '']),
  );
  expect(found).toMatchObject({
    '/blog/2021/post-01/': '/posts/2021-01-05-post-01/',
    '/blog/2021/': '/posts/',
    '/blog/tag/knots/': '/posts/',
    '/blog/category/notes/': '/posts/',
    '/news/announcement_01/': '/posts/announcement_01/',
    '/projects/01_project/': '/projects/01_project/',
    '/people/': '/people/',
    '/books/': '/posts/',
    '/assets/pdf/knots.pdf': '/assets/pdf/knots.pdf',
  });

  expect(read('content/about.md')).toMatchInlineSnapshot(`
    "---
    # from _pages/about.md
    portrait: ada.png
    ---

    I tie knots, and I wrote [a paper about them](/assets/pdf/knots.pdf).

    <p>Room 12</p>
    "
  `);
  expect(read('content/cv.yaml')).toMatchInlineSnapshot(`
    "# The CV, at /cv/, imported from the old site. Comments say where each value came from.
    # To remove the CV, delete this file. docs/front-matter.md describes all keys.
    # yaml-language-server: $schema=../schemas/cv.schema.json

    education:
      # from _data/cv.yml: 1.contents.0
      - studyType: PhD
        institution: University of Graz
        startDate: 2009
        endDate: 2013
        summary: Thesis on knots.

    work:
      # from _data/cv.yml: 2.contents.0
      - position: Reader
        name: University of Graz
        startDate: 2019
        endDate: present

    awards:
      # from _data/cv.yml: 3.contents.0
      - title: Knot prize
        date: 2021

    languages:
      # from _data/cv.yml: 4.contents.0
      - language: German
        fluency: native
    "
  `);
  expect(read('content/home/cv.md')).toMatchInlineSnapshot(`
    "---
    # from _data/cv.yml
    title: CV
    ---

    ### Expeditions

    - To the rope works, 2018
    "
  `);
  expect(read('content/posts/2021-01-05-post-01.md')).toMatchInlineSnapshot(`
    "---
    title: Post 01
    date: 2021-01-05 15:09:00
    description: What it says
    tags:
      - knots
      - rope
    categories:
      - notes
    image:
      filename: /assets/img/knot.png
    ---

    See ([Example and Sample, 2001](</publications/example2001/>); [Example and Sample, 2002](</publications/example2002/>)) and Ada Example, Lin Sample (2003). [On knot number 03](</publications/example2003/>). *Journal of Knots*.

    {{< figure src="/assets/img/knot.png" alt="A knot" caption="Figure 1" >}}

    <div class="row">
        <div class="col-sm mt-3">
            <img src="/assets/img/knot.png" alt="The same knot">
        </div>
    </div>

    {{< youtube abcdefghijk >}}
    [Listen](</assets/audio/knot.mp3>)

    [ada/knots](https://github.com/ada/knots)

    {{< spoiler text="Click here" >}}
    Hidden *words*.
    {{< /spoiler >}}


    \`\`\`liquid
    {{ page.title }} {% cite nobody %}
    \`\`\`



    **first**

    One.



    Before: [the first post](/blog/2021/post-01/), [a file]({{ '/assets/pdf/knots.pdf' | relative_url }}).

    <blockquote>

    A knot is a knot.

    </blockquote>

    {% highlight python %}
    print("{% include x %}")
    {% endhighlight %}

    ## References

    - Ada Example, Lin Sample (2001). [On knot number 01](</publications/example2001/>). *Journal of Knots*.
    - Ada Example, Lin Sample (2002). [On knot number 02](</publications/example2002/>). *Journal of Knots*.
    - Ada Example, Lin Sample (2003). [On knot number 03](</publications/example2003/>). *Journal of Knots*.

    "
  `);
  expect(read('content/posts/announcement_01.md')).toMatchInlineSnapshot(`
    "---
    title: Paper 01 was accepted at Knots
    date: 2022-03-01 07:59:00-0400
    ---

    Paper 01 was accepted at [Knots](https://example.org). It is about rope.
    "
  `);
  expect(read('content/projects/01_project.md')).toMatchInlineSnapshot(`
    "---
    title: Project 01
    description: A project
    category: work
    image:
      filename: /assets/img/knot.png
    weight: 1
    publications:
      - example2001
      - example2002
    ---

    About project 01.
    "
  `);
  expect(read('content/authors/person_01.md')).toMatchInlineSnapshot(`
    "---
    title: Person 01
    role: Knotter
    user_groups:
      - Staff
    interests:
      - rope
      - twine
    avatar_filename: /assets/img/knot.png
    ---

    "
  `);
  expect(read('content/teaching/knots.md')).toMatchInlineSnapshot(`
    "---
    title: Knots for beginners
    description: All knots
    location: Hall 2; Mondays
    terms:
      - Spring 2024
    authors:
      - Ada M. Example
    ---

    What you learn.

    ## Schedule

    - **Week 1, Feb 5**: The overhand knot

      How to tie it

      [Notes](</assets/pdf/knots.pdf>)
    "
  `);
  expect(read('content/posts/rope.md')).toMatchInlineSnapshot(`
    "---
    title: Rope
    date: 2024-09-07
    ---

    *Rope* by Lin Sample, 1969, ★★★★☆

    A good book.
    "
  `);
  expect(read('content/pages/profiles.md')).toMatchInlineSnapshot(`
    "---
    permalink: /team/
    title: team
    ---

    <img src="/assets/img/ada.png" alt="">

    Lin ties knots, too.

    <p>Room 3</p>
    "
  `);
  expect(read('content/pages/repositories.md')).toMatchInlineSnapshot(`
    "---
    permalink: /repositories/
    title: repositories
    ---

    ## GitHub users

    - [ada](https://github.com/ada)

    ## GitHub repositories

    - [ada/knots](https://github.com/ada/knots)
    "
  `);
  expect(read('content/papers.bib').split('\n').slice(0, 20).join('\n')).toMatchInlineSnapshot(`
    "---
    ---

    @article{example2001,
      abbr={Knots},
      bibtex_show={true},
      title={On knot number 01},
      author={Example, Ada and Sample, Lin},
      journal={Journal of Knots},
      year={2001},
      abstract={Knot 01 is tied.},
      pdf={/assets/pdf/knots.pdf},
      code={https://example.org/knots/01},
      slides={/assets/pdf/knots.pdf},
      preview={knot.png},
      altmetric={01},
      google_scholar_id={abc01},
      selected={true}
    }
    "
  `);
});
