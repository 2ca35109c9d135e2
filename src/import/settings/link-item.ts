import { writtenContacts } from '../../model/person/contact.ts';
import { findIcon } from '../../model/site/icon-sets.ts';

/** A link of site.yaml: the words for it, and its icon if there is such a one. */
export function toLink(
  url: string,
  label: string | undefined,
  icon: string | undefined,
  pack: string | undefined,
) {
  const [contact] = writtenContacts({
    social: [
      {
        link: url,
        ...(label && { label }),
        ...(icon && { icon }),
        ...(pack && { icon_pack: pack }),
      },
    ],
  } as unknown as Parameters<typeof writtenContacts>[0]);
  const shown =
    contact?.icon && findIcon(contact.icon.name, contact.icon.pack) ? contact.icon : undefined;
  const isKnown = /^(fas|far|fab|ai)$/.test(shown?.pack ?? '');
  return {
    value: {
      name: contact?.label ?? label ?? url,
      url: contact?.url ?? url,
      ...(shown && { icon: shown.name }),
      ...(shown && isKnown && { icon_pack: shown.pack }),
    },
  };
}
