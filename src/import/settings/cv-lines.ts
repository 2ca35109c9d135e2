import { inside, itemsOf, type OldValue } from '../old-site/old-values.ts';
import * as entries from './cv-entries.ts';
import { cvSectionOf, type CvSection } from './cv-kind.ts';
import { fromWhere, type Item, type ListLine } from './noted-yaml.ts';
import type { OldOwner } from './old-owner.ts';
import { settingOf, type OldWidget } from './widgets.ts';

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

const sourceOf = (section: CvSection): Source => ({ section, ...sources[section] });

/** The order of the sections in the file. */
const order: readonly CvSection[] = [
  ...(['work', 'education', 'awards', 'volunteer', 'certificates'] as const),
  ...(['skills', 'languages', 'interests'] as const),
];

export interface OldCv {
  lines: ListLine[];
  /** The sections of cv.yaml to which a widget has given its entries. */
  sectionsOf(widget: OldWidget): string[];
}

/**
 * The CV that the old site showed in widgets. Education and interests of the owner join it; alone they
 * make none, since the home page has them.
 */
export function cvOf(widgets: readonly OldWidget[], owner: OldOwner | undefined): OldCv {
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
      add(section, degreesIn(list).map(toItem), widget);
    }
  };
  for (const widget of widgets.filter(({ off }) => off === undefined)) {
    const section = cvSectionOf(widget);
    if (section === undefined) continue;
    const source = sourceOf(section);
    const own = itemsOf(settingOf(widget, ...source.own)).map(source.toItem);
    if (own.length > 0) add(section, own, widget);
    else ofOwner(source, widget);
  }
  const sectionsOf = (widget: OldWidget) => shown.get(widget) ?? [];
  if (found.size === 0) return { lines: [], sectionsOf };
  const about = widgets.filter(({ kind, off }) => kind === 'about' && off === undefined);
  for (const source of [sourceOf('education'), sourceOf('interests')]) {
    ofOwner(source);
    for (const widget of about) {
      add(source.section, degreesIn(inside(widget.data, source.section)).map(source.toItem));
    }
  }
  const lines = order.flatMap((key): ListLine[] => {
    const items =
      found.get(key)?.filter(({ value }) => Object.keys(value as object).length > 0) ?? [];
    const noted = items.map((item) => ({ ...item, note: noteOf(item) }));
    return items.length > 0 ? [{ key, items: noted as Item[] }] : [];
  });
  return { lines, sectionsOf };
}

/** The degrees in `education`, or the interests in `interests`, however the theme nests them. */
export function degreesIn(list: OldValue | undefined): OldValue[] {
  return itemsOf(list).flatMap((item) => {
    const inner = inside(item, 'courses') ?? inside(item, 'interests');
    return inner ? itemsOf(inner) : [item];
  });
}

/** The entry as a whole, by the first of its keys. */
function noteOf({ from }: Item): string | undefined {
  const [first] = Object.values(from).filter((one) => one !== undefined);
  if (!first) return undefined;
  const key = /^(.*\.\d+)\.[^.]+$/.exec(first.key)?.[1] ?? first.key;
  return fromWhere([{ ...first, key }]);
}
