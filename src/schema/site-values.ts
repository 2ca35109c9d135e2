import { describe, quote } from './describe.ts';
import type { Complain } from './field.ts';
import { readLink } from './link.ts';
import { linkJson, textJson } from './json-shape.ts';
import { readText } from './text.ts';

/** Reads the origin of the site: http or https, without a path or a slash at the end. */
export function readOrigin(value: unknown, complain: Complain): string | undefined {
  const text = readText(value, complain);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (url && bare && url.pathname === '/') return url.origin;
  complain({
    code: 'site/url',
    message: `${quote(text)} ${bare ? 'contains a path, which belongs in base' : 'is not a web address'}`,
    remedy: bare
      ? `Write url: ${url.origin} and base: ${url.pathname.replace(/\/+$/, '')}.`
      : 'Write http:// or https:// and the host, such as https://example.org.',
  });
  return undefined;
}

readOrigin.json = textJson;

/** Reads the base path: `/`, or `/x` with a slash at the start and none at the end. */
export function readBase(value: unknown, complain: Complain): string | undefined {
  const text = readText(value, complain);
  if (text === undefined) return undefined;
  const parts = text.split('/').filter((part) => part !== '');
  const plain = /^[\w.~/%-]*$/.test(text) && !parts.some((part) => /^\.+$/.test(part));
  if (plain) return `/${parts.join('/')}`;
  complain({
    code: 'site/base',
    message: `${quote(text)} is not a valid path`,
    remedy: 'Write a path with letters, digits, hyphens and slashes only, such as /~ada.',
  });
  return undefined;
}

readBase.json = textJson;

/** Reads a BCP 47 language tag, in its canonical spelling. */
export function readLanguage(value: unknown, complain: Complain): string | undefined {
  const text = readText(value, complain);
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    const remedy = 'Write a BCP 47 language tag, such as en-GB or de.';
    complain({
      code: 'site/language',
      message: `${quote(text)} is not a valid language tag`,
      remedy,
    });
    return undefined;
  }
}

readLanguage.json = textJson;

/** The typefaces included in Lectern; `src/styles/typefaces.ts` has their files. */
export const typefaceNames = ['newsreader', 'literata', 'source-serif'] as const;

export type TypefaceName = (typeof typefaceNames)[number];

/** Reads the name of a typeface, in any case, with hyphens or spaces. */
export function readTypeface(value: unknown, complain: Complain): TypefaceName | undefined {
  const text = readText(value, complain);
  const wanted = text?.toLowerCase().replaceAll(' ', '-').replace(/-4$/, '');
  const name = typefaceNames.find((one) => one === wanted);
  if (name !== undefined || text === undefined) return name;
  complain({
    code: 'site/typeface',
    message: `${quote(text)} is not a typeface included in Lectern`,
    remedy: `Choose one of these: ${typefaceNames.join(', ')}.`,
  });
  return undefined;
}

readTypeface.json = { anyOf: [{ enum: typefaceNames }, textJson] };

/** Reads a colour as six hexadecimal digits. */
export function readColour(value: unknown, complain: Complain): string | undefined {
  const text = typeof value === 'number' ? String(value).padStart(6, '0') : value;
  const digits = typeof text === 'string' ? /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1] : undefined;
  if (digits !== undefined) return `#${digits.toLowerCase()}`;
  complain({
    code: 'site/colour',
    message: `${typeof text === 'string' ? quote(text) : describe(text)} is not a hexadecimal colour`,
    remedy: "Write # and six hexadecimal digits in quotes, such as '#7b1e2c'.",
  });
  return undefined;
}

readColour.json = textJson;

/** Reads the target of a menu entry: a path from the root of the site, or a web address. */
export function readTarget(value: unknown, complain: Complain): string | undefined {
  const link = readLink(value, complain);
  if (link === undefined || /^(\/(?!\/)|https?:\/\/)/.test(link)) return link;
  complain({
    code: 'site/navigation',
    message: `${quote(link)} is neither a path on this site nor a web address`,
    remedy: 'Write a path that starts with a slash, such as /talks/, or an https address.',
  });
  return undefined;
}

readTarget.json = linkJson;

/** Reads the meaning of a time that ends in Z. */
export function readZ(value: unknown, complain: Complain): 'utc' | 'local' | undefined {
  if (value === 'utc' || value === 'local') return value;
  complain({
    code: 'site/wrong-shape',
    message: `must be utc or local, not ${typeof value === 'string' ? quote(value) : describe(value)}`,
    remedy: 'Write utc or local.',
  });
  return undefined;
}

readZ.json = { enum: ['utc', 'local'] };
