import type { Finding } from '../../schema/finding.ts';
import { type Addresses, decodePath } from '../page/addresses.ts';

/** An old address and its new address. */
export interface Redirect {
  /** As in `toOldPath`. */
  from: string;
  /** A path of the site with a slash in front, or a web address. */
  to: string;
  /** The old address as written in the file. */
  key: string;
}

/** What a redirect may lead to. */
export interface RedirectTargets {
  /** The addresses of the site, old ones excepted. */
  paths: ReadonlyMap<string, unknown>;
  /** The new address for each old address that a page declares; undefined if several pages declare it. */
  aliases: ReadonlyMap<string, string | undefined>;
}

/**
 * Returns the redirects of a file that the site serves, each with its final target.
 * @param targets Those of the site as it is, and once all pages are published: a redirect to one of the
 *   latter waits for it.
 */
export function resolveRedirects(
  written: Readonly<Record<string, string>>,
  { home }: Pick<Addresses, 'home'>,
  { current, planned = current }: { current: RedirectTargets; planned?: RedirectTargets },
): { redirects: Redirect[]; findings: Finding[] } {
  const { redirects, findings } = toRedirects(written, current.paths);
  const targetIn = ({ to }: Redirect, { paths, aliases }: RedirectTargets): string | undefined => {
    const path = toInternalPath(to);
    if (path === undefined || paths.has(path)) return to;
    const end = aliases.get(path);
    if (end !== undefined) return `/${end.slice(home.length)}`;
    return aliases.has(path) ? to : undefined;
  };
  const served = redirects.flatMap((redirect) => {
    const [to, later] = [targetIn(redirect, current), targetIn(redirect, planned)];
    if (later === undefined) findings.push(unknownTarget(redirect));
    else if (later !== redirect.to) findings.push(chainFinding(redirect, later));
    return to === undefined ? [] : [{ ...redirect, to }];
  });
  return { redirects: served, findings };
}

/**
 * Returns the redirects of a file, each with its final target: a chain of redirects is resolved. Invalid
 * old addresses, loops and addresses of existing pages are left out.
 * @param current All addresses of the site.
 */
export function toRedirects(
  written: Readonly<Record<string, string>>,
  current: Pick<ReadonlyMap<string, unknown>, 'has'> = new Map(),
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
    else if (end !== redirect.to) findings.push(chainFinding(redirect, end));
    return end === undefined ? [] : [{ ...redirect, to: end }];
  });
  return { redirects, findings };
}

/** Returns the final target of a redirect, or undefined for a loop. */
function follow({ from, to }: Redirect, known: ReadonlyMap<string, Redirect>): string | undefined {
  const passed = new Set([from]);
  for (;;) {
    const path = toInternalPath(to);
    const next = path === undefined ? undefined : known.get(path);
    if (path === undefined || next === undefined) return to;
    if (passed.has(path)) return undefined;
    passed.add(path);
    to = next.to;
  }
}

/** Returns the target within the site, as in `toOldPath`; the home page is the empty path. */
export function toInternalPath(to: string): string | undefined {
  if (!/^\/(?!\/)/.test(to)) return undefined;
  return toOldPath(to.replace(/[?#].*$/, '')) ?? '';
}

/** Returns the warning for a redirect to an address that redirects again. */
function chainFinding({ key, to }: Redirect, end: string): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/chain' },
    message: `${key} redirects to ${to}, which redirects again`,
    remedy: `Write the final address, ${end}.`,
  };
}

function circle({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/loop' },
    message: `${key} redirects to ${to}, and from there back to itself, so it is ignored`,
    remedy: 'Write the address of a page that exists.',
  };
}

function unknownTarget({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], severity: 'warning', code: 'redirect/unknown-target' },
    message: `${key} redirects to ${to}, but there is no such page or file, so the line is ignored`,
    remedy: 'Write the address of a page or file that exists, or delete the line.',
  };
}

function taken(key: string): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/taken' },
    message: `${key} is the address of an existing page, so this redirect is ignored`,
    remedy: 'Delete the line.',
  };
}

function twice(key: string, other: Redirect): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/duplicate' },
    message: `${key} is the same address as ${other.key}, so only the first of the two is used`,
    remedy: 'Delete one of them.',
  };
}

function unanswerable(key: string): Finding {
  return {
    ...{ path: [key], key: true, severity: 'warning', code: 'redirect/address' },
    message: `${key} cannot be redirected, so it is ignored`,
    remedy:
      'Write a path that starts with a slash and has no ? or #. The home page cannot be redirected.',
  };
}

/**
 * An old address as a path of the site, without slashes at its ends and without `index.html`:
 * `talk/nyu`, `index.xml`. The host of a web address is passed over, and what is encoded is decoded.
 * Undefined for the home page and for what no file can answer: a query, a fragment, dots that climb.
 */
export function toOldPath(written: string): string | undefined {
  const path = decodePath(written.replace(/^https?:\/\/[^/?#]+/i, ''))
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/(^|\/)index\.html?$/i, '$1')
    .replace(/^\/|\/$/g, '');
  const parts = path.split('/');
  const isFile = !parts.some((part) => /^(\.{0,2}|.*[?#\\\p{Cc}].*)$/u.test(part));
  return isFile ? path : undefined;
}

/**
 * Whether an old address is that of a file, of which the bytes of the new one are to be served: a page
 * that says where a feed or a PDF has moved is of no use to who asks for one.
 * @param from Without slashes at its ends.
 * @param to A path of the site, without query and fragment, or a web address.
 */
export function isFileMove(from: string, to: string): boolean {
  const end = endOf(from);
  return end !== undefined && !/^x?html?$/.test(end) && to.startsWith('/') && endOf(to) === end;
}

function endOf(path: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
}
