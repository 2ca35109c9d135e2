import { describe, quote } from './describe.ts';
import { optionalField, type ReportIssue } from './field.ts';
import { textJson } from './json-schema.ts';

/** The hosts that read a file of their own, which the build writes. */
const hostNames = ['apache', 'vercel'] as const;

export type HostName = (typeof hostNames)[number];

/** Reads the name of a host, in any case. */
function readHost(value: unknown, reportIssue: ReportIssue): HostName | undefined {
  const name = hostNames.find(
    (known) => typeof value === 'string' && known === value.trim().toLowerCase(),
  );
  if (name !== undefined) return name;
  reportIssue({
    code: 'site/wrong-shape',
    message: `must be apache or vercel, not ${typeof value === 'string' ? quote(value) : describe(value)}`,
    remedy: 'Write apache or vercel. Any other host needs no setting: delete the key.',
  });
  return undefined;
}

readHost.json = { anyOf: [{ enum: hostNames }, textJson] };

/** The host for which the build writes a file with headers and media types. */
export const hostField = optionalField(readHost, {
  description:
    'Writes a file with headers and media types for a host: apache (.htaccess) or vercel ' +
    '(vercel.json). Default: none; Netlify and Cloudflare Pages read _headers, which every build writes.',
  examples: ['apache'],
});
