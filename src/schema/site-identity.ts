import { quote } from './describe.ts';
import type { ReportIssue } from './field.ts';
import { textJson } from './json-schema.ts';
import { readText, readTimeZone } from './text.ts';

/** Gives all problems of a setting the same code, which decides whether they stop the build. */
function withCode(code: string, reportIssue: ReportIssue): ReportIssue {
  return (issue) => reportIssue({ ...issue, code });
}

export function readSiteName(value: unknown, reportIssue: ReportIssue): string | undefined {
  return readText(value, withCode('site/name', reportIssue));
}

readSiteName.json = textJson;

export function readSiteTimeZone(value: unknown, reportIssue: ReportIssue): string | undefined {
  return readTimeZone(value, withCode('site/unknown-timezone', reportIssue));
}

readSiteTimeZone.json = textJson;

/** Reads the origin of the site: http or https, without a path or a slash at the end. */
export function readOrigin(value: unknown, reportIssue: ReportIssue): string | undefined {
  const text = readText(value, withCode('site/url', reportIssue));
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isHttp = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  if (url && isHttp && url.pathname === '/') return url.origin;
  reportIssue({
    code: 'site/url',
    message: `${quote(text)} ${isHttp ? 'contains a path, which belongs in base' : 'is not a web address'}`,
    remedy: isHttp
      ? `Write url: ${url.origin} and base: ${url.pathname.replace(/\/+$/, '')}.`
      : 'Write http:// or https:// and the host, such as https://example.org.',
  });
  return undefined;
}

readOrigin.json = textJson;

/** Reads the base path: `/`, or `/x` with a slash at the start and none at the end. */
export function readBase(value: unknown, reportIssue: ReportIssue): string | undefined {
  const text = readText(value, withCode('site/base', reportIssue));
  if (text === undefined) return undefined;
  const parts = text.split('/').filter((part) => part !== '');
  const isValid = /^[\w.~/%-]*$/.test(text) && !parts.some((part) => /^\.+$/.test(part));
  if (isValid) return `/${parts.join('/')}`;
  reportIssue({
    code: 'site/base',
    message: `${quote(text)} is not a valid path`,
    remedy: 'Write a path with letters, digits, hyphens and slashes only, such as /~ada.',
  });
  return undefined;
}

readBase.json = textJson;
