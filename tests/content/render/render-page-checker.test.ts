import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it, test } from 'vitest';
import { readSite } from '../../../src/content/site/read-site.ts';
import { createReadingContext, readPages } from '../../../src/content/sections/read-pages.ts';
import { renderPage, type RenderedPage } from '../../../src/content/render/render-page.ts';
import { talkSection } from '../../../src/content/sections/talk-section.ts';
import { resolveSiteFolder } from '../../../src/content/assets/site-folder.ts';
import { createTextChecker } from '../../../src/markdown/render/text-checker.ts';
import { createTextRenderer } from '../../../src/markdown/render/text-renderer.ts';
import { createPageFinder } from '../../../src/content/assets/page-finder.ts';
import { createAddresses } from '../../../src/model/page/addresses.ts';
import { getTalkSources } from '../../helpers/old-sites/corpus.ts';
import { sampleFolder } from '../../helpers/build/sample-folder.ts';
import { describeSources } from '../../helpers/skip.ts';

const renderer = await createTextRenderer('/');
const checker = createTextChecker('/');
const folder = mkdtempSync(join(tmpdir(), 'lectern-checker-'));
afterAll(() => rmSync(folder, { recursive: true }));

/**
 * The problems with the texts of each talk and the files that the texts publish, as a build finds them and
 * as `npm run check` does.
 */
async function renderBoth(author: string) {
  const place = resolveSiteFolder({ LECTERN_SITE: author });
  const context = createReadingContext(readSite(place, {}), place);
  const { pages: talks } = readPages(talkSection, place, createAddresses('/'), context);
  const findPage = createPageFinder('talks', talks, place);
  return Promise.all(
    talks.map(async (talk) => ({
      name: talk.file.name,
      build: pick(await renderPage(talkSection, talk, renderer, findPage)),
      check: pick(await renderPage(talkSection, talk, checker, findPage)),
    })),
  );
}

function pick({ findings, usedFiles }: RenderedPage) {
  return { findings, usedFiles };
}

test('check and build report the same problems in the sample talks', async () => {
  const results = await renderBoth(sampleFolder);
  expect(results).toHaveLength(14);
  for (const { name, build, check } of results) expect(check, name).toEqual(build);
});

describeSources(getTalkSources(), (real, source) => {
  test('check and build report the same problems', async () => {
    const author = join(folder, source);
    for (const { path, text } of real) {
      const file = join(author, 'content/talks', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const results = await renderBoth(author);
    expect(results.length).toBeGreaterThan(real.length * 0.8);
    expect(results.flatMap(({ build }) => build.findings).length).toBeGreaterThan(0);
    for (const { name, build, check } of results) expect(check, name).toEqual(build);
  });
});

const pieces = [
  ...['$x^2$', '$\\nosuch$', '$$\n\\frac{1\n$$', '$$a$$', 'costs $5 or $6', '\\(y\\)', '\\[z^\\]'],
  ...['\\begin{align}\na\n\\end{align}', '```math\n\\bad{\n```', '```\n$\\no$\n```', '`$\\no$`'],
  ...['[a](javascript:x)', '[b](b.pdf)', '![c](c.png)', '![d](https://e.example/d.png)'],
  ...['<img src="https://e.example/f.png">', '<a href="data:x">g</a>', '<div>\n\n$\\no$\n\n</div>'],
  ...['| h | $\\no$ |\n|---|---|\n| 1 | [i](j.pdf) |', '~~$\\no$~~', '[^1]', '[^1]: $\\no$'],
  ...['https://e.example/$\\no$', 'www.e.example/[k](l.pdf)', 'm@e.example', '<n@e.example>'],
  ...[
    '{{< youtube abc >}}',
    '{{< nosuch >}}',
    '{{< ref "other" >}}',
    '- [ ] task $\\no$',
    '> $\\no$',
  ],
  ...[
    '# $\\no$',
    '[o]: p.pdf',
    '[o]',
    '*q $\\no$*',
    'plain words',
    '&lt;b&gt;',
    '\\$',
    '<!-- $\\no$',
  ],
];

it('check and build report the same problems in any text', async () => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', '\n', '\n\n')), {
      maxLength: 7,
    })
    .map((parts) => parts.flat().join(''));
  const damagedImage = { error: 'damaged' as const, stamp: '1', file: '/c.png' };
  const readImage = (name: string) => Promise.resolve(name === 'c.png' ? damagedImage : undefined);
  const options = { math: true, findFile: () => undefined, readImage };
  await fc.assert(
    fc.asyncProperty(text, async (markdown) => {
      const [build, check] = [
        await renderer.block(markdown, options),
        await checker.block(markdown, options),
      ];
      expect(check.findings).toEqual(build.findings);
      for (const kind of ['title', 'line'] as const) {
        const inline = { kind, math: true };
        expect(checker.inline(markdown, inline).findings).toEqual(
          renderer.inline(markdown, inline).findings,
        );
      }
    }),
    { numRuns: 300 },
  );
});
