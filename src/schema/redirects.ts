import { z } from 'zod';
import { quote } from './describe.ts';
import { requiredField, type ReportIssue } from './field.ts';
import { linkJson } from './json-schema.ts';
import { readLink } from './link.ts';

/** Reads the target of a redirect: a path on this site, or a web address. */
function readNewAddress(value: unknown, reportIssue: ReportIssue): string | undefined {
  const link = readLink(value, reportIssue);
  if (link === undefined || /^(\/(?!\/)|https?:\/\/)/i.test(link)) return link;
  reportIssue({
    code: 'redirect/target',
    message: `redirects to ${quote(link)}, which is neither a path on this site nor a web address`,
    remedy: 'Write a path that starts with a slash, such as /talks/nyu/, or an https address.',
  });
  return undefined;
}

readNewAddress.json = linkJson;

const targetField = requiredField(
  readNewAddress,
  {
    code: 'redirect/missing',
    message: 'has no new address',
    remedy: 'Write the new address after the colon, or delete the line.',
  },
  { description: 'The new address: a path on this site, or a web address.' },
);

/** The schema of content/redirects.yaml: old addresses, each with its new address. */
export const redirectsSchema = z.record(z.string(), targetField).meta({
  title: 'redirect',
  description:
    'The addresses of an earlier site, each with its new address. You can also list old addresses in the ' +
    '`aliases` of a page. An old address is a path below `base`. A new address is a path or a web address.',
});
