import { isExternalUrl } from '../../model/page/link.ts';
import type { Site } from '../../model/site/site.ts';
import { encodePath } from '../../model/page/addresses.ts';
import type { FoundFile } from '../source/environment.ts';
import type { LookedUp } from '../source/look-ups.ts';

/** Returns the absolute form of an address; undefined if nothing is published there. */
export type ResolveAddress = (written: string) => string | undefined;

/** What the rendering of a talk found out about the files that its texts name. */
export interface KnownFiles {
  slug: string;
  lookedUp: LookedUp;
  /** The files of the bundle that are published under their own names. */
  attachments: readonly string[];
  /** Addresses of the images that are published under other names, by the names in the text. */
  pictures: ReadonlyMap<string, string>;
}

/** Creates a function that makes the addresses in a talk's texts absolute. */
export function createAddressResolver(site: Site, known: KnownFiles): ResolveAddress {
  const { addresses, absolute } = site;
  const { slug, attachments, pictures } = known;
  const { files } = known.lookedUp;
  const page = absolute(addresses.talk(slug));
  return (written) => {
    if (isExternalUrl(written))
      return written.startsWith('//') ? new URL(written, page).href : written;
    if (/^[a-z][a-z0-9+.-]*:/i.test(written)) return undefined;
    const names = [written, encodeURI(written)];
    const name = names.find((one) => files.has(one));
    if (name !== undefined) return addressOf(files.get(name), written);
    if (written.startsWith('/')) return absolute(addresses.path(written));
    return URL.canParse(written, page) ? new URL(written, page).href : undefined;
  };

  function addressOf(found: FoundFile | undefined, written: string): string | undefined {
    if (!found) return undefined;
    const { place, path } = found;
    const [suffix = ''] = /[?#].*$/s.exec(written) ?? [];
    if (place === 'public') return absolute(addresses.path(encodePath(path))) + suffix;
    if (attachments.includes(path)) return absolute(addresses.file('talks', slug, path)) + suffix;
    const image = pictures.get(written);
    return image === undefined ? undefined : absolute(image);
  }
}
