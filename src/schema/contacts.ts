import { isEmpty, optionalField, type Complain, type Manual } from './field.ts';
import { linkJson } from './json-shape.ts';
import { readLink } from './link.ts';
import { listField } from './list.ts';
import { mapField } from './map.ts';
import { readFlag, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

const contactShape = {
  icon: text('A picture before the words, by its name in the pack, or as pack/name.', 'github'),
  icon_pack: text('The pack of the icon: fas, far, fab or ai. Default: fas.', 'fab'),
  link: optionalField(readContact, {
    description: 'A web or e-mail address, a telephone number as tel:, or a file.',
    examples: ['mailto:lin@example.org'],
  }),
  url: optionalField(readContact, { description: 'The same as link, in newer themes.' }),
  label: text('The words of the link. Default: what its host is known as.', 'E-mail'),
  name: text('The same as label.'),
  display: mapField(
    {
      header: optionalField(readFlag, { description: 'Whether it stood in the menu, too.' }),
      title: text('Whether its words were shown.'),
    },
    { description: 'Understood and not needed.' },
  ),
};

/** A field that holds the ways to reach somebody; one that leads nowhere is a warning. */
export function contactsField(manual: Manual) {
  const remedy = 'Write each as "- icon: github" with "link: https://github.com/…" below icon.';
  return listField(contactShape, { name: 'a link', remedy, isUsable: leads }, manual);
}

function leads({ link, url, icon }: Record<string, unknown>, complain: Complain): boolean {
  if (!isEmpty(link) || !isEmpty(url)) return true;
  complain({
    code: 'link-without-url',
    severity: 'warning',
    message: `has an entry without a link${typeof icon === 'string' ? `: ${icon}` : ''}`,
    remedy: 'Add a link, or take the entry out.',
  });
  return false;
}

/** Reads a link. An e-mail address alone is meant to be written to. */
function readContact(value: unknown, complain: Complain): string | undefined {
  const link = readLink(value, complain);
  return link && /^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(link) ? `mailto:${link}` : link;
}

readContact.json = linkJson;
