import { z } from 'zod';
import { describe, quote } from './describe.ts';
import {
  listField,
  mapField,
  optionalField,
  requiredField,
  type FieldDocs,
  type Reader,
  type ReportIssue,
} from './field.ts';
import { homeField } from './home.ts';
import { hostField } from './host.ts';
import { emptyJson, linkJson, textJson } from './json-schema.ts';
import { linkField, readLink, readProfileLink } from './link.ts';
import { siteMacrosField } from './macros.ts';
import { sectionsField } from './sections.ts';
import { readBase, readOrigin, readSiteName, readSiteTimeZone } from './site-identity.ts';
import { flagField, namesField, readText, textField } from './text.ts';

// The readers come first, because the fields below need their `json`.

/** Reads a BCP 47 language tag, in its canonical spelling. */
function readLanguage(value: unknown, reportIssue: ReportIssue): string | undefined {
  const text = readText(value, reportIssue);
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    const remedy = 'Write a BCP 47 language tag, such as en-GB or de.';
    reportIssue({
      code: 'site/language',
      message: `${quote(text)} is not a valid language tag`,
      remedy,
    });
    return undefined;
  }
}

readLanguage.json = textJson;

/** The typefaces included in Lectern; `src/styles/typefaces.ts` has their files. */
export const typefaceNames = ['newsreader', 'literata', 'source-serif'] as const;

export type TypefaceName = (typeof typefaceNames)[number];

/** Reads the name of a typeface, in any case, with hyphens or spaces. */
function readTypeface(value: unknown, reportIssue: ReportIssue): TypefaceName | undefined {
  const text = readText(value, reportIssue);
  const simplified = text?.toLowerCase().replaceAll(' ', '-').replace(/-4$/, '');
  const name = typefaceNames.find((known) => known === simplified);
  if (name !== undefined || text === undefined) return name;
  reportIssue({
    code: 'site/typeface',
    message: `${quote(text)} is not a typeface included in Lectern`,
    remedy: `Choose one of these: ${typefaceNames.join(', ')}.`,
  });
  return undefined;
}

readTypeface.json = { anyOf: [{ enum: typefaceNames }, textJson] };

/** Reads a colour as six hexadecimal digits. */
function readColour(value: unknown, reportIssue: ReportIssue): string | undefined {
  const text = typeof value === 'number' ? String(value).padStart(6, '0') : value;
  const digits = typeof text === 'string' ? /^#?([0-9a-f]{6})$/i.exec(text.trim())?.[1] : undefined;
  if (digits !== undefined) return `#${digits.toLowerCase()}`;
  reportIssue({
    code: 'site/colour',
    message: `${typeof text === 'string' ? quote(text) : describe(text)} is not a hexadecimal colour`,
    remedy: "Write # and six hexadecimal digits in quotes, such as '#7b1e2c'.",
  });
  return undefined;
}

readColour.json = textJson;

/** Reads the target of a menu entry: a path from the root of the site, or a web address. */
function readMenuTarget(value: unknown, reportIssue: ReportIssue): string | undefined {
  const link = readLink(value, reportIssue);
  if (link === undefined || /^(\/(?!\/)|https?:\/\/)/.test(link)) return link;
  reportIssue({
    code: 'site/navigation',
    message: `${quote(link)} is neither a path on this site nor a web address`,
    result: 'so the entry is left out',
    remedy: 'Write a path that starts with a slash, such as /talks/, or an https address.',
  });
  return undefined;
}

readMenuTarget.json = linkJson;

/** Reads the meaning of a time that ends in Z. */
function readZMeaning(value: unknown, reportIssue: ReportIssue): 'utc' | 'local' | undefined {
  if (value === 'utc' || value === 'local') return value;
  reportIssue({
    code: 'site/wrong-shape',
    message: `must be utc or local, not ${typeof value === 'string' ? quote(value) : describe(value)}`,
    remedy: 'Write utc or local.',
  });
  return undefined;
}

readZMeaning.json = { enum: ['utc', 'local'] };

/** A field with a default value. */
function fieldWithDefault<T>(read: Reader<T>, defaultValue: T, docs: FieldDocs) {
  return optionalField(read, docs)
    .transform((value): T => value ?? defaultValue)
    .meta({ ...docs, shape: read.json, alsoAccepts: [emptyJson] });
}

function requiredSetting<T>(
  key: string,
  read: Reader<T>,
  { code = 'site/incomplete', ...docs }: FieldDocs & { code?: string },
) {
  const remedy = `Add it, for example "${key}: ${String(docs.examples?.[0])}".`;
  const result = 'so the entry is left out';
  return requiredField(read, { code, message: 'is missing or empty', remedy, result }, docs);
}

/** A list of entries with a name and a url. @param entry An entry with its article: `a link`. */
function entriesField<Shape extends z.ZodRawShape>(shape: Shape, entry: string, docs: FieldDocs) {
  const remedy = 'Write each one as "- name: …", with "url: …" on the next line.';
  return listField(shape, { name: entry, remedy }, docs)
    .transform((items) => items ?? [])
    .meta({ ...docs, allowsSingle: true });
}

const linkShape = {
  name: requiredSetting('name', readText, { description: 'The link text.', examples: ['Code'] }),
  url: requiredSetting('url', readProfileLink, {
    description: 'The target: a web address, a mailto: address, or a path on this site.',
    examples: ['https://example.org/ada'],
  }),
  icon: textField('The icon before the link text, by its name in the pack.', 'github'),
  icon_pack: textField('The icon pack: fas, far, fab or ai. Default: fas.', 'fab'),
};

const navigationShape = {
  name: requiredSetting('name', readText, { description: 'The link text.', examples: ['Talks'] }),
  url: requiredSetting('url', readMenuTarget, {
    description: 'The target: a path on this site, or a web address.',
    examples: ['/talks/'],
  }),
};

/** The schema of content/site.yaml: who the site is about and how it is published. */
export const siteSchema = z
  .strictObject({
    name: requiredSetting('name', readSiteName, {
      code: 'site/missing',
      description: 'Your name, which is also the title of the site. Required.',
      examples: ['Ada Example'],
    }),
    role: textField('What you do. Default: none.', 'Professor of Statistics'),
    affiliation: mapField(
      {
        name: requiredSetting('name', readText, {
          description: 'The institution.',
          examples: ['University of Example'],
        }),
        url: linkField('Its web page. Default: none.'),
      },
      { description: 'Where you work: a name, or a name and a url. Default: none.' },
      'name',
    ),
    description: textField('One sentence about the site, for search engines and feeds.'),
    url: optionalField(readOrigin, {
      description:
        'The address of the published site, without a path. Default: none; feeds need an address and ' +
        'then use https://example.org.',
      examples: ['https://ada.example.org'],
    }),
    base: fieldWithDefault(readBase, '/', {
      description: 'The path of the site on its host. Default: /.',
      examples: ['/~ada'],
    }),
    host: hostField,
    icon: textField(
      'The icon in the browser tab: a file in public/. Default: a lectern.',
      'favicon.svg',
    ),
    accent: optionalField(readColour, {
      description:
        'The accent colour, for links and upcoming talks. It is darkened or lightened where the ' +
        "contrast would be too low. Default: '#7b1e2c', a dark red.",
      examples: ["'#1f3a5f'"],
    }),
    typeface: fieldWithDefault(readTypeface, 'newsreader' as const, {
      description:
        'The typeface of all text: newsreader, literata or source-serif. Default: newsreader.',
      examples: ['literata'],
    }),
    language: fieldWithDefault(readLanguage, 'en-GB', {
      description: 'The language of the site, as a BCP 47 tag. Default: en-GB.',
      examples: ['en-US', 'de'],
    }),
    timezone: optionalField(readSiteTimeZone, {
      description: 'The IANA time zone of talks without a timezone. Default: none is shown.',
      examples: ['Europe/Berlin'],
    }),
    links: entriesField(linkShape, 'a link', {
      description: 'Your profiles and contact addresses. Default: none.',
    }),
    navigation: entriesField(navigationShape, 'a menu entry', {
      description: 'The menu, in order. Default: the sections with content.',
    }),
    sections: sectionsField,
    home: homeField,
    people_groups: namesField(
      'The groups of the list of people, in order. Default: sorted by name.',
      'Staff',
      'Students',
      'Alumni',
    ),
    feed: mapField(
      {
        title: textField('The title of the feeds. Default: your name and ": talks".'),
        description: textField('One sentence about the feeds. Default: description of the site.'),
      },
      { description: 'The title and description of the feeds. Default: based on your name.' },
    ),
    macros: siteMacrosField,
    follow_links: flagField('Follows symbolic links out of the site. Default: false.', true),
    times: z
      .preprocess((value) => value ?? undefined, z.strictObject({ z: zMeaningField() }).optional())
      .optional()
      .transform((times) => times ?? { z: 'utc' as const })
      .meta({
        description: 'How to read times of day. Default: { z: utc }.',
        examples: [{ z: 'local' }],
        alsoAccepts: [{ type: 'null' }],
      }),
  })
  .meta({ title: 'site' });

/** The settings of the site after reading, with all defaults filled in. */
export type SiteSettings = z.output<typeof siteSchema>;

function zMeaningField() {
  return fieldWithDefault(readZMeaning, 'utc' as const, {
    description:
      'Whether a time that ends in Z is UTC, or local time as in the templates of older themes. Default: utc.',
    examples: ['local'],
  });
}
