import { isMap } from '../../schema/describe.ts';
import {
  findFirstValue,
  findValue,
  toItems,
  toText,
  type OldValue,
} from '../old-site/old-values.ts';
import type { YamlItem } from './annotated-yaml.ts';
import { toButtonLink } from './widgets.ts';

// Entries of a CV from those of widgets and profiles, in the terms of JSON Resume.

/** Converts a position: `experience` of widgets, `work` and `experience` of profiles. */
export function toWork(item: OldValue): YamlItem {
  const entry = pickValues(item, {
    position: ['title', 'position', 'role'],
    name: ['company', 'company_name', 'org', 'organization', 'institution', 'employer'],
    url: ['company_url', 'org_url', 'url'],
    location: ['location'],
    ...periodKeys,
  });
  return addDescription(entry, findFirstValue(item, 'description', 'summary'));
}

/** Converts an award: `accomplishments` and `awards`. Without an address, that of its certificate is used. */
export function toAward(item: OldValue): YamlItem {
  const entry = pickValues(item, {
    title: ['title', 'name'],
    awarder: ['organization', 'awarder', 'issuer', 'org', 'company'],
    date: ['date_start', 'date', 'date_end'],
    url: ['url', 'certificate_url', 'organization_url'],
  });
  return addDescription(entry, findFirstValue(item, 'description', 'summary'));
}

/** Converts service: a widget of positions whose title names service. */
export function toService(item: OldValue): YamlItem {
  const entry = pickValues(item, {
    position: ['title', 'position', 'role'],
    organization: ['company', 'organization', 'company_name', 'org'],
    url: ['company_url', 'organization_url', 'url'],
    ...periodKeys,
  });
  return addDescription(entry, findFirstValue(item, 'description', 'summary'));
}

/** Converts a certificate, which has no field for a text. */
export function toCertificate(item: OldValue): YamlItem {
  return pickValues(item, {
    name: ['title', 'name'],
    issuer: ['organization', 'company', 'issuer'],
    date: ['date_start', 'date', 'date_end'],
    url: ['certificate_url', 'url'],
  });
}

/** Converts a skill with its level, or a group of skills. */
export function toSkill(item: OldValue): YamlItem {
  if (!isMap(item.value)) return { value: { name: toText(item) }, from: { name: item } };
  const children = toItems(findValue(item, 'items'));
  const entry = pickValues(item, { name: ['name', 'label', 'title'], level: ['description'] });
  if (children.length === 0) return entry;
  const names = children.map((one) => findFirstValue(one, 'name', 'label', 'title') ?? one);
  const keywords = names.map((one) => toText(one)).filter((text) => text !== undefined);
  const numbered = Object.fromEntries(names.map((one, i) => [`keywords.${i}`, one]));
  return { value: { ...entry.value, keywords }, from: { ...entry.from, ...numbered } };
}

/** Converts a language with its level. */
export function toLanguage(item: OldValue): YamlItem {
  if (!isMap(item.value)) return { value: { language: toText(item) }, from: { language: item } };
  return pickValues(item, {
    language: ['name', 'language'],
    fluency: ['label', 'fluency', 'description'],
  });
}

/** Converts an interest. */
export function toInterest(item: OldValue): YamlItem {
  const name = findFirstValue(item, 'name', 'label') ?? item;
  return { value: { name: toText(name) }, from: { name } };
}

/** Converts a degree. `year` is one year or a range of years. */
export function toDegree(item: OldValue): YamlItem {
  const degree = pickValues(item, {
    studyType: ['course', 'degree', 'studyType', 'title', 'area'],
    institution: ['institution', 'school', 'org', 'company', 'organization'],
    url: ['company_url', 'url'],
    ...periodKeys,
    score: ['score'],
  });
  const area = findFirstValue(item, 'area');
  const subject = area && area !== degree.from['studyType'] ? toText(area) : undefined;
  const isDistinct = subject !== undefined && subject !== degree.value['studyType'];
  const year = findFirstValue(item, 'year');
  const [first, last = first] = toText(year)?.match(/\d{4}|present/gi) ?? [];
  const entry = addDescription(
    {
      value: {
        ...degree.value,
        ...(isDistinct && { area: subject }),
        ...(first !== undefined && first !== last && { startDate: toYear(first) }),
        ...(last !== undefined && { endDate: toYear(last) }),
      },
      from: {
        ...degree.from,
        ...(isDistinct && { area }),
        ...(last !== undefined && { startDate: year, endDate: year }),
      },
    },
    findFirstValue(item, 'summary', 'description'),
  );
  const button = findFirstValue(item, 'button');
  const link = button && toButtonLink(button);
  const { summary } = entry.value;
  const fullSummary = [summary, link?.text].filter(Boolean).join(' ');
  const from = { ...entry.from, 'button.text': link?.from[1], 'button.url': link?.from[0] };
  return link ? { value: { ...entry.value, summary: fullSummary }, from } : entry;
}

const periodKeys = {
  startDate: ['date_start', 'start', 'startDate', 'start_date'],
  endDate: ['date_end', 'end', 'endDate', 'end_date'],
};

/** An item whose value is a map. */
interface Entry extends YamlItem {
  value: Record<string, unknown>;
}

/** Returns the value of the first key that is present, for each key of an entry. */
function pickValues(item: OldValue, keys: Readonly<Record<string, readonly string[]>>): Entry {
  const sources = Object.entries(keys).flatMap(([key, names]): [string, OldValue][] => {
    const value = findFirstValue(item, ...names);
    return value && toText(value) !== undefined ? [[key, value]] : [];
  });
  const value = sources.map(([key, old]) => [key, /date$/i.test(key) ? toMonth(old) : toText(old)]);
  return { value: Object.fromEntries(value) as Entry['value'], from: Object.fromEntries(sources) };
}

/** Returns the month of a date, as themes show it. They asked for a day, which is often arbitrary. */
function toMonth(old: OldValue): string | number {
  const text = toText(old) ?? '';
  return toYear(/^\d{4}-\d{2}(?=-\d{2})/.exec(text)?.[0] ?? text);
}

/** Returns a year as a number, which YAML writes without quotes. */
export function toYear(text: string): string | number {
  return /^\d{4}$/.test(text) ? Number(text) : text.toLowerCase();
}

/** Adds a description: text before a list is the summary, the items of the list are highlights. */
function addDescription(entry: Entry, description: OldValue | undefined): Entry {
  const text = toText(description);
  if (text === undefined) return entry;
  const [before = '', ...items] = text.split(/(?:^|\n)[ \t]*[*+-][ \t]+(?=\S)/);
  const lines = [before, ...items].map((one) => one.replace(/\s*\n\s*/g, ' ').trim());
  const [summary, ...highlights] = lines;
  const isAward = 'title' in entry.value;
  const fullSummary = isAward ? lines.filter(Boolean).join('; ') : summary;
  return {
    value: {
      ...entry.value,
      ...(fullSummary && { summary: fullSummary }),
      ...(highlights.length > 0 && !isAward && { highlights }),
    },
    from: { ...entry.from, summary: description },
  };
}

/** Returns the degrees of `education`, or the interests of `interests`, however the theme nests them. */
export function flattenGroups(list: OldValue | undefined): OldValue[] {
  return toItems(list).flatMap((item) => {
    const children = findValue(item, 'courses') ?? findValue(item, 'interests');
    return children ? toItems(children) : [item];
  });
}
