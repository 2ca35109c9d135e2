import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { EXIT } from 'unist-util-visit';
import { remarkPandocMath } from '../source/pandoc-math.ts';
import { parsePrepared } from '../source/regions.ts';
import { visit } from '../source/visit.ts';

/** A Markdown tree with positions. */
export interface ParsedText {
  tree: Root;
  /** The tree has, or may have, syntax of GitHub. */
  isGithub: boolean;
}

const githubParser = unified().use(remarkParse).use(remarkGfm).use(remarkPandocMath).freeze();

/**
 * Parses GitHub Flavored Markdown with formulas. GitHub's syntax makes parsing twice as slow, mostly by a test
 * for an email address at each word, so a text that cannot contain any is parsed without it, into the same tree.
 */
export function parseGithubMarkdown(text: string): ParsedText {
  const tree = mayHaveGithubBlocks(text) ? undefined : parsePrepared(text);
  if (tree && !(mayHaveAddress(text) && hasAddress(tree))) return { tree, isGithub: false };
  return { tree: githubParser.parse(text), isGithub: true };
}

/** A line of a table that separates its head from its body. Tables may be in lists and quotations. */
const delimiterRow = /^(?=.*-)(?=.*[|:])[ \t>*+|:\d.)-]+$/m;

/** Returns whether a text may have footnotes, task lists, deleted text or tables. */
function mayHaveGithubBlocks(text: string): boolean {
  return /\[(?:\^|[ \t\r\nxX]\])|~[^]*~/.test(text) || delimiterRow.test(text);
}

const bareAddress = /https?:\/\/|www\.|@/i;

/** Returns whether a text may have an address that GitHub makes a link. References may hide one. */
function mayHaveAddress(text: string): boolean {
  return /http|www|@|&/i.test(text);
}

/** Returns whether words of a tree, and not only its links, code and formulas, contain an address. */
function hasAddress(tree: Root): boolean {
  let found = false;
  visit(tree, (node: Nodes) => {
    const words = node.type === 'text' ? node.value : 'alt' in node ? node.alt : undefined;
    if (!words || !bareAddress.test(words)) return undefined;
    found = true;
    return EXIT;
  });
  return found;
}
