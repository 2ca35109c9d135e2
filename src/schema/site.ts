import { z } from 'zod';
import { isEmpty, optionalField, requiredField } from './field.ts';
import type { Manual, Reader } from './field.ts';
import { homeField } from './home.ts';
import { readLink } from './link.ts';
import { mapField } from './map.ts';
import { emptyJson } from './json-shape.ts';
import {
  readBase,
  readColour,
  readLanguage,
  readOrigin,
  readTarget,
  readTypeface,
  readZ,
} from './site-values.ts';
import { readNames, readText, readTimeZone } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });

/** A field with a default value. */
function defaulted<T>(read: Reader<T>, fallback: T, manual: Manual) {
  return optionalField(read, manual)
    .transform((value): T => value ?? fallback)
    .meta({ ...manual, shape: read.json, orElse: [emptyJson] });
}

function required<T>(key: string, read: Reader<T>, manual: Manual) {
  const remedy = `Add it, for example "${key}: ${String(manual.examples?.[0])}".`;
  const missing = { code: 'site/missing', message: 'is missing or empty', remedy };
  return requiredField(read, missing, manual);
}

function list<Shape extends z.ZodRawShape>(shape: Shape, manual: Manual) {
  return z
    .preprocess((value) => (isEmpty(value) ? [] : value), z.array(z.strictObject(shape)))
    .optional()
    .transform((items) => items ?? [])
    .meta({ ...manual, orElse: [emptyJson] });
}

const linkShape = {
  name: required('name', readText, { description: 'The link text.', examples: ['Code'] }),
  url: required('url', readLink, {
    description: 'The target: a web address, a mailto: address, or a path on this site.',
    examples: ['https://example.org/ada'],
  }),
  icon: text('The icon before the link text, by its name in the pack.', 'github'),
  icon_pack: text('The icon pack: fas, far, fab or ai. Default: fas.', 'fab'),
};

const navigationShape = {
  name: required('name', readText, { description: 'The link text.', examples: ['Talks'] }),
  url: required('url', readTarget, {
    description: 'The target: a path on this site, or a web address.',
    examples: ['/talks/'],
  }),
};

/** The schema of content/site.yaml: who the site is about and how it is published. */
export const siteSchema = z
  .strictObject({
    name: required('name', readText, {
      description: 'Your name, which is also the title of the site. Required.',
      examples: ['Ada Example'],
    }),
    role: text('What you do. Default: none.', 'Professor of Statistics'),
    affiliation: mapField(
      {
        name: required('name', readText, {
          description: 'The institution.',
          examples: ['University of Example'],
        }),
        url: optionalField(readLink, { description: 'Its web page. Default: none.' }),
      },
      { description: 'Where you work: a name, or a name and a url. Default: none.' },
      'name',
    ),
    description: text('One sentence about the site, for search engines and feeds.'),
    url: optionalField(readOrigin, {
      description:
        'The address of the published site, without a path. Default: none; feeds need an address and ' +
        'then use https://example.org.',
      examples: ['https://ada.example.org'],
    }),
    base: defaulted(readBase, '/', {
      description: 'The path of the site on its host. Default: /.',
      examples: ['/~ada'],
    }),
    icon: text(
      'The icon in the browser tab: a file in public/. Default: a lectern.',
      'favicon.svg',
    ),
    accent: optionalField(readColour, {
      description:
        'The accent colour, for links and upcoming talks. It is darkened or lightened where the ' +
        "contrast would be too low. Default: '#7b1e2c', a dark red.",
      examples: ["'#1f3a5f'"],
    }),
    typeface: defaulted(readTypeface, 'newsreader' as const, {
      description:
        'The typeface of all text: newsreader, literata or source-serif. Default: newsreader.',
      examples: ['literata'],
    }),
    language: defaulted(readLanguage, 'en-GB', {
      description: 'The language of the site, as a BCP 47 tag. Default: en-GB.',
      examples: ['en-US', 'de'],
    }),
    timezone: defaulted(readTimeZone, 'UTC', {
      description: 'The IANA time zone of talks without a timezone. Default: UTC.',
      examples: ['Europe/Berlin'],
    }),
    links: list(linkShape, { description: 'Your profiles and contact addresses. Default: none.' }),
    navigation: list(navigationShape, {
      description: 'The menu, in order. Default: the sections with content.',
    }),
    home: homeField,
    people_groups: optionalField(readNames, {
      description: 'The groups of the list of people, in order. Default: sorted by name.',
      examples: [['Staff', 'Students', 'Alumni']],
    }),
    feed: mapField(
      {
        title: text('The title of the feeds. Default: your name and ": talks".'),
        description: text('One sentence about the feeds. Default: description of the site.'),
      },
      { description: 'The title and description of the feeds. Default: based on your name.' },
    ),
    times: z
      .preprocess((value) => value ?? undefined, z.strictObject({ z: zField() }).optional())
      .optional()
      .transform((times) => times ?? { z: 'utc' as const })
      .meta({
        description: 'How to read times of day. Default: { z: utc }.',
        examples: [{ z: 'local' }],
        orElse: [{ type: 'null' }],
      }),
  })
  .meta({ title: 'site' });

/** The settings of the site after reading, with all defaults filled in. */
export type SiteSettings = z.output<typeof siteSchema>;

function zField() {
  return defaulted(readZ, 'utc' as const, {
    description:
      'Whether a time that ends in Z is UTC, or local time as in the templates of older themes. Default: utc.',
    examples: ['local'],
  });
}
