import type { Finding } from '../../schema/finding.ts';
import { toOldPath } from './old-path.ts';

/** What stood at an old address, and where it is now. */
export interface Redirect {
  /** As in `toOldPath`. */
  from: string;
  /** A path of the site with a slash in front, or a web address. */
  to: string;
  /** The old address as it is written in the file. */
  key: string;
}

/**
 * The redirects of a file, each with where it leads in the end: one that leads to the old address of
 * another is led on. What cannot be answered, and what leads in a circle, is left out.
 * @param current Every address of the site: what a page has now is left to it.
 */
export function toRedirects(
  written: Readonly<Record<string, string>>,
  current: ReadonlySet<string> = new Set(),
): { redirects: Redirect[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const known = new Map<string, Redirect>();
  for (const [key, to] of Object.entries(written)) {
    const from = /^(\/|https?:\/\/)/i.test(key) ? toOldPath(key) : undefined;
    const other = from === undefined ? undefined : known.get(from);
    if (from === undefined) findings.push(unanswerable(key));
    else if (other) findings.push(twice(key, other));
    else if (current.has(from)) findings.push(taken(key));
    else known.set(from, { from, to, key });
  }
  const redirects = [...known.values()].flatMap((redirect) => {
    const end = follow(redirect, known);
    if (end === undefined) findings.push(circle(redirect));
    else if (end !== redirect.to) findings.push(chain(redirect, end));
    return end === undefined ? [] : [{ ...redirect, to: end }];
  });
  return { redirects, findings };
}

/** Where a redirect leads in the end; undefined if it never arrives. */
function follow({ from, to }: Redirect, known: ReadonlyMap<string, Redirect>): string | undefined {
  const passed = new Set([from]);
  for (;;) {
    const path = pathWithin(to);
    const next = path === undefined ? undefined : known.get(path);
    if (path === undefined || next === undefined) return to;
    if (passed.has(path)) return undefined;
    passed.add(path);
    to = next.to;
  }
}

/** Where a redirect leads within the site, as in `toOldPath`; the home page is the empty path. */
export function pathWithin(to: string): string | undefined {
  if (!/^\/(?!\/)/.test(to)) return undefined;
  return toOldPath(to.replace(/[?#].*$/, '')) ?? '';
}

/** Told where a redirect leads to an address that leads on. */
export function chain({ key, to }: Redirect, end: string): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/chain' },
    message: `${key} leads to ${to}, which is an old address itself`,
    remedy: `Write ${end}, where it leads in the end.`,
  };
}

function circle({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/loop' },
    message: `${key} leads to ${to}, and from there back to itself`,
    remedy: 'Write the address of a page that is there now. Until then the line is left out.',
  };
}

function taken(key: string): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/taken' },
    message: `${key} is the address of a page that the site has now`,
    remedy: 'Take the line out: the page itself answers.',
  };
}

function twice(key: string, other: Redirect): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/duplicate' },
    message: `${key} is the same address as ${other.key}, and the first of the two counts`,
    remedy: 'Keep one of them.',
  };
}

function unanswerable(key: string): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/address' },
    message: `${key} is no address that a site of files can answer`,
    remedy:
      'Write a path that starts with a slash, without ? and #, other than that of the home page.',
  };
}
