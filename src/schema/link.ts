import { describe, quote } from './describe.ts';
import type { Complain } from './field.ts';
import { linkJson, namesJson, type JsonShape } from './json-shape.ts';
import { readNames, readText } from './text.ts';

const SAFE = new Set(['http', 'https', 'mailto', 'tel']);
/** Blanks, control and invisible characters, which browsers may drop from an address. */
const HIDDEN = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060\uFEFF]/g;

/** Reads a link: http, https or mailto, or an address of this site. */
export function readLink(value: unknown, complain: Complain): string | undefined {
  if (value === false) return undefined;
  const link = readText(value, complain);
  if (link === undefined) return undefined;
  const scheme = unsafeScheme(link);
  if (scheme === undefined) return link;
  complain({
    code: 'unsafe-link',
    message: `${quote(link)} starts with "${scheme}:", which is not allowed in links`,
    remedy: remedyFor(link, scheme),
  });
  return undefined;
}

readLink.json = linkJson;

/**
 * The scheme of a link that may not leave the site, or undefined for a safe one. Follows the URL
 * Standard, which ignores tabs, line breaks and leading control characters, and is stricter yet.
 */
export function unsafeScheme(link: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link.replace(HIDDEN, ''))?.[1]?.toLowerCase();
  return scheme === undefined || SAFE.has(scheme) ? undefined : scheme;
}

/** Reads one address of this site or a list of them. */
export function readPaths(value: unknown, complain: Complain): string[] | undefined {
  return readNames(value, complain)?.filter((path) => readLink(path, complain) !== undefined);
}

readPaths.json = namesJson;

/** Reads true, false or a link: whether a talk can be followed online, and where. */
export function readOnline(value: unknown, complain: Complain): string | boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') {
    complain({
      code: 'wrong-shape',
      message: `must be a link, true or false, not ${describe(value)}`,
      remedy: 'Write true, or the https address of the live stream.',
    });
    return undefined;
  }
  const word = value.trim().toLowerCase();
  if (['true', 'yes', 'on'].includes(word)) return true;
  if (['false', 'no', 'off'].includes(word)) return false;
  return readLink(value, complain);
}

readOnline.json = { anyOf: [{ type: 'boolean' }, { type: 'string' }] } as JsonShape;

function remedyFor(link: string, scheme: string): string {
  if (scheme.includes('.')) return `Write https://${link}.`;
  if (scheme === 'file' || scheme.length === 1) {
    return 'Put the file next to this one or in public/files/, and write its name.';
  }
  return 'Write an http, https or mailto address, or the name of a file.';
}
