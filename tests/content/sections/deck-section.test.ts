import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { deckSection } from '../../../src/content/sections/deck-section.ts';
import { readPages } from '../../../src/content/sections/read-pages.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';
import { findOldSiteParts } from '../../helpers/old-sites/old-site-folders.ts';
import { describeSources } from '../../helpers/skip.ts';
import { talkFile } from '../../helpers/make/talk-file.ts';

const siteYaml = { 'content/site.yaml': 'name: Ada Example\ntimezone: Europe/Paris\n' };

async function listProblems(files: Record<string, string | Buffer>) {
  const { problems } = await checkSite(createAuthorFolder({ ...siteYaml, ...files }));
  return problems.map(({ file, line, severity, code }) => `${file}:${line} ${severity} ${code}`);
}

describe('the problems of a deck', () => {
  it.each([
    [
      'nothing',
      'a.md',
      { slides: { theme: 'night', highlight_style: '', reveal_options: {} } },
      [],
    ],
    ['keys of older themes', 'a.md', { type: 'slides', outputs: ['Reveal'], math: true }, []],
    ['MDX', 'a.mdx', {}, ['a.mdx:1 error deck/mdx']],
    ['an unknown key', 'a.md', { titel: 'x' }, ['a.md:3 warning deck/unknown-key']],
    ['an unknown setting', 'a.md', { slides: { tema: 'x' } }, ['a.md:3 warning deck/unknown-key']],
    ['a missing file', 'a.md', { url_pdf: 'a.pdf' }, ['a.md:3 warning deck/missing-file']],
  ])('%s', async (_, name, keys, expected) => {
    const file = talkFile({ title: 'T', ...keys }, '# A\n\n---\n\n## B');
    expect(await listProblems({ [`content/slides/${name}`]: file })).toEqual(
      expected.map((problem) => `content/slides/${problem}`),
    );
  });

  it('include a deck without slides', async () => {
    const file = talkFile({ title: 'T' });
    expect(await listProblems({ 'content/slides/a.md': file })).toEqual([
      'content/slides/a.md:2 warning deck/empty',
    ]);
  });

  it('include invalid options of a slide, and a formula after them', async () => {
    const body = '# A\n\n---\n\n{{< slide background-video="a.mp4" >}}\n\n--\n\n$\\frac{$';
    expect(await listProblems({ 'content/slides/a.md': talkFile({ title: 'T' }, body) })).toEqual([
      'content/slides/a.md:9 warning text/slide-background',
      'content/slides/a.md:13 warning text/formula',
    ]);
  });
});

describe('a page that refers to a deck', () => {
  const deck = { 'content/slides/bounds/index.md': talkFile({ title: 'T', slug: 'b' }, '# A') };
  const pages = (slides: string) => ({
    'content/talks/a.md': talkFile({ title: 'T', date: '2025-01-01', slides }),
    'content/posts/a.md': talkFile({ title: 'T', date: '2025-01-01', slides }),
    'content/projects/a.md': talkFile({ title: 'T', slides }),
    'content/publications/a.md': talkFile({ title: 'T', date: '2025-01-01', slides }),
  });

  it('has a warning if there are decks but none with this name', async () => {
    expect(await listProblems({ ...deck, ...pages('bounds') })).toEqual([]);
    expect(await listProblems(pages('bound'))).toEqual([]);
    expect(await listProblems({ ...deck, ...pages('bound') })).toEqual([
      'content/talks/a.md:4 warning talk/unknown-deck',
      'content/publications/a.md:4 warning publication/unknown-deck',
      'content/projects/a.md:3 warning project/unknown-deck',
      'content/posts/a.md:4 warning post/unknown-deck',
    ]);
  });
});

describeSources(findOldSiteParts(['content/slides']), ({ folder: from }) => {
  it('its decks are read', async () => {
    const names = readdirSync(from, { recursive: true, encoding: 'utf8' });
    const decks = names.filter((name) => name.endsWith('.md'));
    const files = Object.fromEntries(
      decks.map((name) => [`content/slides/${name}`, readFileSync(join(from, name))]),
    );
    const folder = createAuthorFolder({ ...siteYaml, ...files });
    expect(decks.length).toBeGreaterThan(0);
    const { pages } = readPages(deckSection, folder, createAddresses('/'));
    expect(pages).toHaveLength(decks.length);
    const { problems } = await checkSite(folder);
    // Its background is part of the theme, and not a file of the site.
    expect(problems.map(({ code }) => code)).toEqual(['text/missing-file']);
  });
});
