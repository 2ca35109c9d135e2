import type { HomeSection } from '../../schema/home.ts';
import { isEmpty } from '../../schema/field.ts';
import { toBoolean, toItems, stripHtml, toText, toVisibleText } from '../old-site/old-values.ts';
import { formatSources, type YamlItem } from './annotated-yaml.ts';
import { findCvSection, type CvSection } from './widget-cv.ts';
import { peopleKinds, findWidgetSetting, type OldWidget } from './widgets.ts';
import { findOwn } from '../../schema/own-value.ts';

/** The section of the home page for a widget. */
export interface SectionChoice {
  section?: HomeSection;
  /** The file or page that has its settings instead. */
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

const unlistedReasons: Readonly<Record<string, string>> = {
  tag_cloud: tagsReason,
  tags: tagsReason,
  'tag-cloud': tagsReason,
  tag: tagsReason,
  search: 'Search has its own page, /search/.',
  interests: 'Interests of the owner are shown with the biography.',
  languages: 'Languages are shown in the CV.',
};

/** Widgets that list pages, and the type of pages that they list by default. */
const listKinds: Readonly<Record<string, string | undefined>> = {
  ...{ pages: 'post', collection: undefined, portfolio: 'project', featured: 'post' },
  ...{ recent: 'post', list: undefined, 'collection-grid': undefined },
};

/** Returns the section of the new home page that shows the content of a widget. */
export function chooseHomeSection(widget: OldWidget): SectionChoice {
  const { kind } = widget;
  if (peopleKinds.test(kind)) {
    const hasGroups = findWidgetSetting(widget, 'user_groups') !== undefined;
    return { to: hasGroups ? 'site.yaml: people_groups' : '/people/' };
  }
  const cvSection = findCvSection(widget);
  const section = cvSection
    ? sectionsByCvSection[cvSection]
    : (findOwn(sectionsByKind, kind) ??
      (Object.hasOwn(listKinds, kind) ? findListedSection(widget) : undefined));
  if (section) return { section };
  const reason =
    findOwn(unlistedReasons, kind) ??
    (Object.hasOwn(listKinds, kind) ? explainUnlisted(widget) : undefined);
  return reason === undefined ? {} : { reason };
}

function findListedSection(widget: OldWidget): HomeSection | undefined {
  const { kind } = widget;
  const isFeatured =
    kind === 'featured' || toBoolean(findWidgetSetting(widget, 'filters.featured_only')) === true;
  const isUpcoming = toBoolean(findWidgetSetting(widget, 'filters.exclude_past')) === true;
  switch (findListedType(widget)) {
    case 'post':
    case 'blog':
    case 'new':
      return 'posts';
    case 'talk':
    case 'event':
      return isFeatured ? 'featured_talks' : isUpcoming ? 'next_talk' : 'recent_talks';
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

function explainUnlisted(widget: OldWidget): string {
  const type = findListedType(widget);
  return type === undefined
    ? 'It does not specify which pages to list.'
    : `It lists pages of a kind (${type}) that the home page cannot list.`;
}

/** Returns the type of the pages of a list, in the singular; undefined for a list that is only a text. */
function findListedType(widget: OldWidget): string | undefined {
  const type =
    findWidgetSetting(widget, 'page_type') ??
    toItems(findWidgetSetting(widget, 'filters.folders'))[0];
  const word = toText(type)?.toLowerCase();
  if (word !== undefined) return word.replace(/^.*\//, '').replace(/s$/, '');
  return toVisibleText(widget.text) === '' ? findOwn(listKinds, widget.kind) : undefined;
}

const filterKeys = ['tag', 'category', 'author', 'publication_type', 'tags', 'categories'];

/** Returns whether a list showed only some pages, such as those of a tag. Lists of Lectern show all. */
export function isFiltered(widget: OldWidget): boolean {
  const keys = [...filterKeys.map((key) => `filters.${key}`), 'publication_type', 'tags_include'];
  return keys.some((key) => {
    const setting = findWidgetSetting(widget, key);
    return !isEmpty(setting?.value) && !['-1', '*'].includes(toText(setting) ?? '');
  });
}

/**
 * Returns the entry of `home` in site.yaml for a section.
 * @param isTitled Whether a text above it already has its title.
 */
export function toHomePart(widget: OldWidget, section: HomeSection, isTitled: boolean): YamlItem {
  const [title, count] = [findWidgetSetting(widget, 'title'), findWidgetSetting(widget, 'count')];
  const omitsTitle = isTitled || section === 'about' || isFiltered(widget);
  const titleText = omitsTitle ? '' : stripHtml(toText(title) ?? '');
  const countValue = Number(toText(count));
  const hasCount = countValue > 0 && !['about', 'next_talk', 'contact'].includes(section);
  const value = {
    section,
    ...(titleText !== '' && { title: titleText }),
    ...(hasCount && { count: countValue }),
  };
  const isNameOnly = Object.keys(value).length === 1;
  return {
    value: isNameOnly ? section : value,
    from: { ...(titleText !== '' && { title }), ...(hasCount && { count }) },
    note: formatSources([widget.data]) ?? '',
  };
}
