import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { root } from '../../../scripts/project-node.mjs';

/** A text in source code that can reach a user, unlike comments, names, types and imports. */
export interface UserText {
  line: number;
  /** Without repeated white space; `…` replaces each embedded expression. */
  text: string;
  /** The attribute that has this value in a template; undefined for other texts. */
  attribute?: string;
  /** Whether it is text between two tags of a template. */
  isTemplateText?: boolean;
}

interface Node {
  type: string;
  loc: { start: { line: number } };
  [key: string]: unknown;
}

interface Parser {
  parseForESLint(code: string, options: object): { ast: Node; visitorKeys: VisitorKeys };
}

type VisitorKeys = Readonly<Record<string, readonly string[]>>;

const typescriptParser = tseslint.parser as unknown as Parser;
const astroParser = astro.configs.recommended.find(({ files }) =>
  files?.flat().includes('**/*.astro'),
)?.languageOptions?.['parser'] as Parser;

/** Returns the paths of all source files that contain texts, from the root of the project. */
export function listSourceFiles(folder = 'src'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|mjs|astro)$/.test(path))
    .sort();
}

/** Returns the texts of a TypeScript or Astro file in order. */
export function findUserTexts(path: string, code: string): UserText[] {
  const isAstro = path.endsWith('.astro');
  const options = { filePath: path, loc: true, range: true, sourceType: 'module' };
  const { ast, visitorKeys } = isAstro
    ? astroParser.parseForESLint(code, { ...options, parser: typescriptParser })
    : typescriptParser.parseForESLint(code, options);
  return collect(ast, visitorKeys);
}

/** Nodes of types, whose strings are not texts. */
const typeNodes = new Set(['TSLiteralType', 'TSTemplateLiteralType']);

function collect(node: Node, keys: VisitorKeys): UserText[] {
  if (typeNodes.has(node.type)) return [];
  const children = getChildren(node, keys);
  const collectAll = (nodes: Node[]) => nodes.flatMap((child) => collect(child, keys));
  const parts = splitString(node);
  if (parts) {
    const text = parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
    return [
      ...toUserTexts(node, text),
      ...collectAll(parts.filter((part) => typeof part !== 'string')),
    ];
  }
  switch (node.type) {
    case 'JSXText':
      return toUserTexts(node, String(node['value'])).map((text) => ({
        ...text,
        isTemplateText: true,
      }));
    case 'JSXAttribute': {
      const attribute = String((node['name'] as Node)['name']);
      return collectAll(children).map((text) => ({ attribute, ...text }));
    }
    case 'JSXElement':
      return getElementName(node) === 'script' ? findScriptTexts(node) : collectAll(children);
    default:
      return collectAll(children);
  }
}

/** Returns the strings and expressions that make up a text; undefined for other nodes. */
function splitString(node: Node): (string | Node)[] | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node.type === 'TemplateLiteral') {
    const expressions = node['expressions'] as Node[];
    return (node['quasis'] as { value: { cooked: string } }[]).flatMap(({ value }, i) => {
      const expression = expressions[i];
      return expression ? [value.cooked, expression] : [value.cooked];
    });
  }
  if (node.type === 'BinaryExpression' && node['operator'] === '+') {
    const sides = [node['left'] as Node, node['right'] as Node];
    const parts = sides.map((side) => splitString(side));
    if (parts.some((part) => part !== undefined)) {
      return sides.flatMap((side, i) => parts[i] ?? [side]);
    }
  }
  return undefined;
}

function findScriptTexts(element: Node): UserText[] {
  return (element['children'] as Node[]).flatMap((child) => {
    if (child.type !== 'AstroRawText') return [];
    const first = child.loc.start.line - 1;
    const texts = findUserTexts('script.ts', String(child['value']));
    return texts.map((text) => ({ ...text, line: text.line + first }));
  });
}

function getChildren(node: Node, keys: VisitorKeys): Node[] {
  const names = (keys[node.type] ?? []).filter((name) => name !== 'source');
  return names
    .flatMap((name) => node[name] as Node | Node[] | null | undefined)
    .filter((child) => child !== null && child !== undefined);
}

function getElementName(element: Node): string {
  const { name } = element['openingElement'] as { name: Node };
  return String(name['name']);
}

function toUserTexts(node: Node, text: string): UserText[] {
  const collapsed = text.replaceAll(/\s+/g, ' ').trim();
  return collapsed === '' ? [] : [{ line: node.loc.start.line, text: collapsed }];
}
