import { section, text, url } from './cv-fields.ts';
import { mapField } from './map.ts';

/** The person a CV is about. site.yaml provides the defaults. */
export const basics = mapField(
  {
    name: text('Your name. Default: name in site.yaml.', 'Ada Example'),
    label: text(
      'What you do. Default: role and affiliation in site.yaml.',
      'Reader in Measurement',
    ),
    email: text(
      'Your email address. Default: the email address in links in site.yaml.',
      'ada@example.org',
    ),
    phone: text('Your phone number. Default: none.', '+43 316 000 000'),
    url,
    summary: text('A few sentences at the top. Default: none.'),
    location: mapField(
      {
        address: text('Street and number, or the office.', 'Room 12, Example Street 3'),
        postalCode: text('The postal code.', '8010'),
        city: text('The town or city.', 'Graz'),
        region: text('The state or province.', 'Styria'),
        countryCode: text('The country: its code or its name.', 'AT'),
      },
      { description: 'Your postal address. Default: none.' },
      'address',
    ),
    profiles: section(
      {
        network: text('The name of the service, used as the link text.', 'ORCID'),
        username: text(
          'Your user name there, used as the link text if network is missing.',
          'ada-example',
        ),
        url,
      },
      'a profile',
      'Your profiles on other sites. Default: the links in site.yaml.',
    ),
    image: text('An image. Accepted, but not shown.'),
  },
  { description: 'Who the CV is about. Default: the values in site.yaml.' },
);
