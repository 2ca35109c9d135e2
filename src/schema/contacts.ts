import { isEmpty, optionalField, type Complain, type Manual } from './field.ts';
import { linkJson } from './json-shape.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { mapField } from './map.ts';
import { readFlag, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

const contactShape = {
  icon: text('The icon before the link text: its name in the pack, or pack/name.', 'github'),
  icon_pack: text('The icon pack: fas, far, fab or ai. Default: fas.', 'fab'),
  link: optionalField(readContact, {
    description: 'The target: a web or email address, a phone number as tel:, or a file.',
    examples: ['mailto:lin@example.org'],
  }),
  url: optionalField(readContact, { description: 'The same as link, in newer themes.' }),
  label: text('The link text. Default: the name of the service, or the host.', 'E-mail'),
  name: text('The same as label.'),
  display: mapField(
    {
      header: optionalField(readFlag, {
        description: 'Whether older themes also showed it in the menu.',
      }),
      title: text('Whether older themes showed the link text.'),
    },
    { description: 'Accepted and ignored.' },
  ),
};

/** A field that holds profiles and contact addresses; an entry without a link is a warning. */
export function contactsField(manual: Manual) {
  const remedy =
    'Write each link as "- icon: github", with "link: https://github.com/…" on the next line.';
  return listField(contactShape, { name: 'a link', remedy, isUsable: leads }, manual);
}

function leads({ link, url, icon }: Record<string, unknown>, complain: Complain): boolean {
  if (!isEmpty(link) || !isEmpty(url)) return true;
  complain({
    code: 'link-without-url',
    severity: 'warning',
    message: `has an entry without a link${typeof icon === 'string' ? ` (${icon})` : ''}, which is not shown`,
    remedy: 'Add a link, or delete the entry.',
  });
  return false;
}

/** Reads a link. An email address becomes a mailto: link. */
function readContact(value: unknown, complain: Complain): string | undefined {
  const link = readLink(value, complain);
  return link && /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(link) ? `mailto:${link}` : link;
}

readContact.json = linkJson;
