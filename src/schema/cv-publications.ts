import { cvDateField } from './cv-date.ts';
import { quote } from './describe.ts';
import { isEmpty, listField, optionalField, type ReportIssue } from './field.ts';
import { linkField } from './link.ts';
import { flagField, textField } from './text.ts';

const sources = ['publications', 'none'] as const;

function readSource(value: unknown, reportIssue: ReportIssue) {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  const source = sources.find((known) => known === word);
  if (source === undefined) {
    reportIssue({
      code: 'cv/wrong-shape',
      message: `must be publications or none, not ${quote(String(value))}`,
      remedy: 'Write one of these words. The publications themselves are in content/.',
    });
  }
  return source;
}

readSource.json = { enum: [...sources] };

function readYear(value: unknown, reportIssue: ReportIssue): number | undefined {
  if (/^\d{4}$/.test(String(value).trim())) return Number(value);
  reportIssue({
    code: 'cv/wrong-shape',
    message: `must be a year, not ${quote(String(value))}`,
    remedy: 'Write four digits, such as 2020.',
  });
  return undefined;
}

readYear.json = { anyOf: [{ type: 'integer' as const }, { type: 'string' as const }] };

/** A publication in the file, or which publications of the site are listed. */
const publication = {
  name: textField('The title.', 'On the length of a description'),
  publisher: textField('The journal, proceedings or publisher.', 'Journal of Examples'),
  releaseDate: cvDateField('When it was published.', '2022-04'),
  doi: textField(
    'The DOI. If a publication of the site has the same DOI or title, it is listed once.',
    '10.1000/182',
  ),
  url: linkField('The web page. Default: none.', 'https://example.org/department'),
  summary: textField('A sentence or two about it. Default: none.'),
  entries: optionalField(readSource, {
    description:
      'Instead of a name: publications lists those of the site, none lists only those in this file. ' +
      'Default: publications.',
    examples: ['publications'],
  }),
  from: optionalField(readYear, {
    description: 'With entries: the year of the oldest publication that is listed. Default: all.',
    examples: [2020],
  }),
  featured: flagField('With entries: lists only publications with featured: true.', true),
};

function isUsable(item: Record<string, unknown>, reportIssue: ReportIssue): boolean {
  const keys = ['name', 'entries', 'from', 'featured'];
  if (keys.some((key) => !isEmpty(item[key]))) return true;
  reportIssue({
    code: 'cv/missing',
    message: 'is missing or empty',
    remedy: 'Add it, for example "name: On the length of a description".',
    path: ['name'],
  });
  return true;
}

/** The publications of a CV: entries, and a selection of the publications of the site. */
export const cvPublicationsField = listField(
  publication,
  {
    name: 'a publication',
    remedy: 'Write each entry as "- name: …", with its other keys indented below.',
    isUsable,
  },
  {
    description:
      'Publications. Those of the site are listed, too. To list fewer of them, add an entry with entries, from or featured.',
  },
);
