import { expect, test } from 'vitest';
import { mapSettings } from '../../../src/import/settings/map-settings.ts';
import { createOldSite, readMappedFiles } from '../../helpers/old-sites/mapped-settings.ts';

const page = (title: string) => `---\ntitle: ${title}\ndate: 2020-01-01\n---\nText.\n`;

async function importSections(files: Record<string, string>) {
  const site = createOldSite(files);
  const { settings, problems } = await readMappedFiles(site, mapSettings(site));
  expect(problems).toEqual([]);
  return settings.sections;
}

const hugo = {
  'config.toml': `title = "Ada Example"
theme = "academic"
[[menu.main]]
  name = "News"
  url = "#posts"
  weight = 1
[[menu.main]]
  name = "Papers"
  url = "publication/"
  weight = 2
[[menu.main]]
  name = "Talks"
  url = "/talk/"
  weight = 3
[[menu.main]]
  name = "Software"
  url = "/project/"
  weight = 4
`,
  'content/home/posts.md': '+++\nwidget = "posts"\ntitle = "Latest"\n+++\n',
  'content/post/a.md': page('A post'),
  'content/post/_index.md': '---\ntitle: Posts\n---\n',
  'content/publication/b/index.md': page('A paper'),
  'content/talk/c/index.md': page('A talk'),
  'content/project/d/index.md': page('A program'),
  'content/project/_index.md': '---\ntitle: Software &amp; <b>data</b>\n---\n',
};

test('sections are named like the menu and the list pages of a Hugo site', async () => {
  expect(await importSections(hugo)).toEqual({
    posts: { title: 'News' },
    publications: { title: 'Papers' },
    projects: { title: 'Software & data', menu: 'Software' },
  });
});

test('the largest of several folders names their section', async () => {
  const files = {
    'config.toml': 'title = "Ada Example"\ntheme = "academic"\n',
    'content/post/a.md': page('One'),
    'content/post/_index.md': page('Notebook'),
    'content/news/b.md': page('Two'),
    'content/news/c.md': page('Three'),
    'content/news/_index.md': page('Announcements'),
  };
  expect(await importSections(files)).toEqual({ posts: { title: 'Announcements' } });
});

test('sections are named like the list pages of a Jekyll site, but not like its CV', async () => {
  const list = (title: string, collection: string) =>
    `---\ntitle: ${title}\npermalink: /${collection}/\n---\n{% for post in site.${collection} %}{{ post.title }}{% endfor %}\n`;
  const files = {
    '_config.yml':
      'title: Ada\nauthor: { name: Ada Example }\ncollections: { talks: { output: true }, portfolio: { output: true } }\n',
    '_data/navigation.yml':
      'main:\n  - { title: Lectures, url: /talks/ }\n  - { title: Work, url: /portfolio/ }\n',
    '_pages/cv.md': list('CV', 'talks'),
    '_pages/talks.html': list('Talks and presentations', 'talks'),
    '_pages/portfolio.html': list('Selected work', 'portfolio'),
    '_talks/a.md': page('A talk'),
    '_portfolio/b.md': page('A thing'),
  };
  expect(await importSections(files)).toEqual({
    talks: { title: 'Lectures' },
    projects: { title: 'Selected work', menu: 'Work' },
  });
});

test('a site with the default names has no such setting', async () => {
  const files = {
    ...hugo,
    'config.toml':
      'title = "Ada Example"\ntheme = "academic"\n[[menu.main]]\nname = "Talks"\nurl = "talk/"\n',
    'content/project/_index.md': '---\ntitle: Projects\n---\n',
  };
  expect(await importSections(files)).toBeUndefined();
});
