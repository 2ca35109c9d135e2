import { findOwn } from '../../schema/own-value.ts';
import { findValue, toItems, toText, type OldValue } from '../old-site/old-values.ts';
import { formatSources, type YamlItem, type YamlList } from './annotated-yaml.ts';
import * as entries from './cv-entries.ts';
import { flattenGroups } from './cv-entries.ts';
import type { OldOwner } from './owner.ts';
import { findWidgetSetting, showsSkills, type OldWidget } from './widgets.ts';

/** The sources of the entries of a section. */
interface SectionSource {
  section: CvSection;
  toItem: (item: OldValue) => YamlItem;
  /** The keys of a widget that contain the entries. */
  widgetKeys: readonly string[];
  /** The keys of the owner's profile that contain the entries. */
  profileKeys: readonly string[];
}

const widgetKeys = ['experience', 'item', 'items'];
const sources: Readonly<Record<CvSection, Omit<SectionSource, 'section'>>> = {
  work: { toItem: entries.toWork, widgetKeys, profileKeys: ['work', 'experience'] },
  education: {
    toItem: entries.toDegree,
    widgetKeys: [...widgetKeys, 'education'],
    profileKeys: ['education'],
  },
  awards: { toItem: entries.toAward, widgetKeys, profileKeys: ['awards'] },
  volunteer: { toItem: entries.toService, widgetKeys, profileKeys: ['volunteer'] },
  certificates: {
    toItem: entries.toCertificate,
    widgetKeys,
    profileKeys: ['certificates'],
  },
  skills: {
    toItem: entries.toSkill,
    widgetKeys: ['feature', 'items', 'categories'],
    profileKeys: ['skills'],
  },
  languages: { toItem: entries.toLanguage, widgetKeys: ['items'], profileKeys: ['languages'] },
  interests: { toItem: entries.toInterest, widgetKeys: ['interests'], profileKeys: ['interests'] },
};

const toSource = (section: CvSection): SectionSource => ({ section, ...sources[section] });

/** The order of the sections in the file. */
const sectionOrder: readonly CvSection[] = [
  ...(['work', 'education', 'awards', 'volunteer', 'certificates'] as const),
  ...(['skills', 'languages', 'interests'] as const),
];

interface WidgetCv {
  lines: YamlList[];
  /** The sections of cv.yaml to which a widget has given its entries. */
  sectionsOf(widget: OldWidget): string[];
}

/**
 * Returns the CV from the widgets of the old site, with the education and interests of the owner. Without
 * entries in widgets there is no CV, because the home page shows education and interests.
 */
export function mapWidgetCv(widgets: readonly OldWidget[], owner: OldOwner | undefined): WidgetCv {
  const itemsBySection = new Map<string, YamlItem[]>();
  const sectionsByWidget = new Map<OldWidget, string[]>();
  const add = (section: string, items: readonly YamlItem[], widget?: OldWidget) => {
    if (items.length === 0) return;
    itemsBySection.set(section, [...(itemsBySection.get(section) ?? []), ...items]);
    if (widget) sectionsByWidget.set(widget, [...(sectionsByWidget.get(widget) ?? []), section]);
  };
  const usedLists = new Set<OldValue['key']>();
  const addFromProfile = (
    { section, toItem, profileKeys: keys }: SectionSource,
    widget?: OldWidget,
  ) => {
    for (const list of keys.map((key) => owner?.find(key))) {
      if (!list || usedLists.has(`${list.file} ${list.key}`)) continue;
      usedLists.add(`${list.file} ${list.key}`);
      add(section, flattenGroups(list).map(toItem), widget);
    }
  };
  for (const widget of widgets.filter(({ hiddenReason }) => hiddenReason === undefined)) {
    const section = findCvSection(widget);
    if (section === undefined) continue;
    const source = toSource(section);
    const items = toItems(findWidgetSetting(widget, ...source.widgetKeys)).map(source.toItem);
    if (items.length > 0) add(section, items, widget);
    else addFromProfile(source, widget);
  }
  const sectionsOf = (widget: OldWidget) => sectionsByWidget.get(widget) ?? [];
  if (itemsBySection.size === 0) return { lines: [], sectionsOf };
  const aboutWidgets = widgets.filter(
    ({ kind, hiddenReason }) => kind === 'about' && hiddenReason === undefined,
  );
  for (const source of [toSource('education'), toSource('interests')]) {
    addFromProfile(source);
    for (const widget of aboutWidgets) {
      add(source.section, flattenGroups(findValue(widget.data, source.section)).map(source.toItem));
    }
  }
  const lines = sectionOrder.flatMap((key): YamlList[] => {
    const items =
      itemsBySection.get(key)?.filter(({ value }) => Object.keys(value as object).length > 0) ?? [];
    const annotated = items.map((item) => ({ ...item, note: describeSource(item) }));
    return items.length > 0 ? [{ key, items: annotated as YamlItem[] }] : [];
  });
  return { lines, sectionsOf };
}

/** Names the source of an entry by the first of its keys. */
function describeSource({ from }: YamlItem): string | undefined {
  const [source] = Object.values(from).filter((one) => one !== undefined);
  if (!source) return undefined;
  const key = /^(.*\.\d+)\.[^.]+$/.exec(source.key)?.[1] ?? source.key;
  return formatSources([{ ...source, key }]);
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
  const section = findOwn(sectionsByKind, kind);
  if (/^featur/.test(kind) && !showsSkills(widget)) return undefined;
  if (section !== 'work' && section !== 'awards') return section;
  const title = toText(findWidgetSetting(widget, 'title')) ?? '';
  const sectionByTitle = sectionsByTitle.find(([words]) => words.test(title))?.[1];
  const hasEntries = findWidgetSetting(widget, 'experience', 'item', 'items') !== undefined;
  return (hasEntries && sectionByTitle) || section;
}
