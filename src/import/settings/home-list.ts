import type { HomeSection } from '../../schema/home.ts';
import { isEmpty } from '../../schema/field.ts';
import type { HomeSection } from '../../schema/home-values.ts';
import { textOf } from '../old-site/old-values.ts';
import { fromWhere, type Item } from './noted-yaml.ts';
import { plainWords } from './old-words.ts';
import { settingOf, type OldWidget } from './widgets.ts';

const filters = ['tag', 'category', 'author', 'publication_type', 'tags', 'categories'];

/** Whether a list showed some pages alone: those of a tag, an author, a type. Lists here show all. */
export function isSelection(widget: OldWidget): boolean {
  const keys = [...filters.map((key) => `filters.${key}`), 'publication_type', 'tags_include'];
  return keys.some((key) => {
    const setting = settingOf(widget, key);
    return !isEmpty(setting?.value) && !['-1', '*'].includes(textOf(setting) ?? '');
  });
}

/** A part of the home page that is made from what the site has. @param isTitled Its title stands above. */
export function toHomePart(widget: OldWidget, section: HomeSection, isTitled: boolean): Item {
  const [title, count] = [settingOf(widget, 'title'), settingOf(widget, 'count')];
  const isNameless = isTitled || section === 'about' || isSelection(widget);
  const words = isNameless ? '' : plainWords(textOf(title) ?? '');
  const number = Number(textOf(count));
  const isCounted = number > 0 && !['about', 'next_talk', 'contact'].includes(section);
  const value = {
    section,
    ...(words !== '' && { title: words }),
    ...(isCounted && { count: number }),
  };
  const isPlain = Object.keys(value).length === 1;
  return {
    value: isPlain ? section : value,
    from: { ...(words !== '' && { title }), ...(isCounted && { count }) },
    note: fromWhere([widget.data]) ?? '',
  };
}
