import { expect, test } from 'vitest';
import { checkSite } from '../../../src/content/validate/check-site.ts';
import { sortProblems } from '../../../src/content/validate/format-report.ts';
import { createAuthorFolder } from '../../helpers/make/author-folder.ts';

const day = 'date: 2024-05-22';
const front = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const talk = (...lines: string[]) => front('title: T', day, ...lines);
const body = (text: string) => `${talk()}${text}\n`;

/** One file for each problem of a talk. Parse errors of YAML and TOML have their own test. */
const talks: Record<string, string> = {
  'no-fence': 'Words.\n',
  'one-hyphen': '–––\ntitle: T\n',
  'open-fence': '---\ntitle: T\n',
  'other-fence': '---\ntitle: T\n+++\n',
  'no-title': front(day),
  'no-date': front('title: T', 'date: ""'),
  'key-twice': talk('event: A', 'event: B'),
  'unknown-key': talk('evnt: A', 'colour: red'),
  'unknown-inner-key': talk('address: { cty: Lyon, planet: Earth }'),
  'html-comment': talk('<!-- note: x -->: y'),
  'list-for-text': talk('event: [A]', 'venue: [A, B]'),
  'map-for-text': talk('event: { Seminar: logic }', 'venue: {{ venue }}'),
  'flag-for-text': talk('event: true', 'venue: false'),
  'text-for-flag': talk('draft: perhaps'),
  'map-for-name': talk('tags: [{ Bounds: tight }, [a]]'),
  'text-for-map': talk('address: Lyon', 'urls: slides.pdf'),
  'list-for-map': talk('image: [a.png]'),
  'text-for-link': talk('links: slides.pdf'),
  'link-without-url': talk('links: [{ name: Notes }, { icon: x }]'),
  online: talk('online: [a]'),
  'list-for-date': talk('date_end: [2024-05-22]'),
  escape: front('title: "$\\tau$"', day),
  'no-date-at-all': front('title: T', 'date: soon'),
  month: front('title: T', 'date: 2024-22-05'),
  months: front('title: T', 'date: 2024-22-23'),
  day: front('title: T', 'date: 2023-02-29'),
  'day-zero': front('title: T', 'date: 2023-02-00'),
  'year-zero': front('title: T', 'date: 0000-02-01'),
  hour: front('title: T', 'date: 2024-05-22T25:00'),
  minute: front('title: T', 'date: 2024-05-22T15:60'),
  second: front('title: T', 'date: 2024-05-22T15:00:61'),
  offset: front('title: T', 'date: 2024-05-22T15:00 Paris'),
  dots: front('title: T', 'date: 22.05.2024'),
  slashes: front('title: T', 'date: 2024/05/22'),
  doubtful: front('title: T', 'date: 05/06/2024'),
  'end-before-start': talk('date_end: 2024-05-21'),
  'end-far-off': talk('date_end: 2030-06-01T15:00:00Z'),
  'in-utc': front('title: T', 'date: 2099-05-22T15:00:00Z'),
  timezone: talk('timezone: Europe/Pariss'),
  'no-timezone': talk('timezone: my clock'),
  'status-inside': talk('deliveries: { event: B, date: 2024-05-22, status: off }'),
  status: talk('status: off'),
  coordinates: talk('coordinates: { latitude: 99, longitude: "4.8" }'),
  deliveries: talk(
    'deliveries:',
    '  - Lyon',
    '  - evnt: A',
    '    date: 2024-22-05',
    '    date_end: soon',
  ),
  'undated-delivery': front(
    'title: T',
    'deliveries: [{ event: A }, { event: B, date: 2024-05-22 }]',
  ),
  'no-own-delivery': talk(
    'deliveries: { event: B, date: 2025-05-22, date_end: 2025-05-21, url_slides: b.pdf }',
  ),
  unsafe: talk('url_pdf: javascript:x', 'url_code: file:///x', 'url_video: e.example:x'),
  'missing-file': talk('url_slides: a.pdf'),
  'missing-picture': talk('image: a.png'),
  'unreadable-picture': talk('image: words.png'),
  'remote-picture': talk('image: https://e.example/a.png'),
  'left-over': talk('projects: [internal-project]', 'slides: example'),
  'theme-author': talk('links: [{ name: Follow, url: "https://twitter.com/georgecushen" }]'),
  icon: talk('links: [{ name: A, url: "https://e.example", icon: nosuch }]'),
  'tags/index': talk(),
  twin: talk('slug: twins'),
  'Twins/index': talk(),
  formula: body('In $\\frac{1$ and\n\n$$\n\\nosuch\n$$'),
  'formula-in-title': front('title: $x^$', day),
  'local-link': body('See [this](a.pdf) and ![that](b.png).'),
  'unreadable-picture-in-body': body('See ![it](empty.svg).'),
  'unsafe-body': body('Press [here](javascript:x).'),
  embeds: body('![a](https://e.example/a.png)\n\n<script src="https://e.example/b.js"></script>'),
  'remote-attribute': body('<div style="background: url(https://e.example/c.png)">x</div>'),
  shortcode: body('{{< carousel >}}'),
  reference: body('[a]({{< ref "nowhere" >}})'),
  deep: body('> '.repeat(400)),
  'widget/index': front('widget: hero'),
  'fr.fr': talk(),
  'fr.en': talk(),
  _index: front('title: Talks'),
};

async function messages(files: Record<string, string>) {
  const { problems } = await checkSite(createAuthorFolder(files));
  return sortProblems(problems);
}

const files = Object.entries(talks).map(
  ([name, text]) => [`content/talks/${name}.md`, text] as const,
);
const images = { 'public/words.png': 'Words.', 'public/empty.svg': '' };
const site = 'name: Ada\ntimezone: Europe/Paris\n';

/** The problems of all talks, which are checked once. */
let checked: ReturnType<typeof messages> | undefined;
const checkTalks = () =>
  (checked ??= messages({ ...Object.fromEntries(files), ...images, 'content/site.yaml': site }));

test('messages about talks', async () => {
  const lines = (await checkTalks()).map(
    ({ file, line, column, severity, code, message, remedy }) => {
      const place = `${file.replace('content/talks/', '')}:${line}:${column}`;
      return `${place} ${severity} ${code}\n  ${message}. ${remedy}`;
    },
  );
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
});

test('every file has a message', async () => {
  const reported = new Set((await checkTalks()).map(({ file }) => file));
  const unreported = files.map(([file]) => file).filter((file) => !reported.has(file));
  // The file in the language of the site is read without a message.
  expect(unreported).toEqual(['content/talks/fr.en.md']);
});

test('messages about the site and its owner', async () => {
  const settings = [
    ...['name: ""', 'name: [Ada]', 'nme: Ada', 'name: Ada\nlinks: x', 'name: Ada\nfeed: x'],
    ...[
      'name: Ada\nlinks: [x]',
      'name: Ada\nlinks: [{ name: A, uri: b }]',
      'name: Ada\ntimes: [utc]',
    ],
    ...[
      'name: Ada\nurl: e.example',
      'name: Ada\nurl: https://e.example/~ada',
      'name: Ada\nbase: a b',
    ],
    ...[
      'name: Ada\nlanguage: english!',
      'name: Ada\ntimezone: Pariss',
      'name: Ada\ntimes: { z: x }',
    ],
    ...['name: Ada\ntimes: { z: [x] }', 'name: Ada\nnavigation: [{ name: A, url: talks }]'],
    ...[
      'name: Ada\nlinks: [{ name: A, url: "javascript:x" }]',
      'name: "Ada',
      '- Ada',
      'name: Ada\nname: Bob',
    ],
  ];
  const lines: string[] = [];
  for (const text of settings) {
    for (const { line, column, severity, code, message, remedy } of await messages({
      'content/site.yaml': text,
    })) {
      lines.push(
        `${JSON.stringify(text)}:${line}:${column} ${severity} ${code}\n  ${message}. ${remedy}`,
      );
    }
  }
  const about = {
    'content/site.yaml': site,
    'content/about.md': front('portrat: a.jpg', 'portrait: b.jpg', 'title: [a]'),
  };
  for (const { line, column, severity, code, message, remedy } of await messages(about)) {
    lines.push(`about.md:${line}:${column} ${severity} ${code}\n  ${message}. ${remedy}`);
  }
  expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
});

test('every message is a phrase without a full stop, and every remedy is a sentence', async () => {
  const problems = await checkTalks();
  expect(problems.length).toBeGreaterThan(80);
  for (const { message, remedy } of problems) {
    expect(message).toMatch(/^[^\s.].*[^.\s:]$/s);
    expect(message).not.toMatch(/^(The|A|An|You|Your|Please|Invalid|Error)\b/);
    expect(remedy).toMatch(/^[A-Z].*[.?]$/s);
    expect(`${message} ${remedy}`).not.toMatch(/\bundefined\b|\[object|NaN| {2}|null\b/);
  }
});
