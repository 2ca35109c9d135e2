import { z } from 'zod';
import { sections } from '../src/content/sections/sections.ts';
import { unwrap } from '../src/schema/field.ts';
import { aboutSchema } from '../src/schema/about.ts';
import { cvSchema } from '../src/schema/cv.ts';
import { homeTextSchema } from '../src/schema/home.ts';
import { redirectsSchema } from '../src/schema/redirects.ts';
import { siteSchema } from '../src/schema/site.ts';
import { ignoredPageKeys, pageLinks } from '../src/schema/page-keys.ts';
import { talkTexts, talkDates } from '../src/schema/talk.ts';

type Shape = Readonly<Record<string, z.core.$ZodType>>;

const introduction = `# Every key

This page lists all keys of your files. \`npm run docs\` generates it from the schemas that check them.

A missing key, an empty value and \`""\` mean the same. Boolean values may be written as
\`true\`/\`false\`, \`yes\`/\`no\` or \`on\`/\`off\`. Keys are not case-sensitive. Texts may contain
formulas between dollar signs. \`summary\`, \`abstract\`, \`event\`, \`location\` and captions may also
contain Markdown. "Older themes" means Hugo Academic and Wowchemy, "newer themes" means HugoBlox.
`;

/** Returns the text of `docs/front-matter.md`. */
export function printReference(): string {
  return [
    introduction,
    '## A talk: `content/talks/<name>/index.md`\n',
    'A title and a date are required. All other keys are optional.\n',
    '### Title, event and texts\n',
    ...printShape(talkTexts),
    '### Dates and visibility\n',
    ...printShape(talkDates),
    '### People, tags, links and files\n',
    ...printShape(pageLinks),
    '### Ignored keys\n',
    'These keys of older themes are accepted and have no effect: ' +
      `${[...ignoredPageKeys]
        .sort()
        .map((key) => `\`${key}\``)
        .join(', ')}.\n`,
    ...sections.filter(({ noun }) => noun !== 'talk').flatMap(printSection),
    '## The site: `content/site.yaml`\n',
    ...printShape(siteSchema.shape),
    '## The biography: `content/about.md`\n',
    ...printShape(aboutSchema.shape),
    '## A text of the home page: `content/home/<name>.md`\n',
    `${homeTextSchema.meta()?.description ?? ''}\n`,
    ...printShape(homeTextSchema.shape),
    '## The CV: `content/cv.yaml`\n',
    'The keys are those of [JSON Resume](https://jsonresume.org/schema) 1.0, so you can use a ' +
      '`resume.json` that you have converted to YAML. Without this file, the site has no CV page and no ' +
      'menu entry for it. A date is a year, a month or a day: `2019`, `2019-10` or `2019-10-01`. Entries ' +
      'are sorted by date, the latest first. Summaries, highlights, descriptions and references may ' +
      'contain Markdown. All other texts may contain emphasis and formulas.\n',
    ...printShape(cvSchema.shape),
    '## Redirects: `content/redirects.yaml`\n',
    `${redirectsSchema.meta()?.description ?? ''} For example:\n`,
    '```yaml\n/talk/nyu/: /talks/nyu/\n/post/index.xml: /posts.xml\n/group/: https://group.example.org/\n```\n',
    'A redirect from the address of an existing page is ignored. If both addresses are files of the same ' +
      'type, such as a feed or a PDF, the file is served at both. Otherwise a page at the old address ' +
      'redirects to the new one. See [Publish the site](hosting.md#old-addresses) for the configuration of servers.\n',
  ].join('\n');
}

function printSection({
  name,
  folder = name,
  allowsYamlFile,
  noun,
  schema,
}: (typeof sections)[number]) {
  const { description = '' } = schema.meta() ?? {};
  return [
    `## A ${noun}: \`content/${folder}/<name>/${allowsYamlFile ? '_index' : 'index'}.md\`\n`,
    `${description}\n`,
    ...printShape(omitSharedKeys(getShape(schema))),
  ];
}

/** Leaves out the keys that are the same as for a talk. */
function omitSharedKeys(shape: Shape): Shape {
  const shared: Shape = pageLinks;
  return Object.fromEntries(Object.entries(shape).filter(([key, field]) => shared[key] !== field));
}

function printShape(shape: Shape): string[] {
  const rows = Object.entries(shape).flatMap(([key, field]) => printField(key, field));
  return [...rows, ''];
}

function printField(key: string, field: z.core.$ZodType): string[] {
  const { description = '', examples = [] } = z.globalRegistry.get(field) ?? {};
  const printed = (examples as unknown[]).map((value) => `\`${formatYaml(value)}\``);
  const example =
    printed.length > 0 ? ` Example${printed.length > 1 ? 's' : ''}: ${printed.join(', ')}.` : '';
  const nested = Object.entries(getShape(field));
  const inner = nested.map(([name, child]) => `  ${printField(name, child).join('\n  ')}`);
  return [`- \`${key}\`: ${description}${example}`, ...inner];
}

/** Returns the fields of a map, or of each map in a list. */
function getShape(field: z.core.$ZodType): Shape {
  const inner = unwrap(field);
  if (inner instanceof z.ZodArray) return getShape(inner.element);
  return inner instanceof z.ZodObject ? (inner.shape as Shape) : {};
}

function formatYaml(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(formatYaml).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${formatYaml(inner)}`);
  return `{ ${pairs.join(', ')} }`;
}
