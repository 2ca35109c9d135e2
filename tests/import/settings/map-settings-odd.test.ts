import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSchema } from '../../../src/content/parse/check-schema.ts';
import { readSettings } from '../../../src/content/parse/front-matter.ts';
import { mapSettings } from '../../../src/import/settings/map-settings.ts';
import type { OldSite, OldTheme } from '../../../src/import/old-site/old-site.ts';
import { cvSchema } from '../../../src/schema/cv.ts';
import { siteSchema } from '../../../src/schema/site.ts';
import { findKeysWithoutOutcome, getMappedText } from '../../helpers/old-sites/mapped-settings.ts';

/** Creates a site in memory, with front matter as JSON, which is valid YAML. */
function madeUp(
  theme: OldTheme,
  configs: Record<string, unknown>,
  pages: Record<string, unknown>,
): OldSite {
  const texts = new Map(Object.entries(pages).map(([path, data]) => [path, textOf(path, data)]));
  const paths = [...texts.keys(), ...Object.keys(configs)].sort();
  return {
    ...{ root: '/nowhere', theme, unreadFolders: [], unreadable: [] },
    files: paths.map((path) => ({ path, size: 1 })),
    configs: Object.entries(configs).map(([path, data]) => ({
      path,
      data: data as Record<string, unknown>,
    })),
    read: (path) => texts.get(path) ?? '',
  };
}

function textOf(path: string, data: unknown): string {
  const json = JSON.stringify(data);
  return /\.(ya?ml|json)$/.test(path) ? json : `---\n${json}\n---\n\nWords of ${path}.\n`;
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    true,
    false,
    'yes',
    0,
    -1,
    7,
    1e21,
    '2020',
    '2020-13-45',
    'a while ago',
  ),
  fc.constantFrom(
    '#about',
    '/#talks',
    'talk',
    'files/x.pdf',
    'javascript:alert(1)',
    '//x.org',
    'a@b.org',
    'https://',
  ),
  fc.constantFrom(
    '# no comment',
    '- a\n- b',
    'it\'s: "quoted"',
    '\u0007',
    '$\t$',
    '{{ x }}',
    '\u2028',
    '--- a',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const words = [
  'name',
  'title',
  'url',
  'link',
  'icon',
  'icon_pack',
  'text',
  'items',
  'content',
  'button',
  'main',
];
const keys = [
  ...words,
  ...[
    'params',
    'languages',
    'en',
    'menu',
    'menus',
    'author',
    'social',
    'organizations',
    'email',
    'phone',
  ],
  ...[
    'address',
    'street',
    'weight',
    'parent',
    'identifier',
    'children',
    'count',
    'filters',
    'folders',
  ],
  ...[
    'widget',
    'block',
    'active',
    'sections',
    'username',
    'experience',
    'work',
    'education',
    'courses',
  ],
  ...[
    'company',
    'institution',
    'date_start',
    'date_end',
    'year',
    'skills',
    'user_groups',
    'feature',
    'item',
  ],
  ...[
    'baseURL',
    'timeZone',
    'description',
    'role',
    'avatar',
    'appearance',
    'color',
    'interests',
    '<!-- x',
    'a.b',
  ],
];
const value = fc.letrec((again) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    odd,
    fc.array(again('any'), { maxLength: 3 }),
    again('map'),
  ),
  map: fc.dictionary(
    fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 4 })),
    again('any'),
    { maxKeys: 6 },
  ),
}));
const map = value.map as fc.Arbitrary<Record<string, unknown>>;
const kinds = [
  'about',
  'pages',
  'contact',
  'experience',
  'accomplishments',
  'featurette',
  'people',
  'hero',
  'slider',
  'blank',
  'no such',
];
const widget = fc
  .tuple(fc.constantFrom(...kinds), map)
  .map(([kind, data]) => ({ ...data, widget: kind, active: true }));
const section = fc
  .tuple(
    fc.constantFrom(...kinds, 'collection', 'resume-experience', 'cta-card'),
    fc.oneof(map, odd),
  )
  .map(([block, content]) => ({ block, content }));

const hugo = fc.record({
  configs: fc.record({
    'config.toml': map,
    'config/_default/params.toml': map,
    'config/_default/menus.en.yaml': map,
  }),
  home: fc.dictionary(fc.constantFrom('about', 'b', 'c', 'ü x', '.d'), widget),
  index: fc.option(fc.array(fc.oneof(section, odd), { maxLength: 5 }), { nil: undefined }),
  owner: map,
});

const minute = 60_000;

test(
  'accepts any content of Hugo files, and the written files have no problems',
  { timeout: minute },
  () => {
    fc.assert(
      fc.property(
        hugo,
        fc.constantFrom<OldTheme>('academic', 'wowchemy', 'hugoblox'),
        (site, theme) => {
          const home = Object.entries(site.home).map(([name, data]) => [
            `content/home/${name}.md`,
            data,
          ]);
          const pages = {
            ...Object.fromEntries(home),
            ...(site.index && { 'content/_index.md': { sections: site.index } }),
            ...{
              'content/authors/admin/_index.md': site.owner,
              'data/authors/me.yaml': site.owner,
            },
            'content/talk/a.md': { title: 'A', date: '2020-01-01T10:00:00Z' },
          };
          check(madeUp(theme, site.configs, pages));
        },
      ),
      { numRuns: 150 },
    );
  },
);

test(
  'accepts any content of Jekyll files, and the written files have no problems',
  { timeout: minute },
  () => {
    fc.assert(
      fc.property(map, map, map, (config, menu, cv) => {
        const pages = {
          '_data/navigation.yml': { main: menu },
          '_data/cv.json': cv,
          '_pages/about.md': menu,
        };
        check(madeUp('academicpages', { '_config.yml': config }, pages));
      }),
      { numRuns: 100 },
    );
  },
);

function check(site: OldSite): void {
  const mapped = mapSettings(site);
  for (const { path, data } of site.configs)
    expect(findKeysWithoutOutcome(mapped, path, data)).toEqual([]);
  for (const [path, schema] of [
    ['content/site.yaml', siteSchema],
    ['content/cv.yaml', cvSchema],
  ] as const) {
    const text = getMappedText(mapped, path);
    if (text === '') continue;
    const read = readSettings(text, Object.keys(schema.shape));
    if ('failure' in read) throw new Error(`${path}: ${read.failure.message}\n${text}`);
    expect([...read.findings, ...checkSchema(schema, read.data).findings], text).toEqual([]);
  }
  const targets = [...mapped.newFiles.map(({ to }) => to), ...mapped.copies.map(({ to }) => to)];
  expect(targets).toEqual([...new Set(targets)]);
}

test('imports each contact once', () => {
  const params = {
    ...{ name: 'Ada Example', email: 'ada@example.edu', skype: 'ada.x', keybase: '@adax' },
    discussion: { name: 'Forum', url: 'https://forum.example/' },
    social: [{ icon: 'envelope', link: 'mailto:ada@example.edu' }],
  };
  const widget = { widget: 'contact', active: true, title: 'Contact' };
  const site = madeUp(
    'academic',
    { 'config.toml': { params } },
    { 'content/home/contact.md': widget },
  );
  const mapped = mapSettings(site);
  const read = readSettings(
    getMappedText(mapped, 'content/site.yaml') ?? '',
    Object.keys(siteSchema.shape),
  );
  const links = 'failure' in read ? [] : checkSchema(siteSchema, read.data).value?.links;
  expect(links?.map(({ name, url }) => `${name} ${url}`)).toEqual([
    'E-mail mailto:ada@example.edu',
    'Keybase https://keybase.io/adax',
    'Forum https://forum.example/',
  ]);
  expect(getMappedText(mapped, 'content/home/contact.md')).toContain('\nSkype: ada.x\n');
  const outcome = mapped.settings.find(({ key }) => key === 'params.email')?.outcome;
  expect(outcome).toEqual({ reason: 'Another link has the same address.' });
});

test('imports an obfuscated email address as text', () => {
  const params = { name: 'Ada Example', email: 'ada [at] example.edu' };
  const widget = { widget: 'contact', active: true, title: 'Contact' };
  const mapped = mapSettings(
    madeUp('wowchemy', { 'config.toml': { params } }, { 'content/home/contact.md': widget }),
  );
  const contact = mapped.newFiles.find(({ to }) => to === 'content/home/contact.md');
  expect(contact?.text).toContain('ada [at] example.edu');
  expect(getMappedText(mapped, 'content/site.yaml')).not.toContain('tel:');
});

test('skips a contact that is not a text, and imports the others', () => {
  const office_hours = ['Monday 10:00 to 12:00', { day: 'Friday', hours: { from: 14 } }];
  const widget = { widget: 'contact', active: true, title: 'Contact' };
  const mapped = mapSettings(
    madeUp(
      'wowchemy',
      { 'config.toml': { params: { name: 'Ada Example', office_hours } } },
      { 'content/home/contact.md': widget },
    ),
  );
  expect(getMappedText(mapped, 'content/home/contact.md')).toContain('- Monday 10:00 to 12:00\n');
  const left = mapped.settings.filter(({ outcome }) => 'reason' in outcome).map(({ key }) => key);
  expect(left).toContain('params.office_hours.1.day');
});

test('uses the address in CNAME if the configuration has none', () => {
  const site = madeUp('wowchemy', { 'config.toml': { title: 'Ada', baseURL: '' } }, {});
  const files = [...site.files, { path: 'static/CNAME', size: 12 }];
  const mapped = mapSettings({ ...site, files, read: () => 'Ada.Example\n' });
  expect(getMappedText(mapped, 'content/site.yaml')).toContain('url: https://ada.example\n');
});

test('uses a home page without widgets as the biography', () => {
  const words = { 'content/_index.md': { title: 'Home' } };
  const mapped = mapSettings(madeUp('academic', { 'config.yml': { title: 'Lab' } }, words));
  expect(getMappedText(mapped, 'content/about.md')).toContain('Words of content/_index.md.');
  expect(mapped.converted).toContainEqual({
    from: 'content/_index.md',
    into: ['content/about.md'],
  });
  expect(getMappedText(mapped, 'content/site.yaml')).not.toContain('home:');
  const parts = { 'content/_index.md': { title: 'Home', sections: [] } };
  const other = mapSettings(madeUp('hugoblox', { 'config.yml': { title: 'Lab' } }, parts));
  expect(other.newFiles.map(({ to }) => to)).toEqual(['content/site.yaml']);
});
