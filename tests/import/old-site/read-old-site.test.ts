import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOldSite } from '../../../src/import/old-site/read-old-site.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const post = '---\ntitle: A post\n---\n';

function read(files: Record<string, string>) {
  return readOldSite(createAuthorFolder(files).root);
}

describe('the theme of a site', () => {
  test.each([
    ['academic', { 'config.toml': 'theme = "academic"', 'content/talk/a.md': post }],
    ['academic', { 'config.toml': 'title = "A"', 'content/talk/a.md': post }],
    [
      'academic',
      { 'config/_default/config.toml': 'theme = "hugo-academic"', 'content/home/about.md': post },
    ],
    [
      'wowchemy',
      {
        'config/_default/config.yaml':
          'module:\n  imports:\n    - path: github.com/wowchemy/wowchemy-hugo-modules/wowchemy\n',
        'content/event/a/index.md': post,
      },
    ],
    [
      'hugoblox',
      {
        'config/_default/hugo.yaml': 'title: A',
        'config/_default/module.yaml':
          'imports:\n  - path: github.com/HugoBlox/hugo-blox-builder/modules/blox-tailwind\n',
        'content/events/a/index.md': post,
      },
    ],
    ['hugoblox', { 'hugo.yaml': 'title: A', 'content/publications/a/index.md': post }],
    ['academicpages', { '_config.yml': 'title: A', '_talks/2020-01-01-a.md': post }],
    ['al-folio', { '_config.yml': 'scholar: {last_name: A}\nfirst_name: B', '_posts/a.md': post }],
    ['al-folio', { '_config.yml': 'scholar: {last_name: A}', '_news/a.md': post }],
    ['academicpages', { '_config.yml': 'scholar: {last_name: A}', '_posts/a.md': post }],
    ['quarto', { '_quarto.yml': 'project: {type: website}', 'index.qmd': post }],
  ])('%s', (theme, files) => {
    expect(read(files).theme).toBe(theme);
  });

  test('for another folder, names the expected files and the folder below it that fits', () => {
    expect(() => read({ 'notes.txt': 'x' })).toThrow(/config\.toml, hugo\.yaml.*_config\.yml/s);
    const within = { 'site/config.toml': 'theme = "academic"', 'site/content/talk/a.md': post };
    expect(() => read(within)).toThrow(/Did you mean .*\/site\?/);
    expect(() => readOldSite('/nowhere/at/all')).toThrow(
      'The folder /nowhere/at/all does not exist.',
    );
    expect(() => read({ 'config.toml': 'title = "A"', 'content/recipes/a.md': post })).toThrow(
      'is not a site that can be imported',
    );
  });
});

describe('the configuration', () => {
  test('reads one file of the root, then the parts in order', () => {
    const { configs } = read({
      'hugo.yaml': 'title: A\ndate: 2020-01-02\npaginate: 10\n',
      'config.toml': 'title = "not read"',
      'config/_default/params.toml': 'since = 2020-01-02',
      'config/_default/menus.json': '{"main": []}',
      'config/production/params.yaml': 'a: true',
      'config/staging/params.yaml': 'a: false',
      'content/post/a.md': post,
    });
    expect(configs).toEqual([
      { path: 'hugo.yaml', data: { title: 'A', date: '2020-01-02', paginate: 10 } },
      { path: 'config/_default/menus.json', data: { main: [] } },
      { path: 'config/_default/params.toml', data: { since: '2020-01-02' } },
      { path: 'config/production/params.yaml', data: { a: true } },
    ]);
  });

  test('skips an invalid line of YAML and reports it', () => {
    const { configs } = read({
      '_config.yml': "title: A\nfacebook:\n  app_id:\n  ''\nurl: https://a.test\n",
      '_talks/a.md': post,
    });
    expect(configs[0]).toEqual({
      path: '_config.yml',
      data: { title: 'A', facebook: { app_id: null }, url: 'https://a.test' },
      skippedLines: [{ line: 4, text: "  ''" }],
    });
  });

  test('skips lines of TOML in YAML and keeps the numbers', () => {
    const { configs } = read({
      '_config.yml':
        'title: "A\n\nb"\nurl = "x"\npaginate: 010\nhex: 0x1F\nshare: 1.50\nid: 12ab\n',
      '_talks/a.md': post,
    });
    expect(configs[0]).toEqual({
      path: '_config.yml',
      data: { title: 'A\nb', paginate: 10, hex: 31, share: 1.5, id: '12ab' },
      skippedLines: [{ line: 4, text: 'url = "x"' }],
    });
  });

  test('stops at the position that cannot be read', () => {
    const broken = { 'config.toml': 'title = "A"\nurl = b\n', 'content/post/a.md': post };
    expect(() => read(broken)).toThrow(/^config\.toml:2:\d+ cannot be read: /);
    expect(() => read({ 'hugo.json': '[', 'content/post/a.md': post })).toThrow(/^hugo\.json:1:1 /);
    expect(() => read({ '_config.yml': '- a\n', '_posts/a.md': post })).toThrow('a list of one');
  });

  test.each([
    ['en-US', { 'config.toml': 'languageCode = "en-us"' }],
    ['zh', { 'config.toml': 'defaultContentLanguage = "zh"' }],
    [
      'de-AT',
      {
        'config/_default/config.yaml': 'defaultContentLanguage: de\n',
        'config/_default/languages.yaml': 'en: {languageCode: en}\nde: {languageCode: de-at}\n',
      },
    ],
    ['pt-BR', { 'config.toml': '[languages.en]\nlanguageCode = "pt_BR"' }],
    [undefined, { 'config.toml': 'title = "A"' }],
  ])('the language is %s', (language, files) => {
    expect(read({ ...files, 'content/post/a.md': post }).language).toBe(language);
  });
});

describe('the files', () => {
  test('lists all files by path, without generated ones', () => {
    const site = read({
      'config.toml': 'publishDir = "docs"',
      'content/post/b.md': post,
      'content/post/a B é.x.md': post,
      'public/index.html': 'made',
      'resources/_gen/a.png': 'made',
      'docs/index.html': 'made',
      'node_modules/a/b.js': '',
      '.git/HEAD': '',
      '.github/workflows/ci.yml': '',
    });
    expect(site.files.map(({ path }) => path)).toEqual([
      '.github/workflows/ci.yml',
      'config.toml',
      'content/post/a B é.x.md',
      'content/post/b.md',
    ]);
    expect(site.files[3]).toEqual({ path: 'content/post/b.md', size: 22 });
    expect(site.unreadFolders.map(({ path }) => path)).toEqual([
      '.git',
      'docs',
      'node_modules',
      'public',
      'resources/_gen',
    ]);
    expect(site.read('content/post/b.md')).toBe(post);
  });

  test('does not follow links out of the folder, broken links or links to folders', () => {
    const outside = createAuthorFolder({ 'secret.txt': 'secret' }).root;
    const { root } = createAuthorFolder({ 'config.toml': '', 'content/post/a.md': post });
    mkdirSync(join(root, 'static'));
    symlinkSync(join(outside, 'secret.txt'), join(root, 'static/secret.txt'));
    symlinkSync(outside, join(root, 'static/outside'));
    symlinkSync('../../content', join(root, 'static/loop'));
    symlinkSync('../content/post/a.md', join(root, 'static/a.md'));
    symlinkSync('nothing', join(root, 'static/gone'));
    const { files, unreadable } = readOldSite(root);
    expect(files.map(({ path }) => path)).toEqual([
      'config.toml',
      'content/post/a.md',
      'static/a.md',
    ]);
    expect(unreadable.map(({ path }) => path)).toEqual([
      'static/gone',
      'static/loop',
      'static/outside',
      'static/secret.txt',
    ]);
    expect(unreadable[3]?.reason).toContain('outside the folder');
  });
});

describe('a folder that is not a site', () => {
  test('names what was found', () => {
    expect(() => read({ 'notes.txt': 'x', 'src/a.js': '' })).toThrow(
      'The folder has notes.txt, src/.',
    );
    expect(() => read({})).toThrow('The folder is empty.');
    expect(() => read({ '_config.yml': 'title: A', 'a.md': post })).toThrow(
      'It is a Jekyll site of another theme.',
    );
    expect(() => read({ 'index.html': '<p>', 'talks/index.html': '<p>' })).toThrow(
      'It has the pages that a generator wrote.',
    );
  });

  test('names a submodule with content that was not fetched', () => {
    const modules =
      '[submodule "t"]\n\tpath = themes/academic\n[submodule "c"]\n\tpath = content/post\n';
    const site = { 'config.toml': 'theme = "academic"', 'content/talk/a.md': post };
    expect(() => read({ ...site, '.gitmodules': modules })).toThrow(
      /^content\/post in .* is a Git submodule that was not fetched.*submodule update --init/s,
    );
    const fetched = { ...site, '.gitmodules': modules, 'content/post/b.md': post };
    expect(read(fetched).theme).toBe('academic');
  });
});
