import { describe, expect, test } from 'vitest';
import { mapSettings } from '../../../src/import/settings/map-settings.ts';
import {
  createOldSite,
  readMappedFiles,
  findKeysWithoutOutcome,
  getMappedText,
  type MappedSettings,
} from '../../helpers/old-sites/mapped-settings.ts';
import * as sites from '../../helpers/old-sites/old-sites.ts';

/** The number of widgets in separate files, by site; other sites have none. */
const widgetCounts: Record<string, number> = {
  academic2: 9,
  academic4: 8,
  wowchemy: 11,
  bilingual: 3,
};

describe.each(Object.entries(sites.oldSites))('%s', (name, files) => {
  test('writes files without problems', async () => {
    const site = createOldSite(files);
    const { problems } = await readMappedFiles(site, mapSettings(site));
    expect(problems).toEqual([]);
  });

  test('every key of the configuration and every widget has one outcome', () => {
    const site = createOldSite(files);
    const mapped = mapSettings(site);
    expect(site.configs.length).toBeGreaterThan(0);
    for (const { path, data } of site.configs) {
      expect(findKeysWithoutOutcome(mapped, path, data), path).toEqual([]);
    }
    const keys = mapped.settings.map(({ file, key }) => `${file} ${key}`);
    expect(keys.length).toBeGreaterThan(3);
    expect(keys).toEqual([...new Set(keys)]);
    const widgets = site.files.filter(({ path }) => /^content\/(de\/)?home\/.*\.md$/.test(path));
    const outcomes = mapped.widgets.map(({ file }) => file);
    expect(widgets).toHaveLength(widgetCounts[name] ?? 0);
    for (const { path } of widgets) expect(outcomes).toContain(path);
  });

  test('writes the same files for any order of the old files', () => {
    const site = createOldSite(files);
    const other = { ...site, files: site.files.toReversed() };
    expect(mapSettings(site).newFiles).toEqual(mapSettings(other).newFiles);
  });

  test('names only files that exist', () => {
    const site = createOldSite(files);
    const { converted, copies } = mapSettings(site);
    const paths = site.files.map(({ path }) => path);
    const named = [...converted, ...copies].map(({ from }) => from);
    expect(named.length).toBeGreaterThan(0);
    expect(paths).toEqual(expect.arrayContaining(named));
  });
});

describe('Academic 2, one file of TOML', () => {
  const site = () => createOldSite(sites.academic2);

  test('imports the name and the links of the owner', async () => {
    const { settings, about } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings).toMatchObject({
      ...{ name: 'Ada Example', role: 'Reader in Measurement', url: 'https://ada.example.edu' },
      ...{ base: '/~ada', language: 'en-GB', affiliation: { name: 'University of Example' } },
    });
    expect(settings.links.map(({ name, url }) => [name, url])).toEqual([
      ['E-mail', 'mailto:ada@example.edu'],
      ['Twitter', 'https://twitter.com/ada_example'],
      ['CV', '/files/my%20cv.pdf'],
    ]);
    expect(about?.frontMatter.portrait).toBe('ada.svg');
  });

  test('copies the biography byte for byte', () => {
    const text = getMappedText(mapSettings(site()), 'content/about.md');
    expect(text.endsWith(sites.biography)).toBe(true);
  });

  test('writes interests and education into the file of the owner', () => {
    const text = getMappedText(mapSettings(site()), 'content/authors/admin.yaml');
    expect(text).toContain('title: Ada Example');
    expect(text).toContain('- Knots');
    expect(text).toContain('institution: University of Nowhere');
  });

  test('imports the visible parts of the home page in order, the name first', async () => {
    const { settings } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings.home).toEqual([
      { section: 'about' },
      { text: 'hero' },
      { section: 'featured_publications', title: 'Selected' },
      { section: 'next_talk' },
      { section: 'recent_talks', title: 'Talks', count: 4 },
      { text: 'press' },
      { text: 'contact' },
    ]);
  });

  test('copies texts, and writes a hero without the keys of its image', () => {
    const mapped = mapSettings(site());
    expect(mapped.copies).toContainEqual({
      from: 'content/home/press.md',
      to: 'content/home/press.md',
    });
    const hero = getMappedText(mapped, 'content/home/hero.md');
    expect(hero).not.toContain('overlay');
    expect(hero).toContain('Measures things.');
    expect(hero).toContain('[Read more](</publication/>)');
  });

  test('imports the contact widget into the home page, without its map', () => {
    const mapped = mapSettings(site());
    const text = getMappedText(mapped, 'content/home/contact.md');
    expect(text).toContain('Room 12, Example Street 3');
    expect(text).toContain('Tuesdays');
    expect(outcomeOf(mapped, 'params.latitude')).toMatch(/another host/);
  });

  test('links menu anchors to sections, and omits missing targets', async () => {
    const { settings } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings.navigation).toEqual([
      { name: 'Home', url: '/' },
      { name: 'Publications', url: '/publications/' },
      { name: 'Talks', url: '/talks/' },
      { name: 'Press', url: '/#text-press' },
      { name: 'CV', url: '/files/my%20cv.pdf' },
    ]);
    const mapped = mapSettings(site());
    expect(outcomeOf(mapped, 'menu.main.5.url')).toBe('The new site has no page for #gallery.');
    expect(outcomeOf(mapped, 'menu.main.6.url')).toBe(
      'The entry "Publications" links to the same page.',
    );
  });

  test('links tags to those of talks if there are any, else to the publications', () => {
    const menu = '[[menu.main]]\n  name = "Topics"\n  url = "#tags"\n';
    const files = { ...sites.academic2, 'config.toml': `theme = "academic"\n${menu}` };
    expect(getMappedText(mapSettings(createOldSite(files)), 'content/site.yaml')).toContain(
      '/publications/',
    );
    const tagged = { ...files, 'content/talk/b.md': '---\ntitle: B\ntags: [knots]\n---\n' };
    expect(getMappedText(mapSettings(createOldSite(tagged)), 'content/site.yaml')).toContain(
      '/talks/tags/',
    );
  });

  test('gives a reason for each unused key', () => {
    const mapped = mapSettings(site());
    expect(outcomeOf(mapped, 'googleAnalytics')).toMatch(/does not support analytics/);
    expect(outcomeOf(mapped, 'disqusShortname')).toMatch(/does not support comments/);
    expect(outcomeOf(mapped, 'params.skype')).toBe('Empty.');
    expect(outcomeOf(mapped, 'params.hyperdrive')).toBe('Lectern has no such setting.');
    expect(outcomeOf(mapped, 'params.role')).toBe('→ site.yaml: role');
  });
});

describe('Academic 4, parts of TOML', () => {
  const site = () => createOldSite(sites.academic4);

  test('keeps the file of the owner, and writes no second biography', async () => {
    const mapped = mapSettings(site());
    expect(mapped.newFiles.map(({ to }) => to)).toEqual(['content/site.yaml', 'content/cv.yaml']);
    const { settings } = await readMappedFiles(site(), mapped);
    expect(settings.name).toBe('Lin Sample');
    expect(settings.role).toBeUndefined();
    expect(outcomeOf(mapped, 'role')).toBe('→ content/authors/lin/_index.md');
  });

  test('makes a CV of experience, awards and skills, with the education of the owner', async () => {
    const { cv } = await readMappedFiles(site(), mapSettings(site()));
    expect(cv?.work).toEqual([
      expect.objectContaining({
        ...{ position: 'Reader', name: 'University of Example', location: 'Graz' },
        ...{ startDate: { year: 2021, month: 1 }, summary: 'Among other things:' },
        highlights: ['teaches knots', 'counts crossings, all of them'],
      }),
      expect.objectContaining({ position: 'Assistant', endDate: { year: 2020, month: 12 } }),
    ]);
    expect(cv?.awards).toEqual([
      expect.objectContaining({
        title: 'Prize',
        awarder: 'Society of Examples',
        date: { year: 2020, month: 7 },
      }),
    ]);
    expect(cv?.skills).toEqual([expect.objectContaining({ name: 'Counting', level: '90%' })]);
    expect(cv?.volunteer).toEqual([
      expect.objectContaining({ position: 'Reviewer', organization: 'Journal of Examples' }),
    ]);
    expect(cv?.education).toEqual([
      expect.objectContaining({ studyType: 'BSc', endDate: { year: 2008, month: 7 } }),
      expect.objectContaining({ studyType: 'PhD', endDate: { year: 2014 } }),
      expect.objectContaining({
        studyType: 'MSc',
        startDate: { year: 2008 },
        endDate: { year: 2010 },
      }),
    ]);
  });

  test('takes the groups of people from the home page', async () => {
    const { settings } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings.people_groups).toEqual(['Staff', 'Students']);
  });

  test('reports a date that cannot be read', () => {
    const mapped = mapSettings(site());
    expect(outcomeOf(mapped, 'item.0.date_end')).toMatch(/cannot show it/);
    const broken = { ...sites.academic4, 'content/home/experience.md': sites.brokenExperience };
    expect(
      outcomeOf(
        mapSettings(createOldSite(broken)),
        'experience.0.date_start',
        'content/home/experience.md',
      ),
    ).toMatch(/rejects this value/);
  });

  test('reports another language, which changes nothing', () => {
    const mapped = mapSettings(site());
    expect(outcomeOf(mapped, 'de.title')).toMatch(/has one language/);
    expect(getMappedText(mapped, 'content/site.yaml')).not.toContain('Beispiel');
  });
});

describe('Wowchemy, parts of YAML', () => {
  test('treats times with Z as local, unless other times have offsets', async () => {
    const site = createOldSite(sites.wowchemy);
    expect((await readMappedFiles(site, mapSettings(site))).settings.times.z).toBe('local');
    expect(getMappedText(mapSettings(site), 'content/site.yaml')).not.toContain('timezone');
    const talk = '---\ntitle: A\ndate: 2020-01-02T10:00:00+02:00\n---\n';
    const exact = { ...sites.wowchemy, 'content/event/b.md': talk, 'content/event/c.md': talk };
    const other = createOldSite(exact);
    expect((await readMappedFiles(other, mapSettings(other))).settings.times.z).toBe('utc');
  });

  test('reads the lists of each generation of the theme', async () => {
    const site = createOldSite(sites.wowchemy);
    const { settings } = await readMappedFiles(site, mapSettings(site));
    expect(settings.home).toEqual([
      { section: 'about' },
      { section: 'posts', title: 'News', count: 3 },
      { section: 'featured_publications', title: 'Featured' },
      { section: 'next_talk', title: 'Coming' },
      { section: 'recent_talks' },
      { section: 'projects' },
      { text: 'notes' },
      { section: 'contact', title: 'Contact' },
    ]);
    const { widgets } = mapSettings(site);
    expect(widgets.find(({ file }) => file.includes('favourite'))?.outcome).toEqual({
      reason: 'The home page already shows recent_talks, without a filter.',
    });
  });

  test('adds the email address of the contact widget', async () => {
    const site = createOldSite(sites.wowchemy);
    const { settings } = await readMappedFiles(site, mapSettings(site));
    expect(settings.links).toEqual([
      { name: 'E-mail', url: 'mailto:kim@example.edu', icon: 'envelope', icon_pack: undefined },
    ]);
    expect(outcomeOf(mapSettings(site), 'phone')).toBe('Default value of the old theme.');
  });
});

describe('HugoBlox, sections of one file', () => {
  const site = () => createOldSite(sites.hugoblox);

  test('writes the texts of sections to files', () => {
    const mapped = mapSettings(site());
    expect(getMappedText(mapped, 'content/home/my-research.md')).toContain('title: My research');
    expect(getMappedText(mapped, 'content/home/my-research.md')).toContain('On *knots*.');
    expect(mapped.widgets.map(({ section }) => section)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('skips demos of the theme, and keeps the order of the other parts', async () => {
    const { settings } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings.home).toEqual([
      { section: 'about' },
      { text: 'my-research' },
      { section: 'featured_publications', title: 'Papers' },
      { section: 'experience' },
    ]);
    expect(mapSettings(site()).widgets.at(-1)).toMatchObject({ active: false });
  });

  test('makes a CV of data/authors, and an accent of the colour', async () => {
    const { settings, cv } = await readMappedFiles(site(), mapSettings(site()));
    expect(cv?.work?.[0]).toMatchObject({ position: 'Reader', name: 'University of Example' });
    expect(cv?.languages?.[0]).toMatchObject({ language: 'Portuguese', fluency: 'reading' });
    expect(settings.accent).toBe('#0f766e');
    expect(settings.links).toEqual([
      { name: 'Download CV', url: '/uploads/cv.pdf', icon: undefined, icon_pack: undefined },
    ]);
  });
});

describe('a site in two languages, with HTML in its texts', () => {
  const site = () => createOldSite(sites.bilingual);

  test('uses the default language, in any folder', async () => {
    const mapped = mapSettings(site());
    const { settings } = await readMappedFiles(site(), mapped);
    expect(settings).toMatchObject({ name: 'Max Muster', language: 'de-AT' });
    expect(settings.home).toEqual([
      { section: 'about' },
      { text: 'preise', title: 'Preise & Ehren' },
      { section: 'posts', title: 'Neues' },
    ]);
    expect(settings.navigation).toEqual([
      { name: 'Neues', url: '/posts/' },
      { name: 'Preise & Ehren', url: '/#text-preise' },
    ]);
    expect(mapped.copies).toEqual([
      { from: 'content/de/home/preise.md', to: 'content/home/preise.md' },
    ]);
    expect(mapped.widgets.map(({ file }) => file)).not.toContain('content/en/home/about.md');
  });

  test('puts nested entries after their parent', () => {
    const text = getMappedText(mapSettings(site()), 'content/site.yaml');
    expect(text.indexOf('Neues')).toBeLessThan(text.indexOf('Preise'));
  });
});

describe.each([
  [
    'Ph.D. in Physics, Institute of Examples, Graz, Austria, 2014-2020',
    {
      institution: 'Institute of Examples, Graz, Austria',
      startDate: { year: 2014 },
      endDate: { year: 2020 },
    },
  ],
  [
    'M.S. in Hydrology and Water, University of Nowhere',
    { studyType: 'M.S. in Hydrology and Water', institution: 'University of Nowhere' },
  ],
  ['Ph.D in Version Control Theory, GitHub University, 2018 (expected)', undefined],
  ['2007 - M.S. at University of Nowhere, Graz', undefined],
])('a degree written as %s', (line, expected) => {
  test('is read', async () => {
    const cv = `---\ntitle: CV\n---\nEducation\n======\n* ${line}\n`;
    const site = createOldSite({ ...sites.academicpages, '_pages/cv.md': cv });
    const { cv: read } = await readMappedFiles(site, mapSettings(site));
    if (expected) expect(read?.education?.[0]).toMatchObject(expected);
    else expect(read).toBeUndefined();
  });
});

test.each([
  ['Fall 2022-Present: Fellow', { startDate: { year: 2022 }, endDate: 'present' }],
  [
    'June 2021 - May 2024: Fellow',
    { startDate: { year: 2021, month: 6 }, endDate: { year: 2024, month: 5 } },
  ],
  ['2020-: Fellow', { startDate: { year: 2020 }, endDate: 'present' }],
  ['Summer 2015: Fellow', { startDate: { year: 2015 }, endDate: { year: 2015 } }],
])('a position that begins with %s', async (line, expected) => {
  const cv = `---\ntitle: CV\n---\n{% include base_path %}\n\nWork experience\n======\n* ${line}\n  * University of Example\n\nTalks\n===\n<ul>{% for post in site.talks %}\n* {{ post.title }}\n{% endfor %}</ul>\n`;
  const site = createOldSite({ ...sites.academicpages, '_pages/cv.md': cv });
  const mapped = mapSettings(site);
  const { cv: read } = await readMappedFiles(site, mapped);
  expect(read?.work?.[0]).toMatchObject({ position: 'Fellow', ...expected });
  expect(getMappedText(mapped, 'content/home/cv.md')).toBe('');
});

describe('academicpages', () => {
  const site = () => createOldSite(sites.academicpages);

  test('imports author, links and menu', async () => {
    const { settings, about } = await readMappedFiles(site(), mapSettings(site()));
    expect(settings).toMatchObject({
      ...{ name: 'Sam Placeholder', role: 'Studies knots', url: 'https://sam.example.edu' },
      ...{
        base: '/home',
        timezone: 'Europe/Vienna',
        affiliation: { name: 'University of Example' },
      },
    });
    expect(settings.links.map(({ url }) => url)).toEqual([
      'mailto:sam@example.edu',
      'https://github.com/sam-example',
      'https://orcid.org/0000-0000-0000-0000',
    ]);
    expect(settings.navigation).toEqual([
      { name: 'Talks', url: '/talks/' },
      { name: 'Curriculum', url: '/cv/' },
    ]);
    expect(about?.frontMatter.portrait).toBe('sam.svg');
  });

  test('names a link after its key if the key is unknown', async () => {
    const config =
      'author:\n  name: Sam\n  avatar: https://example.org/me.png\n  inspirehep: https://sam.example.edu/i\n' +
      '  board_games: https://sam.example.edu/b\n  pseudonym: sammy\n';
    const old = createOldSite({ ...sites.academicpages, '_config.yml': config });
    const { settings } = await readMappedFiles(old, mapSettings(old));
    expect(settings.links.map(({ name, url }) => `${name} ${url}`)).toEqual([
      'INSPIRE https://sam.example.edu/i',
      'Board games https://sam.example.edu/b',
    ]);
  });

  test('removes Liquid tags, and keeps the text around them', () => {
    const text = getMappedText(mapSettings(site()), 'content/about.md');
    expect(text).toContain('I study knots, see [a list](/files/list.pdf).\n');
    expect(text).not.toContain('{%');
  });

  test('replaces Liquid tags for an address with the address', () => {
    const old = createOldSite({
      ...sites.academicpages,
      '_config.yml': 'include: [_pages]\n',
      '_pages/about.md':
        '---\npermalink: /\n---\n[CV]({% link _pages/cv.md %}), [post]({% post_url 2018-01-02-knots %})\n',
      '_pages/cv.md': '---\npermalink: /vita/\n---\n',
      '_posts/2018-01-02-knots.md': '---\npermalink: /knots/\n---\n',
    });
    const text = getMappedText(mapSettings(old), 'content/about.md');
    expect(text).toContain('[CV](/vita/), [post](/knots/)\n');
  });

  test('reads a CV in lists as a CV, and another CV as a text', async () => {
    const { cv } = await readMappedFiles(site(), mapSettings(site()));
    expect(cv?.education?.[0]).toMatchObject({
      ...{ studyType: 'Ph.D. in Statistics', institution: 'University of Example' },
      ...{ url: 'https://example.org/uni', endDate: { year: 2018 } },
    });
    expect(cv?.education?.[1]).toMatchObject({ studyType: 'MSc', startDate: { year: 2010 } });
    expect(cv?.work?.[0]).toMatchObject({ name: 'University of Example', endDate: 'present' });
    expect(cv?.skills?.[0]).toMatchObject({ name: 'Counting', keywords: ['by hand'] });
    const outcomes = { ...sites.academicpages, '_pages/cv.md': sites.proseCv };
    const mapped = mapSettings(createOldSite(outcomes));
    expect(getMappedText(mapped, 'content/home/cv.md')).toContain('I was born in Graz');
    expect(mapped.converted).toContainEqual({ from: '_pages/cv.md', into: ['content/home/cv.md'] });
    const { settings } = await readMappedFiles(createOldSite(outcomes), mapped);
    expect(settings.home?.at(-1)).toEqual({ text: 'cv' });
    expect(settings.navigation).toContainEqual({ name: 'Curriculum', url: '/#text-cv' });
  });
});

/** Returns the outcome of a key, in the given file or the first file that has it. */
function outcomeOf({ settings }: MappedSettings, key: string, file?: string): string {
  const isMeant = (one: MappedSettings['settings'][number]) =>
    file === undefined || one.file === file;
  const found = settings.find((one) => one.key === key && isMeant(one))?.outcome;
  return found ? ('to' in found ? `→ ${found.to}` : found.reason) : 'no outcome';
}
