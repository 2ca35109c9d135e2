import { isMap } from '../../schema/describe.ts';
import { readText } from '../convert/converted-page.ts';
import { type OldValue, stripHtml } from '../old-site/old-values.ts';
import { formatSources, type YamlItem } from '../settings/annotated-yaml.ts';
import { toYear } from '../settings/cv-entries.ts';

/**
 * Converts an item of a section to entries of a list of the CV. Items of al-folio have `title`, `institution`,
 * `year` and `description`, those of RenderCV `company`, `position`, `start_date` and `highlights`.
 */
export function toCvEntry(section: string, item: OldValue): YamlItem[] {
  const values = toEntries(section, item.value);
  return values
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => !isNothing(one))))
    .filter((value) => Object.keys(value).length > 0)
    .map((value) => ({ value, from: { '': item }, note: formatSources([item]) ?? '' }));
}

type Entry = Record<string, unknown>;

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function toEntries(section: string, value: unknown): Entry[] {
  if (!isMap(value)) {
    const text = toMarkdown(value);
    return text === undefined ? [] : toNamedEntries(section, text);
  }
  const read = (...keys: string[]) => keys.map((key) => toMarkdown(value[key])).find(Boolean);
  const period = toPeriod(value);
  const items = Array.isArray(value['items']) ? (value['items'] as unknown[]) : undefined;
  if (section === 'awards' && items) {
    const titles = items.flatMap((one) => toMarkdown(one) ?? []);
    return titles.map((title) => ({ title, date: period.endDate ?? period.startDate }));
  }
  const { summary, highlights } = toDescription(value);
  const url = readText(value['url'] ?? value['website']);
  const place = read('location', 'department');
  switch (section) {
    case 'work':
      return [
        {
          position: read('position', 'title', 'name'),
          name: read('company', 'institution', 'organization', 'employer'),
          ...{ location: place, url, ...period, summary, highlights },
        },
      ];
    case 'education':
      return [
        {
          studyType: read('degree', 'studyType', 'title'),
          area: read('area'),
          institution: read('institution', 'school', 'organization'),
          ...{ url, ...period, score: read('score', 'gpa') },
          summary: [summary, ...(highlights ?? [])].filter(Boolean).join('; '),
        },
      ];
    case 'awards':
      return [
        {
          title: read('title', 'name', 'label', 'bullet'),
          awarder: read('awarder', 'institution', 'company', 'details'),
          ...{ date: period.endDate ?? period.startDate, url },
          summary: [summary, ...(highlights ?? [])].filter(Boolean).join('; '),
        },
      ];
    case 'projects':
      return [{ name: read('name', 'title'), url, ...period, description: summary, highlights }];
    case 'volunteer':
      return [
        {
          position: read('position', 'title', 'name', 'label', 'bullet'),
          organization: read('organization', 'institution', 'company', 'details'),
          ...{ url, ...period, summary, highlights },
        },
      ];
    case 'certificates':
      return [
        {
          name: read('name', 'title', 'label'),
          issuer: read('issuer', 'institution', 'organization'),
          ...{ date: period.endDate ?? period.startDate, url },
        },
      ];
    default:
      return toGroupEntries(section, value);
  }
}

/** Converts a group of skills, languages or interests: `label` and `details`, or `title` and `contents`. */
function toGroupEntries(section: string, value: Entry): Entry[] {
  const name = toMarkdown(
    value['name'] ?? value['label'] ?? value['title'] ?? value['bullet'] ?? value['language'],
  );
  const details =
    value['details'] ??
    value['summary'] ??
    value['value'] ??
    value['contents'] ??
    value['items'] ??
    value['description'] ??
    value['keywords'];
  const keywords = Array.isArray(details)
    ? details.flatMap((one: unknown) => toMarkdown(one) ?? [])
    : (toMarkdown(details)?.split(/\s*[,;]\s*/) ?? []);
  if (name === undefined) return keywords.flatMap((one) => toNamedEntries(section, one));
  if (section === 'languages') return [{ language: name, fluency: keywords.join(', ') }];
  if (section === 'references') return [{ name, reference: keywords.join(', ') }];
  return [{ name, keywords }];
}

function toNamedEntries(section: string, text: string): Entry[] {
  const keys: Record<string, string> = {
    ...{ languages: 'language', awards: 'title', education: 'studyType' },
    ...{ work: 'position', volunteer: 'position' },
  };
  return [{ [keys[section] ?? 'name']: text }];
}

/** Returns the period of an entry, from `start_date` and `end_date`, or from `year: 2019 - now`. */
function toPeriod(value: Entry): { startDate?: string | number; endDate?: string | number } {
  const [start, end] = [
    readText(value['start_date'] ?? value['startDate']),
    readText(value['end_date'] ?? value['endDate']),
  ];
  if (start !== undefined || end !== undefined) {
    return {
      ...(start !== undefined && { startDate: toYear(start) }),
      ...(end !== undefined && { endDate: toYear(end) }),
    };
  }
  const text = readText(value['year'] ?? value['date']) ?? '';
  const dates =
    text.match(/\d{4}(?:-(?:0[1-9]|1[0-2])(?!\d))?|present|now|current|ongoing/gi) ?? [];
  const [first, last] = dates.map((one) => (/^\d/.test(one) ? toYear(one) : 'present'));
  if (first === undefined) return {};
  if (last !== undefined) return { startDate: first, endDate: last };
  return /[-–—]\s*$/.test(text) ? { startDate: first } : { endDate: first };
}

/** Returns the text and the list of an entry. */
function toDescription(value: Entry): {
  summary: string | undefined;
  highlights: string[] | undefined;
} {
  const description = value['description'] ?? value['summary'];
  const list = Array.isArray(description) ? (description as unknown[]) : [];
  const highlights = Array.isArray(value['highlights']) ? (value['highlights'] as unknown[]) : [];
  const lines = [
    ...list,
    ...highlights,
    ...(Array.isArray(value['items']) ? (value['items'] as unknown[]) : []),
  ];
  return {
    summary: Array.isArray(description) ? undefined : toMarkdown(description),
    highlights: lines.flatMap(flatten),
  };
}

/** Returns the texts of a list in which an item may have a list of its own. */
function flatten(item: unknown): string[] {
  if (!isMap(item)) return toMarkdown(item) === undefined ? [] : [toMarkdown(item)!];
  const title = toMarkdown(item['title']);
  const inner = Array.isArray(item['contents'])
    ? (item['contents'] as unknown[]).flatMap(flatten)
    : [];
  const text = inner.join('; ');
  return [title === undefined ? text : text === '' ? title : `${title}: ${text}`].filter(Boolean);
}

/** Returns the Markdown of a text with HTML links. */
function toMarkdown(value: unknown): string | undefined {
  const text = readText(value);
  if (text === undefined) return undefined;
  const withLinks = text.replace(
    /<a\b[^>]*\bhref=["']([^"']*)["'][^>]*>([\s\S]*?)<\/a>/gi,
    (_, href: string, label: string) => `[${stripHtml(label)}](${href})`,
  );
  return stripHtml(withLinks) || undefined;
}

/** Formats the items of a section that no list of a CV has. */
export function formatEntries(items: readonly unknown[]): string {
  return items
    .flatMap((item) => {
      if (!isMap(item)) return toMarkdown(item) === undefined ? [] : [`- ${toMarkdown(item)}`];
      const { startDate, endDate } = toPeriod(item);
      const { summary, highlights = [] } = toDescription(item);
      const names = [
        'title',
        'name',
        'label',
        'position',
        'institution',
        'company',
        'organization',
        'value',
        'details',
      ].flatMap((key) => toMarkdown(item[key]) ?? []);
      const when = [startDate, endDate].filter((one) => one !== undefined).join('–');
      const line = [...names, when, summary].filter(Boolean).join(', ');
      return [
        ...(line === '' ? [] : [`- ${line}`]),
        ...highlights.map((one) => `${line === '' ? '' : '  '}- ${one}`),
      ];
    })
    .join('\n');
}
