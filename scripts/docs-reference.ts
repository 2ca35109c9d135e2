import { z } from 'zod';
import { unwrap } from '../src/schema/unwrap.ts';
import { aboutSchema } from '../src/schema/about.ts';
import { publicationSchema } from '../src/schema/publication.ts';
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
    '## A publication: `content/publications/<name>/index.md`\n',
    'A title is required. What it links to, its picture, its tags and its address are written as for a ' +
      'talk; these keys are its own or mean something else:\n',
    ...printShape(ownKeys(publicationSchema.shape)),
    '## The site: `content/site.yaml`\n',
    ...printShape(siteSchema.shape),
    '## The biography: `content/about.md`\n',
    ...printShape(aboutSchema.shape),
  ].join('\n');
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
