import { valueAt, itemsOf, textOf, type OldValue } from '../old-site/old-values.ts';
import { fromWhere, type Item, type ListLine } from './annotated-yaml.ts';
import * as entries from './cv-entries.ts';
import { flattenGroups } from './cv-entries.ts';
import type { OldOwner } from './owner.ts';
import { widgetSetting, showsSkills, type OldWidget } from './widgets.ts';

/** Where the entries of a section are. */
interface Source {
  section: CvSection;
  toItem: (item: OldValue) => Item;
  /** Keys of a widget that hold them. */
  own: readonly string[];
  /** Keys of the owner's profile that do. */
  profile: readonly string[];
}

const inWidgets = ['experience', 'item', 'items'];
const sources: Readonly<Record<CvSection, Omit<Source, 'section'>>> = {
  work: { toItem: entries.toWork, own: inWidgets, profile: ['work', 'experience'] },
  education: { toItem: entries.toDegree, own: [...inWidgets, 'education'], profile: ['education'] },
  awards: { toItem: entries.toAward, own: inWidgets, profile: ['awards'] },
  volunteer: { toItem: entries.toService, own: inWidgets, profile: ['volunteer'] },
  certificates: { toItem: entries.toCertificate, own: inWidgets, profile: ['certificates'] },
  skills: { toItem: entries.toSkill, own: ['feature', 'items', 'categories'], profile: ['skills'] },
  languages: { toItem: entries.toLanguage, own: ['items'], profile: ['languages'] },
  interests: { toItem: entries.toInterest, own: ['interests'], profile: ['interests'] },
};

const toSource = (section: CvSection): Source => ({ section, ...sources[section] });

/** The order of the sections in the file. */
const sectionOrder: readonly CvSection[] = [
  ...(['work', 'education', 'awards', 'volunteer', 'certificates'] as const),
  ...(['skills', 'languages', 'interests'] as const),
];

interface WidgetCv {
  lines: ListLine[];
  /** The sections of cv.yaml to which a widget has given its entries. */
  sectionsOf(widget: OldWidget): string[];
}

/**
 * Returns the CV from the widgets of the old site, with the education and interests of the owner. Without
 * entries in widgets there is no CV, because the home page shows education and interests.
 */
export function mapWidgetCv(widgets: readonly OldWidget[], owner: OldOwner | undefined): WidgetCv {
  const found = new Map<string, Item[]>();
  const shown = new Map<OldWidget, string[]>();
  const add = (section: string, items: readonly Item[], widget?: OldWidget) => {
    if (items.length === 0) return;
    found.set(section, [...(found.get(section) ?? []), ...items]);
    if (widget) shown.set(widget, [...(shown.get(widget) ?? []), section]);
  };
  const taken = new Set<OldValue['key']>();
  const ofOwner = ({ section, toItem, profile }: Source, widget?: OldWidget) => {
    for (const list of profile.map((key) => owner?.find(key))) {
      if (!list || taken.has(`${list.file} ${list.key}`)) continue;
      taken.add(`${list.file} ${list.key}`);
      add(section, flattenGroups(list).map(toItem), widget);
    }
  };
  for (const widget of widgets.filter(({ hiddenReason }) => hiddenReason === undefined)) {
    const section = findCvSection(widget);
    if (section === undefined) continue;
    const source = toSource(section);
    const own = itemsOf(widgetSetting(widget, ...source.own)).map(source.toItem);
    if (own.length > 0) add(section, own, widget);
    else ofOwner(source, widget);
  }
  const sectionsOf = (widget: OldWidget) => shown.get(widget) ?? [];
  if (found.size === 0) return { lines: [], sectionsOf };
  const about = widgets.filter(
    ({ kind, hiddenReason }) => kind === 'about' && hiddenReason === undefined,
  );
  for (const source of [toSource('education'), toSource('interests')]) {
    ofOwner(source);
    for (const widget of about) {
      add(source.section, flattenGroups(valueAt(widget.data, source.section)).map(source.toItem));
    }
  }
  const lines = sectionOrder.flatMap((key): ListLine[] => {
    const items =
      found.get(key)?.filter(({ value }) => Object.keys(value as object).length > 0) ?? [];
    const noted = items.map((item) => ({ ...item, note: describeSource(item) }));
    return items.length > 0 ? [{ key, items: noted as Item[] }] : [];
  });
  return { lines, sectionsOf };
}

/** Names the source of an entry by the first of its keys. */
function describeSource({ from }: Item): string | undefined {
  const [first] = Object.values(from).filter((one) => one !== undefined);
  if (!first) return undefined;
  const key = /^(.*\.\d+)\.[^.]+$/.exec(first.key)?.[1] ?? first.key;
  return fromWhere([{ ...first, key }]);
}

/** A section of a CV that a widget may show. */
export type CvSection =
  | 'work'
  | 'education'
  | 'awards'
  | 'volunteer'
  | 'certificates'
  | 'skills'
  | 'languages'
  | 'interests';

const sectionsByKind: Readonly<Record<string, CvSection>> = {
  ...{ experience: 'work', work: 'work', education: 'education' },
  ...{ accomplishments: 'awards', awards: 'awards' },
  ...{ skills: 'skills', featurette: 'skills', features: 'skills', 'tech-stack': 'skills' },
  ...{ languages: 'languages', interests: 'interests' },
};

/** The themes have one widget for everything with a time and a place. Its title shows what it contains. */
const sectionsByTitle: readonly [RegExp, CvSection][] = [
  [/educat|degree|stud(y|ies|ium)|academic background|ausbildung|formation|estudios/i, 'education'],
  [/award|grant|funding|honou?r|prize|fellowship|scholarship|preise/i, 'awards'],
  [/certif|licen[cs]e|courses taken/i, 'certificates'],
  [/service|volunt|committee|review|outreach|leadership|ehrenamt/i, 'volunteer'],
];

/** Returns the CV section of the entries of a widget; undefined for other widgets. */
export function findCvSection(widget: OldWidget): CvSection | undefined {
  const { kind } = widget;
  const section = Object.hasOwn(sectionsByKind, kind) ? sectionsByKind[kind] : undefined;
  if (/^featur/.test(kind) && !showsSkills(widget)) return undefined;
  if (section !== 'work' && section !== 'awards') return section;
  const title = textOf(widgetSetting(widget, 'title')) ?? '';
  const told = sectionsByTitle.find(([words]) => words.test(title))?.[1];
  const isOwn = widgetSetting(widget, 'experience', 'item', 'items') !== undefined;
  return (isOwn && told) || section;
}
