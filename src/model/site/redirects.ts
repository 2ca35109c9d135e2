import { quote } from '../../schema/describe.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  type Addresses,
  decodePath,
  isInvalidOnWindows,
  isPathTooLong,
} from '../page/addresses.ts';

/** An old address and its new address. */
export interface Redirect {
  /** As in `toOldPath`. */
  from: string;
  /** A path of the site with a slash in front, or a web address. */
  to: string;
  /** The old address as written in the file. */
  key: string;
}

/** The possible targets of redirects. */
export interface RedirectTargets {
  /** The addresses of the site, without old ones. */
  paths: ReadonlyMap<string, unknown>;
  /** The new address for each old address that a page declares; undefined if several pages declare it. */
  aliases: ReadonlyMap<string, string | undefined>;
}

/**
 * Returns the redirects of a file that the site serves, each with its final target.
 * @param targets The targets now, and once all pages are published. A redirect to one of the latter is
 *   served once its target is.
 */
export function resolveRedirects(
  entries: Readonly<Record<string, string>>,
  { home }: Pick<Addresses, 'home'>,
  { current, planned }: { current: RedirectTargets; planned: RedirectTargets },
): { redirects: Redirect[]; findings: Finding[] } {
  const { redirects, findings } = toRedirects(entries, current.paths);
  const targetIn = ({ to }: Redirect, { paths, aliases }: RedirectTargets): string | undefined => {
    const path = toInternalPath(to);
    if (path === undefined || paths.has(path)) return to;
    const end = aliases.get(path);
    if (end !== undefined) return `/${end.slice(home.length)}`;
    return aliases.has(path) ? to : undefined;
  };
  const served = redirects.flatMap((redirect) => {
    const [to, plannedTarget] = [targetIn(redirect, current), targetIn(redirect, planned)];
    if (plannedTarget === undefined) findings.push(toUnknownTargetFinding(redirect));
    else if (plannedTarget !== redirect.to) findings.push(toChainFinding(redirect, plannedTarget));
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
  entries: Readonly<Record<string, string>>,
  current: ReadonlyMap<string, unknown> = new Map(),
): { redirects: Redirect[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const byPath = new Map<string, Redirect>();
  const findSpelling = createSpellingFinder(current);
  for (const [key, to] of Object.entries(entries)) {
    const from = /^(\/|https?:\/\/)/i.test(key) ? toOldPath(key) : undefined;
    const duplicate = from === undefined ? undefined : byPath.get(from);
    const spelling = from === undefined ? undefined : findSpelling(from);
    if (from === undefined || !canRedirect(from, to)) findings.push(toInvalidAddressFinding(key));
    else if (duplicate) findings.push(toDuplicateFinding(key, duplicate));
    else if (current.has(from)) findings.push(toTakenFinding(key));
    else if (spelling !== undefined) findings.push(toOtherCaseFinding(key, spelling));
    else {
      byPath.set(from, { from, to, key });
      if (from.split('/').some(isInvalidOnWindows)) findings.push(toWindowsFinding(key));
    }
  }
  const finalTargets = findFinalTargets(byPath);
  const redirects = [...byPath.values()].flatMap((redirect) => {
    const end = finalTargets.get(redirect.from);
    if (end === undefined) findings.push(toLoopFinding(redirect));
    else if (end !== redirect.to) findings.push(toChainFinding(redirect, end));
    return end === undefined ? [] : [{ ...redirect, to: end }];
  });
  return { redirects, findings };
}

/**
 * Creates a function that finds the address that differs from a path only in case. A file system of Windows or macOS
 * would hold both in one file.
 */
export function createSpellingFinder(
  paths: ReadonlyMap<string, unknown>,
): (path: string) => string | undefined {
  let byLowerCase: Map<string, string> | undefined;
  return (path) => {
    byLowerCase ??= new Map([...paths.keys()].map((known) => [known.toLowerCase(), known]));
    return byLowerCase.get(path.toLowerCase());
  };
}

/**
 * Returns the final target of each redirect by its old address; undefined for one that ends in a loop. Each redirect is
 * followed once.
 */
function findFinalTargets(
  byPath: ReadonlyMap<string, Redirect>,
): ReadonlyMap<string, string | undefined> {
  const ends = new Map<string, string | undefined>();
  for (const start of byPath.values()) {
    const chain = new Set<string>();
    let next: Redirect | undefined = start;
    let end: string | undefined;
    while (next && !ends.has(next.from) && !chain.has(next.from)) {
      chain.add(next.from);
      end = next.to;
      const path = toInternalPath(next.to);
      next = path === undefined ? undefined : byPath.get(path);
    }
    if (next) end = ends.get(next.from);
    for (const from of chain) ends.set(from, end);
  }
  return ends;
}

/** Returns the target within the site, as in `toOldPath`; the home page is the empty path. */
export function toInternalPath(to: string): string | undefined {
  if (!/^\/(?!\/)/.test(to)) return undefined;
  const path = to.replace(/[?#].*$/, '');
  const isHome = /^\/(?:index\.html?)?$/i.test(path);
  // An address that no page can have stays different from all paths of pages.
  return isHome ? '' : (toOldPath(path) ?? path);
}

/** Returns the warning for a redirect to an address that redirects again. */
function toChainFinding({ key, to }: Redirect, end: string): Finding {
  return {
    ...{ path: [key], code: 'redirect/chain' },
    message: `${key} redirects to ${to}, which redirects again`,
    remedy: `Write the final address, ${end}.`,
  };
}

function toLoopFinding({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], code: 'redirect/loop' },
    message: `${key} redirects to ${to}, and from there back to itself, so it is ignored`,
    remedy: 'Write the address of a page that exists.',
  };
}

function toUnknownTargetFinding({ key, to }: Redirect): Finding {
  return {
    ...{ path: [key], code: 'redirect/unknown-target' },
    message: `${key} redirects to ${to}, but there is no such page or file, so the line is ignored`,
    remedy: 'Write the address of a page or file that exists, or delete the line.',
  };
}

function toTakenFinding(key: string): Finding {
  return {
    ...{ path: [key], key: true, code: 'redirect/taken' },
    message: `${key} is the address of an existing page, so this redirect is ignored`,
    remedy: 'Delete the line.',
  };
}

function toOtherCaseFinding(key: string, path: string): Finding {
  return {
    ...{ path: [key], key: true, code: 'redirect/other-case' },
    message: `${key} differs only in case from /${path}, the address of an existing page, so it is ignored: Windows and macOS would keep only one of them`,
    remedy: 'Delete the line.',
  };
}

function toDuplicateFinding(key: string, first: Redirect): Finding {
  return {
    ...{ path: [key], key: true, code: 'redirect/duplicate' },
    message: `${key} is the same address as ${first.key}, so only the first of the two is used`,
    remedy: 'Delete one of them.',
  };
}

function toWindowsFinding(key: string): Finding {
  return {
    ...{ path: [key], key: true, code: 'redirect/windows-name' },
    message: `the old address ${quote(key)} needs a folder that Windows cannot create`,
    remedy: 'If the site is ever built on Windows, delete the line.',
  };
}

function toInvalidAddressFinding(key: string): Finding {
  return {
    ...{ path: [key], key: true, code: 'redirect/address' },
    message: `the old address ${quote(key)} cannot be redirected, so it is ignored`,
    remedy:
      'Write a path that starts with a slash, has no ? or #, no % except in codes such as %20, no part of more than 240 characters, and 800 characters at most. The home page cannot be redirected.',
  };
}

/**
 * Converts an old address to a path of the site, without leading and trailing slashes and without
 * `index.html`: `talk/nyu`, `index.xml`. The host of a web address is dropped, and percent-encoding is
 * decoded. Undefined for the home page and for a path that cannot be a file: with a query, a fragment,
 * dots that lead out of the folder, or that is too long.
 */
export function toOldPath(address: string): string | undefined {
  const path = decodePath(address.replace(/^https?:\/\/[^/?#]+/i, ''))
    .normalize('NFC')
    .replace(/\/{2,}/g, '/')
    .replace(/(^|\/)index\.html?$/i, '$1')
    .replace(/^\/|\/$/g, '');
  const parts = path.split('/');
  const isValid = !parts.some((part) => /^(\.{0,2}|.*[?#\\\p{Cc}].*)$/u.test(part));
  return isValid && !isPathTooLong(path) ? path : undefined;
}

/** Returns whether a page can be at an old address, or a file can move from it. Astro decodes a percent sign again. */
export function canRedirect(from: string, to: string): boolean {
  return !from.includes('%') || isFileMove(from, to);
}

/**
 * Returns whether an old address is a file, so that the file at the new address is served there, too: a
 * client that requests a feed or a PDF cannot use a page that redirects.
 * @param from A path without leading and trailing slashes.
 * @param to A path of the site, without query and fragment, or a web address.
 */
export function isFileMove(from: string, to: string): boolean {
  const extension = toExtension(from);
  return (
    extension !== undefined &&
    !/^x?html?$/.test(extension) &&
    to.startsWith('/') &&
    toExtension(to) === extension
  );
}

function toExtension(path: string): string | undefined {
  return /\.([a-z0-9]{1,8})$/i.exec(path)?.[1]?.toLowerCase();
}
