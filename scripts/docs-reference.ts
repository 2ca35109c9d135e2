import { z } from 'zod';
import { sections } from '../src/content/sections/sections.ts';
import { unwrap } from '../src/schema/unwrap.ts';
import { aboutSchema } from '../src/schema/about.ts';
import { cvSchema } from '../src/schema/cv.ts';
import { homeTextSchema } from '../src/schema/home-text.ts';
import { redirectsSchema } from '../src/schema/redirects.ts';
import { siteSchema } from '../src/schema/site.ts';
import { pageLinks } from '../src/schema/page-links.ts';
import { talkText } from '../src/schema/talk-text.ts';
import { talkWhen } from '../src/schema/talk-when.ts';
import { ignoredTalkKeys } from '../src/schema/talk.ts';

type Shape = Readonly<Record<string, z.core.$ZodType>>;

const introduction = `# Every key

This page is made from the schemas that check your files, by \`npm run docs\`.

An absent key, an empty one and \`""\` mean the same. Yes and no may be written \`true\`/\`false\`,
\`yes\`/\`no\` or \`on\`/\`off\`. Keys may be written in any case. Texts may hold formulas between dollar
signs; \`summary\`, \`abstract\`, \`event\`, \`location\` and captions may hold Markdown, too.
`;

/** `docs/front-matter.md`, whole. */
export function printReference(): string {
  return [
    introduction,
    '## A talk: `content/talks/<name>/index.md`\n',
    'A title and a date are required; everything else may be left out.\n',
    '### What and where\n',
    ...printShape(talkText),
    '### When\n',
    ...printShape(talkWhen),
    '### Links, files and lists\n',
    ...printShape(pageLinks),
    '### Understood and passed over\n',
    'Older themes had these keys. They do no harm and have no effect here: ' +
      `${[...ignoredTalkKeys]
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
    'The terms are those of [JSON Resume](https://jsonresume.org/schema) 1.0, so a `resume.json` ' +
      'that is put here as YAML is a CV. Without this file there is no page, and no menu entry leads ' +
      'to one. A date is as exact as you write it: `2019`, `2019-10` or `2019-10-01`. Entries stand ' +
      'in the order of their dates, the latest first. Summaries, highlights, descriptions and ' +
      'references may hold Markdown, all other texts emphasis and formulas.\n',
    ...printShape(cvSchema.shape),
    '## Old addresses: `content/redirects.yaml`\n',
    `${redirectsSchema.meta()?.description ?? ''} For example:\n`,
    '```yaml\n/talk/nyu/: /talks/nyu/\n/post/index.xml: /posts.xml\n/group/: https://group.example.org/\n```\n',
    'An address that a page of the site has now is left to that page. Where an old address and the new ' +
      'one are files of one kind, a feed or a PDF, the file itself is served at both; anywhere else a ' +
      'page says where it has moved, and leads there. [Hosting](hosting.md#old-addresses) says what ' +
      'servers make of it.\n',
  ].join('\n');
}

function printSection({ name, folder = name, profiles, noun, schema }: (typeof sections)[number]) {
  const { description = '' } = schema.meta() ?? {};
  return [
    `## A ${noun}: \`content/${folder}/<name>/${profiles ? '_index' : 'index'}.md\`\n`,
    `${description}\n`,
    ...printShape(ownKeys(shapeOf(schema))),
  ];
}

/** Without the keys that a talk has in the same words. */
function ownKeys(shape: Shape): Shape {
  const shared: Shape = pageLinks;
  return Object.fromEntries(Object.entries(shape).filter(([key, field]) => shared[key] !== field));
}

function printShape(shape: Shape): string[] {
  const rows = Object.entries(shape).flatMap(([key, field]) => printField(key, field));
  return [...rows, ''];
}

function printField(key: string, field: z.core.$ZodType): string[] {
  const { description = '', examples = [] } = z.globalRegistry.get(field) ?? {};
  const shown = (examples as unknown[]).map((value) => `\`${asYaml(value)}\``);
  const example =
    shown.length > 0 ? ` Example${shown.length > 1 ? 's' : ''}: ${shown.join(', ')}.` : '';
  const nested = Object.entries(shapeOf(field));
  const inner = nested.map(([name, child]) => `  ${printField(name, child).join('\n  ')}`);
  return [`- \`${key}\`: ${description}${example}`, ...inner];
}

/** The fields of a map, or of each map in a list. */
function shapeOf(field: z.core.$ZodType): Shape {
  const inner = unwrap(field);
  if (inner instanceof z.ZodArray) return shapeOf(inner.element);
  return inner instanceof z.ZodObject ? (inner.shape as Shape) : {};
}

function asYaml(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(asYaml).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${asYaml(inner)}`);
  return `{ ${pairs.join(', ')} }`;
}
