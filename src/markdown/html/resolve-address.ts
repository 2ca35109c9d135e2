import { toWebAddress } from '../../schema/link.ts';
import { isExternalUrl } from '../../model/page/link.ts';
import type { Site } from '../../model/site/site.ts';
import { encodePath } from '../../model/page/addresses.ts';
import type { FoundFile } from '../source/markdown-context.ts';
import type { LookUps } from '../source/look-ups.ts';

/** Returns the absolute form of an address; undefined if nothing is published there. */
export type ResolveAddress = (address: string) => string | undefined;

/** The files and images in the texts of a talk, as its rendering found them. */
export interface TalkFiles {
  slug: string;
  lookedUp: LookUps;
  /** The files of the bundle that are published under their own names. */
  attachments: readonly string[];
  /** Addresses of the images that are published under other names, by the names in the text. */
  imageAddresses: ReadonlyMap<string, string>;
}

/** Creates a function that makes the addresses in a talk's texts absolute. */
export function createAddressResolver(site: Site, files: TalkFiles): ResolveAddress {
  const { addresses, absolute } = site;
  const { slug, attachments, imageAddresses } = files;
  const { files: foundFiles } = files.lookedUp;
  const page = absolute(addresses.talk(slug));
  return (raw) => {
    const address = toWebAddress(raw);
    if (isExternalUrl(address))
      return address.startsWith('//') ? new URL(address, page).href : address;
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return undefined;
    const spellings = [address, encodeURI(address)];
    const name = spellings.find((spelling) => foundFiles.has(spelling));
    if (name !== undefined) return addressOf(foundFiles.get(name), address);
    if (address.startsWith('/')) return absolute(addresses.path(address));
    return URL.canParse(address, page) ? new URL(address, page).href : undefined;
  };

  function addressOf(found: FoundFile | undefined, address: string): string | undefined {
    if (!found) return undefined;
    const { place, path } = found;
    const [suffix = ''] = /[?#].*$/s.exec(address) ?? [];
    if (place === 'public') return absolute(addresses.path(encodePath(path))) + suffix;
    if (attachments.includes(path)) return absolute(addresses.file('talks', slug, path)) + suffix;
    const imageAddress = imageAddresses.get(address);
    return imageAddress === undefined ? undefined : absolute(imageAddress);
  }
}
