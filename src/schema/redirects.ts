import { z } from 'zod';
import { quote } from './describe.ts';
import { requiredField, type Complain } from './field.ts';
import { linkJson } from './json-shape.ts';
import { readLink } from './link.ts';

const target = requiredField(
  readNewAddress,
  {
    severity: 'warning',
    code: 'redirect/missing',
    message: 'leads nowhere: there is no new address behind it',
    remedy: 'Write the new address behind the colon, or take the line out.',
  },
  { description: 'Where it is now: a path of the site, or a web address.' },
);

/** What content/redirects.yaml may hold: old addresses, each with the new one. */
export const redirectsSchema = z.record(z.string(), target).meta({
  title: 'redirect',
  description:
    'Addresses of an earlier site, each with the address it leads to now. An old address is a path ' +
    'below the folder of the site; a new one is a path, too, or a web address. Old addresses of one ' +
    'page may as well stand in its `aliases`.',
});

function readNewAddress(value: unknown, complain: Complain): string | undefined {
  const link = readLink(value, complain);
  if (link === undefined || /^(\/(?!\/)|https?:\/\/)/i.test(link)) return link;
  complain({
    severity: 'warning',
    code: 'redirect/target',
    message: `leads to ${quote(link)}, which is neither a path of the site nor a web address`,
    remedy: 'Write a path that starts with a slash, such as /talks/nyu/, or an https address.',
  });
  return undefined;
}

readNewAddress.json = linkJson;
