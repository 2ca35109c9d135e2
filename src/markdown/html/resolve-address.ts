import { leavesSite } from '../../model/link.ts';
import type { Site } from '../../model/site/site.ts';
import { encodePath } from '../../model/site/url.ts';
import type { Resolve } from './absolute-addresses.ts';

/** What is known of the files that a talk's texts name, as its rendering left it. */
export interface KnownFiles {
  slug: string;
  /** `bundle:path` or `public:path` by the name in the text; empty for a file that is nowhere. */
  lookedUp: Record<string, string>;
  /** The files of the bundle that are published under their own names. */
  attachments: readonly string[];
  /** Addresses of pictures that are published under other names, by the name in the text. */
  pictures: Record<string, string>;
}

/** Where the addresses of a talk's texts lead, seen from anywhere. */
export function resolveIn(site: Site, known: KnownFiles): Resolve {
  const { addresses, absolute } = site;
  const { slug, lookedUp, attachments, pictures } = known;
  const page = absolute(addresses.talk(slug));
  return (written) => {
    if (leavesSite(written))
      return written.startsWith('//') ? new URL(written, page).href : written;
    if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
    const names = [written, encodeURI(written)];
    const name = names.find((one) => Object.hasOwn(lookedUp, one));
    if (name !== undefined) return toFile(written, fileOf(lookedUp, name) ?? '');
    if (written.startsWith('/')) return absolute(addresses.path(written));
    return URL.canParse(written, page) ? new URL(written, page).href : undefined;
  };

  function toFile(written: string, found: string): string | undefined {
    const path = found.slice(found.indexOf(':') + 1);
    const [suffix = ''] = /[?#].*$/s.exec(written) ?? [];
    if (found.startsWith('public:')) return absolute(addresses.path(encodePath(path))) + suffix;
    if (attachments.includes(path)) return absolute(addresses.file('talks', slug, path)) + suffix;
    const picture = Object.hasOwn(pictures, written) ? pictures[written] : undefined;
    return picture === undefined ? undefined : absolute(picture);
  }
}

/** What stands for a name in `lookedUp`; undefined where nothing was found. */
export function fileOf(lookedUp: Record<string, string>, name: string): string | undefined {
  return (Object.hasOwn(lookedUp, name) && lookedUp[name]) || undefined;
}
