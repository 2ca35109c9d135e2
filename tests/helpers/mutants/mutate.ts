import { pickInteger, pickItem, type Random } from '../../../scripts/workload/random.ts';

/** A change of a file, with its name for messages. */
interface Mutation {
  name: string;
  change(bytes: Buffer, random: Random): Buffer;
}

/** Names that every object inherits, and names that Windows or a generator reserves. */
const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'con', '..', 'index.html'];
const numbers = ['1e999', '-1', '0', '9'.repeat(400), '0x1F', '1e-400', '.5', '٣', '00000012'];
const brackets = [
  '[',
  '{',
  '(',
  '<div>',
  '> ',
  '- ',
  '{{< x >}}',
  '\\frac{',
  '*a ',
  '&a [*a,',
  '"',
];
/** Marks that start, end or separate something in one of the formats. */
const marks = [
  ...['---\n', '+++\n', ': ', '- ', '"', "'", '`', '```\n', '#', '|\n', '>', '<!--', '-->', '&x;'],
  ...[
    '{',
    '}',
    '[',
    ']',
    '{{',
    '}}',
    '{{< ref "x" >}}',
    '{% include x %}',
    '<<: *a',
    '!!binary ',
    '%',
  ],
  ...['$', '$$', '\\', '\\begin{align}', '\\input{x}', '](', '![a](', '<a href="', '@string{', '@'],
  ...[
    '"""',
    "'''",
    '= ',
    '[[a]]\n',
    '/*',
    '*/',
    '//',
    '\t',
    '\r',
    '\r\n',
    '\u2028',
    '\u00A0',
    '\uFEFF',
  ],
  ...[
    'file:///C:/x',
    'urn:nbn:x',
    'javascript:x',
    '//[',
    'http://[::1',
    '%zz',
    '../../x',
    '/etc/passwd',
  ],
];
const controls = [
  '\0',
  '\x01',
  '\x08',
  '\x0B',
  '\x1B[31m',
  '\x7F',
  '\x85',
  '\u202E',
  '\uFFFE',
  '\uFFFD',
];

/** Changes of a text, which is decoded as Latin-1 so that all other bytes stay. */
const textMutation = (
  name: string,
  change: (text: string, random: Random) => string,
): Mutation => ({
  name,
  change: (bytes, random) => Buffer.from(change(bytes.toString('latin1'), random), 'latin1'),
});

const toBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + toBytes(added) + text.slice(at);
}

function changeLines(change: (lines: string[], random: Random) => string[]) {
  return (text: string, random: Random) => change(text.split('\n'), random).join('\n');
}

/** Replaces one match of a pattern. */
function replaceOne(text: string, pattern: RegExp, random: Random, replacement: string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: match } = pickItem(random, found);
  return text.slice(0, index) + toBytes(replacement) + text.slice(index + match.length);
}

const mutations: readonly Mutation[] = [
  {
    name: 'flipped bits',
    change: (bytes, random) => {
      const copy = Buffer.from(bytes);
      for (let i = pickInteger(random, 1, 8); i > 0 && copy.length > 0; i -= 1) {
        copy[pickInteger(random, 0, copy.length - 1)]! ^= 1 << pickInteger(random, 0, 7);
      }
      return copy;
    },
  },
  {
    name: 'truncation',
    change: (bytes, random) => bytes.subarray(0, pickInteger(random, 0, bytes.length)),
  },
  {
    name: 'missing bytes',
    change: (bytes, random) => {
      const at = pickInteger(random, 0, bytes.length);
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(at + pickInteger(random, 1, 40)),
      ]);
    },
  },
  textMutation(
    'duplicated line',
    changeLines((lines, random) => {
      const line = pickItem(random, lines);
      return lines.toSpliced(pickInteger(random, 0, lines.length), 0, line);
    }),
  ),
  textMutation(
    'swapped lines',
    changeLines((lines, random) => {
      const [a, b] = [0, 1].map(() => pickInteger(random, 0, lines.length - 1)) as [number, number];
      return lines.with(a, lines[b]!).with(b, lines[a]!);
    }),
  ),
  textMutation(
    'changed indentation',
    changeLines((lines, random) => {
      const at = pickInteger(random, 0, lines.length - 1);
      return lines.with(at, pickItem(random, ['  ', '\t', ' ', '          ']) + lines[at]!);
    }),
  ),
  textMutation('swapped tokens', (text, random) => {
    const tokens = text.match(/\w+|\s+|[^\w\s]/g) ?? [];
    if (tokens.length < 2) return text;
    const [a, b] = [0, 1].map(() => pickInteger(random, 0, tokens.length - 1)) as [number, number];
    return [...tokens].with(a, tokens[b]!).with(b, tokens[a]!).join('');
  }),
  textMutation('control character', (text, random) =>
    insert(text, pickInteger(random, 0, text.length), pickItem(random, controls)),
  ),
  textMutation('mark', (text, random) =>
    insert(text, pickInteger(random, 0, text.length), pickItem(random, marks)),
  ),
  textMutation('deep nesting', (text, random) => {
    const levels = pickItem(random, [30, 300, 3000]);
    return insert(
      text,
      pickInteger(random, 0, text.length),
      pickItem(random, brackets).repeat(levels),
    );
  }),
  textMutation('repeated part', (text, random) => {
    const at = pickInteger(random, 0, text.length);
    return insert(text, at, '') + text.slice(at, at + 30).repeat(pickItem(random, [2, 50, 500]));
  }),
  textMutation('long value', (text, random) =>
    replaceOne(text, /[a-zA-Z]{3,}/g, random, 'x'.repeat(pickItem(random, [300, 20_000]))),
  ),
  textMutation('number', (text, random) =>
    replaceOne(text, /\d+/g, random, pickItem(random, numbers)),
  ),
  textMutation('inherited name', (text, random) =>
    replaceOne(text, /[a-zA-Z_]{3,}/g, random, pickItem(random, names)),
  ),
  textMutation('emptied value', (text, random) =>
    replaceOne(
      text,
      /(?<=[:=] ?)\S.*$/gm,
      random,
      pickItem(random, ['', '[]', '{}', 'null', '""']),
    ),
  ),
  {
    name: 'other encoding',
    change: (bytes, random) => {
      const text = bytes.toString('utf8');
      return pickItem(random, [
        Buffer.from(text, 'utf16le'),
        Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
        Buffer.from(`é${text}ü`, 'latin1'),
        Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), bytes]),
        Buffer.concat([bytes, Buffer.from([0xc3])]),
      ]);
    },
  },
];

/** A changed file, with the names of the changes. */
export interface Mutant {
  bytes: Buffer;
  changes: string[];
}

/** Changes a file in one to three places. */
export function mutate(original: Buffer, random: Random): Mutant {
  const changes = Array.from({ length: pickInteger(random, 1, 3) }, () =>
    pickItem(random, mutations),
  );
  const bytes = changes.reduce((file, { change }) => change(file, random), original);
  return { bytes, changes: changes.map(({ name }) => name) };
}
