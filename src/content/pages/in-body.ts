import type { TextFinding } from '../../markdown/source/environment.ts';
import type { Finding } from '../../schema/finding.ts';

/** A finding in a body as one in its file, whose line `bodyLine` is the body's first. */
export function inBody(finding: TextFinding, bodyLine: number): Finding {
  const { line, column } = finding.position;
  return { ...finding, path: [], position: { line: line + bodyLine - 1, column } };
}
