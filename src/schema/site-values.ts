import { describe, quote } from './describe.ts';
import type { Complain } from './field.ts';
import { readLink } from './link.ts';
import { linkJson, textJson } from './json-shape.ts';
import { readText } from './text.ts';

/** Reads the origin of the site: http or https, no path, no slash at the end. */
export function readOrigin(value: unknown, complain: Complain): string | undefined {
  const text = readText(value, complain);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const bare = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (url && bare && url.pathname === '/') return url.origin;
  complain({
    code: 'site/url',
    message: `${quote(text)} is not the address of a host`,
    remedy: bare
      ? `Write url: ${url.origin} and base: ${url.pathname.replace(/\/+$/, '')}.`
      : 'Write http:// or https:// and the host, such as https://example.org.',
  });
  return undefined;
}

readOrigin.json = textJson;

/** Reads the base path: `/`, or `/x` with a slash in front and none at the end. */
export function readBase(value: unknown, complain: Complain): string | undefined {
  const text = readText(value, complain);
  if (text === undefined) return undefined;
  const parts = text.split('/').filter((part) => part !== '');
  const plain = /^[\w.~/%-]*$/.test(text) && !parts.some((part) => /^\.+$/.test(part));
  if (plain) return `/${parts.join('/')}`;
  complain({
    code: 'site/base',
    message: `${quote(text)} is not a path on the host`,
    remedy: 'Write a path of letters, digits, hyphens and slashes, such as /~ada.',
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
    const remedy = 'Write a BCP 47 tag, such as en-GB or de.';
    complain({ code: 'site/language', message: `${quote(text)} is not a language tag`, remedy });
    return undefined;
  }
}

readLanguage.json = textJson;

/** The faces a site can be set in; `src/styles/typefaces.ts` knows their files. */
export const typefaceNames = ['newsreader', 'literata', 'source-serif'] as const;

export type TypefaceName = (typeof typefaceNames)[number];

/** Reads the name of a typeface, also in capitals and with spaces. */
export function readTypeface(value: unknown, complain: Complain): TypefaceName | undefined {
  const text = readText(value, complain);
  const wanted = text?.toLowerCase().replaceAll(' ', '-').replace(/-4$/, '');
  const name = typefaceNames.find((one) => one === wanted);
  if (name !== undefined || text === undefined) return name;
  complain({
    code: 'site/typeface',
    message: `${quote(text)} is not a typeface that Lectern brings along`,
    remedy: `Write ${typefaceNames.join(' or ')}.`,
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
    message: `${typeof text === 'string' ? quote(text) : describe(text)} is not a colour`,
    remedy: "Write '#' and six digits of 0 to 9 and a to f in quotes, such as '#7b1e2c'.",
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
    message: `${quote(link)} is neither a path of the site nor a web address`,
    remedy: 'Write a path that starts with a slash, such as /talks/, or an https address.',
  });
  return undefined;
}

readTarget.json = linkJson;

/** Reads how a time that ends in Z is meant. */
export function readZ(value: unknown, complain: Complain): 'utc' | 'local' | undefined {
  if (value === 'utc' || value === 'local') return value;
  complain({
    code: 'site/wrong-shape',
    message:
      typeof value === 'string'
        ? `${quote(value)} is neither utc nor local`
        : `holds ${describe(value)} where utc or local belongs`,
    remedy: 'Write utc or local.',
  });
  return undefined;
}

readZ.json = { enum: ['utc', 'local'] };
