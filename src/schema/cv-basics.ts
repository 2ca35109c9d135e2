import { section, text, url } from './cv-fields.ts';
import { mapField } from './map.ts';

/** Who a CV is about. What is left out is that of site.yaml. */
export const basics = mapField(
  {
    name: text('The name at the head. Default: name in site.yaml.', 'Ada Example'),
    label: text(
      'What the owner does. Default: role and affiliation in site.yaml.',
      'Reader in Measurement',
    ),
    email: text(
      'An e-mail address. Default: that among the links in site.yaml.',
      'ada@example.org',
    ),
    phone: text('A telephone number. Default: none.', '+43 316 000 000'),
    url,
    summary: text('A few sentences at the head. Default: none.'),
    location: mapField(
      {
        address: text('Street and house, or the office.', 'Room 12, Example Street 3'),
        postalCode: text('The postal code.', '8010'),
        city: text('The town.', 'Graz'),
        region: text('The state or province.', 'Styria'),
        countryCode: text('The country, as its code or its name.', 'AT'),
      },
      { description: 'Where to write to. Default: none.' },
      'address',
    ),
    profiles: section(
      {
        network: text('Where: the words of the link.', 'ORCID'),
        username: text('The name there; stands for network if that is left out.', 'ada-example'),
        url,
      },
      'a profile',
      'Pages of the owner elsewhere. Default: the links in site.yaml.',
    ),
    image: text('A picture. Understood and not shown.'),
  },
  { description: 'Who the CV is about. Default: what site.yaml says.' },
);
