import { isMap } from '../../schema/describe.ts';
import { firstValueAt, valueAt, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import type { Item } from './annotated-yaml.ts';
import { buttonLink } from './widgets.ts';

// Entries of a CV from those of widgets and profiles, in the terms of JSON Resume.

/** Converts a position: `experience` of widgets, `work` and `experience` of profiles. */
export function toWork(item: OldValue): Item {
  const entry = pickValues(item, {
    position: ['title', 'position', 'role'],
    name: ['company', 'company_name', 'org', 'organization', 'institution', 'employer'],
    url: ['company_url', 'org_url', 'url'],
    location: ['location'],
    ...periodKeys,
  });
  return addDescription(entry, firstValueAt(item, 'description', 'summary'));
}

/** Converts an award: `accomplishments` and `awards`. Without an address, that of its certificate is used. */
export function toAward(item: OldValue): Item {
  const entry = pickValues(item, {
    title: ['title', 'name'],
    awarder: ['organization', 'awarder', 'issuer', 'org', 'company'],
    date: ['date_start', 'date', 'date_end'],
    url: ['url', 'certificate_url', 'organization_url'],
  });
  return addDescription(entry, firstValueAt(item, 'description', 'summary'));
}

/** Converts service: a widget of positions whose title names service. */
export function toService(item: OldValue): Item {
  const entry = pickValues(item, {
    position: ['title', 'position', 'role'],
    organization: ['company', 'organization', 'company_name', 'org'],
    url: ['company_url', 'organization_url', 'url'],
    ...periodKeys,
  });
  return addDescription(entry, firstValueAt(item, 'description', 'summary'));
}

/** Converts a certificate, which has no field for a text. */
export function toCertificate(item: OldValue): Item {
  return pickValues(item, {
    name: ['title', 'name'],
    issuer: ['organization', 'company', 'issuer'],
    date: ['date_start', 'date', 'date_end'],
    url: ['certificate_url', 'url'],
  });
}

/** Converts a skill with its level, or a group of skills. */
export function toSkill(item: OldValue): Item {
  if (!isMap(item.value)) return { value: { name: textOf(item) }, from: { name: item } };
  const inner = itemsOf(valueAt(item, 'items'));
  const entry = pickValues(item, { name: ['name', 'label', 'title'], level: ['description'] });
  if (inner.length === 0) return entry;
  const names = inner.map((one) => firstValueAt(one, 'name', 'label', 'title') ?? one);
  const keywords = names.map((one) => textOf(one)).filter((text) => text !== undefined);
  const numbered = Object.fromEntries(names.map((one, i) => [`keywords.${i}`, one]));
  return { value: { ...entry.value, keywords }, from: { ...entry.from, ...numbered } };
}

export function toLanguage(item: OldValue): Item {
  if (!isMap(item.value)) return { value: { language: textOf(item) }, from: { language: item } };
  return pickValues(item, {
    language: ['name', 'language'],
    fluency: ['label', 'fluency', 'description'],
  });
}

export function toInterest(item: OldValue): Item {
  const name = firstValueAt(item, 'name', 'label') ?? item;
  return { value: { name: textOf(name) }, from: { name } };
}

/** Converts a degree. `year` is one year or a range of years. */
export function toDegree(item: OldValue): Item {
  const degree = pickValues(item, {
    studyType: ['course', 'degree', 'studyType', 'title', 'area'],
    institution: ['institution', 'school', 'org', 'company', 'organization'],
    url: ['company_url', 'url'],
    ...periodKeys,
    score: ['score'],
  });
  const area = firstValueAt(item, 'area');
  const subject = area && area !== degree.from['studyType'] ? textOf(area) : undefined;
  const isSecond = subject !== undefined && subject !== degree.value['studyType'];
  const year = firstValueAt(item, 'year');
  const [first, until = first] = textOf(year)?.match(/\d{4}|present/gi) ?? [];
  const entry = addDescription(
    {
      value: {
        ...degree.value,
        ...(isSecond && { area: subject }),
        ...(first !== undefined && first !== until && { startDate: toYear(first) }),
        ...(until !== undefined && { endDate: toYear(until) }),
      },
      from: {
        ...degree.from,
        ...(isSecond && { area }),
        ...(until !== undefined && { startDate: year, endDate: year }),
      },
    },
    firstValueAt(item, 'summary', 'description'),
  );
  const button = firstValueAt(item, 'button');
  const link = button && buttonLink(button);
  const { summary } = entry.value;
  const whole = [summary, link?.text].filter(Boolean).join(' ');
  const from = { ...entry.from, 'button.text': link?.from[1], 'button.url': link?.from[0] };
  return link ? { value: { ...entry.value, summary: whole }, from } : entry;
}

const periodKeys = {
  startDate: ['date_start', 'start', 'startDate', 'start_date'],
  endDate: ['date_end', 'end', 'endDate', 'end_date'],
};

/** An item whose value is a map. */
interface Entry extends Item {
  value: Record<string, unknown>;
}

/** Returns the value of the first key that is present, for each key of an entry. */
function pickValues(item: OldValue, keys: Readonly<Record<string, readonly string[]>>): Entry {
  const found = Object.entries(keys).flatMap(([key, names]): [string, OldValue][] => {
    const value = firstValueAt(item, ...names);
    return value && textOf(value) !== undefined ? [[key, value]] : [];
  });
  const value = found.map(([key, old]) => [key, /date$/i.test(key) ? toMonth(old) : textOf(old)]);
  return { value: Object.fromEntries(value) as Entry['value'], from: Object.fromEntries(found) };
}

/** As exact as themes show it: a month. Days are there because they asked for one. */
function toMonth(old: OldValue): string | number {
  const text = textOf(old) ?? '';
  return toYear(/^\d{4}-\d{2}(?=-\d{2})/.exec(text)?.[0] ?? text);
}

/** Returns a year as a number, which YAML writes without quotes. */
export function toYear(text: string): string | number {
  return /^\d{4}$/.test(text) ? Number(text) : text.toLowerCase();
}

/** Adds a description: text before a list is the summary, the items of the list are highlights. */
function addDescription(entry: Entry, written: OldValue | undefined): Entry {
  const text = textOf(written);
  if (text === undefined) return entry;
  const [before = '', ...items] = text.split(/(?:^|\n)[ \t]*[*+-][ \t]+(?=\S)/);
  const lines = [before, ...items].map((one) => one.replace(/\s*\n\s*/g, ' ').trim());
  const [summary, ...highlights] = lines;
  const isAward = 'title' in entry.value;
  const whole = isAward ? lines.filter(Boolean).join('; ') : summary;
  return {
    value: {
      ...entry.value,
      ...(whole && { summary: whole }),
      ...(highlights.length > 0 && !isAward && { highlights }),
    },
    from: { ...entry.from, summary: written },
  };
}

/** Returns the degrees of `education`, or the interests of `interests`, however the theme nests them. */
export function flattenGroups(list: OldValue | undefined): OldValue[] {
  return itemsOf(list).flatMap((item) => {
    const inner = valueAt(item, 'courses') ?? valueAt(item, 'interests');
    return inner ? itemsOf(inner) : [item];
  });
}
