import type { VFile } from 'vfile';
import type { Finding } from '../schema/finding.ts';

/** What a plugin may know of the talk whose text it is given. */
export interface Environment {
  /** Formulas are typeset; false for a talk with `math: false`. */
  math: boolean;
}

/** Something a plugin found in the text, with its place in that text (1-based). */
export type TextFinding = Omit<Finding, 'path' | 'key'> & {
  position: { line: number; column: number };
};

interface Bag {
  math?: unknown;
  lecternFindings?: TextFinding[];
}

/** Astro hands plugins the front matter; `math: false` there turns formulas off, in MDX too. */
export function readEnvironment(file: VFile): Environment {
  return { math: bag(file).math !== false };
}

/** Findings travel in the front matter object, the one thing Astro gives back to its caller. */
export function addFinding(file: VFile, finding: TextFinding): void {
  (bag(file).lecternFindings ??= []).push(finding);
}

export function takeFindings(frontmatter: Record<string, unknown>): TextFinding[] {
  return (frontmatter as Bag).lecternFindings ?? [];
}

function bag(file: VFile): Bag {
  const data = file.data as { astro?: { frontmatter?: Bag } };
  data.astro ??= {};
  return (data.astro.frontmatter ??= {});
}
