import type { HomeSection } from '../../schema/home.ts';
import { isEmpty } from '../../schema/field.ts';
import { booleanOf, itemsOf, stripHtml, textOf, visibleText } from '../old-site/old-values.ts';
import { fromWhere, type Item } from './annotated-yaml.ts';
import { findCvSection, type CvSection } from './widget-cv.ts';
import { peopleKinds, widgetSetting, type OldWidget } from './widgets.ts';

/** The section of the home page for a widget. */
export interface SectionChoice {
  section?: HomeSection;
  /** Where else its settings are. */
  to?: string;
  /** Why there is no section for it. */
  reason?: string;
}

const sectionsByKind: Readonly<Record<string, HomeSection>> = {
  about: 'about',
  biography: 'about',
  avatar: 'about',
  'dev-hero': 'about',
  contact: 'contact',
  'contact-info': 'contact',
  posts: 'posts',
  talks: 'recent_talks',
  events: 'recent_talks',
  publications: 'recent_publications',
  projects: 'projects',
  courses: 'teaching',
  teaching: 'teaching',
  publications_selected: 'featured_publications',
  publications_featured: 'featured_publications',
  talks_selected: 'featured_talks',
  talks_featured: 'featured_talks',
};

const sectionsByCvSection: Partial<Record<CvSection, HomeSection>> = {
  ...{ work: 'experience', education: 'education', awards: 'awards', skills: 'skills' },
};

const tagsReason = 'Talks are listed by tag at /talks/tags/, publications at /publications/.';

const reasons: Readonly<Record<string, string>> = {
  tag_cloud: tagsReason,
  tags: tagsReason,
  'tag-cloud': tagsReason,
  tag: tagsReason,
  search: 'Search has its own page, /search/.',
  interests: 'Interests of the owner are shown with the biography.',
  languages: 'Languages are shown in the CV.',
};

/** Widgets that list pages, by what they list when they do not say. */
const listKinds: Readonly<Record<string, string | undefined>> = {
  ...{ pages: 'post', collection: undefined, portfolio: 'project', featured: 'post' },
  ...{ recent: 'post', list: undefined, 'collection-grid': undefined },
};

/** Returns the section of the new home page that shows the content of a widget. */
export function chooseHomeSection(widget: OldWidget): SectionChoice {
  const { kind } = widget;
  if (peopleKinds.test(kind)) {
    const hasGroups = widgetSetting(widget, 'user_groups') !== undefined;
    return { to: hasGroups ? 'site.yaml: people_groups' : '/people/' };
  }
  const inCv = findCvSection(widget);
  const section = inCv
    ? sectionsByCvSection[inCv]
    : (sectionsByKind[kind] ?? (kind in listKinds ? listedSection(widget) : undefined));
  if (section) return { section };
  const reason = reasons[kind] ?? (kind in listKinds ? unlistedReason(widget) : undefined);
  return reason === undefined ? {} : { reason };
}

function listedSection(widget: OldWidget): HomeSection | undefined {
  const { kind } = widget;
  const isFeatured =
    kind === 'featured' || booleanOf(widgetSetting(widget, 'filters.featured_only')) === true;
  const isToCome = booleanOf(widgetSetting(widget, 'filters.exclude_past')) === true;
  switch (listedType(widget)) {
    case 'post':
    case 'blog':
    case 'new':
      return 'posts';
    case 'talk':
    case 'event':
      return isFeatured ? 'featured_talks' : isToCome ? 'next_talk' : 'recent_talks';
    case 'publication':
      return isFeatured ? 'featured_publications' : 'recent_publications';
    case 'project':
      return 'projects';
    case 'course':
    case 'teaching':
      return 'teaching';
    default:
      return undefined;
  }
}

function unlistedReason(widget: OldWidget): string {
  const type = listedType(widget);
  return type === undefined
    ? 'It does not specify which pages to list.'
    : `It lists pages of a kind (${type}) that the home page cannot list.`;
}

/** Returns the type of the pages of a list, in the singular; undefined for a list that is only a text. */
function listedType(widget: OldWidget): string | undefined {
  const type =
    widgetSetting(widget, 'page_type') ?? itemsOf(widgetSetting(widget, 'filters.folders'))[0];
  const word = textOf(type)?.toLowerCase();
  if (word !== undefined) return word.replace(/^.*\//, '').replace(/s$/, '');
  return visibleText(widget.text) === '' ? listKinds[widget.kind] : undefined;
}

const filters = ['tag', 'category', 'author', 'publication_type', 'tags', 'categories'];

/** Returns whether a list showed only some pages, such as those of a tag. Lists of Lectern show all. */
export function isFiltered(widget: OldWidget): boolean {
  const keys = [...filters.map((key) => `filters.${key}`), 'publication_type', 'tags_include'];
  return keys.some((key) => {
    const setting = widgetSetting(widget, key);
    return !isEmpty(setting?.value) && !['-1', '*'].includes(textOf(setting) ?? '');
  });
}

/**
 * Returns the entry of `home` in site.yaml for a section.
 * @param isTitled Whether a text above it already has its title.
 */
export function toHomePart(widget: OldWidget, section: HomeSection, isTitled: boolean): Item {
  const [title, count] = [widgetSetting(widget, 'title'), widgetSetting(widget, 'count')];
  const isNameless = isTitled || section === 'about' || isFiltered(widget);
  const words = isNameless ? '' : stripHtml(textOf(title) ?? '');
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
