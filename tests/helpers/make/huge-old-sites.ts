import { aliasBomb, type HugeInput, paragraph, post, repeat } from './huge-inputs.ts';

const hugo = 'title: Ada Example\nbaseURL: https://ada.example/\n';
const oldPost = 'content/post/growth.md';

const imported = /The import report is/;

function importOld(
  title: string,
  files: () => Record<string, string>,
  code: number,
  output: RegExp,
): HugeInput {
  return { title, command: 'import', code, output, files };
}

/** The huge old sites that `npm run import` must survive. */
export const hugeOldSites: HugeInput[] = [
  importOld(
    'aliases that multiply in an old configuration',
    () => ({ 'config.yaml': hugo + aliasBomb(9), [oldPost]: post('Text.') }),
    0,
    imported,
  ),
  importOld(
    'aliases that multiply in an old page',
    () => ({ 'config.yaml': hugo, [oldPost]: post('Text.', aliasBomb(9)) }),
    0,
    imported,
  ),
  importOld(
    'an alias of itself in an old configuration',
    () => ({ 'config.yaml': `${hugo}params: &p\n  a: *p\n`, [oldPost]: post('Text.') }),
    0,
    imported,
  ),
  importOld(
    'a line of 10 MB in an old configuration',
    () => ({ 'config.yaml': `${hugo}x: "${'x'.repeat(1e7)}"\n`, [oldPost]: post('Text.') }),
    1,
    /config\.yaml cannot be read: it has 10,000,055 characters/,
  ),
  importOld(
    'an old menu of 100,000 entries',
    () => ({
      'config.yaml': `${hugo}menu:\n  main:\n${repeat(100_000, (i) => `    - name: P${i}\n      url: /p${i}/\n`)}`,
      [oldPost]: post('Text.'),
    }),
    1,
    /config\.yaml cannot be read: it has 3,877,843 characters/,
  ),
  importOld(
    'an old menu of 16,000 entries',
    () => ({
      'config.yaml': `${hugo}menu:\n  main:\n${repeat(16_000, (i) => `    - name: P${i}\n      url: /p${i}/\n`)}`,
      [oldPost]: post('Text.'),
    }),
    0,
    imported,
  ),
  importOld(
    'old names longer than the file system takes',
    () => ({
      'config.yaml': hugo,
      [oldPost]: post('Text.', `slug: ${'long-'.repeat(100)}\n`),
      'content/post/second.md': post(
        'Text.',
        `aliases: [/${'a/'.repeat(3000)}, /${'b'.repeat(9000)}/]\n`,
      ),
      'content/post/third.md': post('Text.', `url: /${'long-'.repeat(2000)}/\n`),
      'content/talk/lyon.md': post('Text.').replace('Growth', 'Growth '.repeat(60)),
    }),
    0,
    imported,
  ),
  importOld(
    'old addresses that are no URLs',
    () => ({
      'config.yaml': 'title: Ada Example\nbaseURL: "http://[::1/:%zz"\n',
      [oldPost]: post('[a](http://[) [b](//%) [c](https://a b:99999999/) ![d](http://%zz/x.png)\n'),
      'content/talk/lyon.md': post(
        'Text.',
        'url_pdf: "http://[x"\nurl_slides: "https://%%%"\nurl: "http://["\n',
      ),
    }),
    0,
    imported,
  ),
  importOld(
    '20,000 wrong links of an old post',
    () => ({
      'config.yaml': hugo,
      [oldPost]: post(repeat(20_000, (i) => `[a](m${i}.pdf)\n\n`)),
    }),
    0,
    imported,
  ),
  importOld(
    'an old post of 5 MB',
    () => ({ 'config.yaml': hugo, [oldPost]: post(repeat(23_000, paragraph)) }),
    0,
    imported,
  ),
];
