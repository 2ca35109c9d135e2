import type { HomeSection } from '../../schema/home.ts';
import { flagOf, itemsOf, textOf, shownIn } from '../old-site/old-values.ts';
import { cvSectionOf, type CvSection } from './widget-cv.ts';
import { peopleKind, settingOf, type OldWidget } from './widgets.ts';

/** What becomes of a widget besides its text. */
export interface HomeChoice {
  section?: HomeSection;
  /** Where else its settings are. */
  to?: string;
  /** Why there is no section for it. */
  reason?: string;
}

const ofKind: Readonly<Record<string, HomeSection>> = {
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

const ofCv: Partial<Record<CvSection, HomeSection>> = {
  ...{ work: 'experience', education: 'education', awards: 'awards', skills: 'skills' },
};

const ofTags = 'Talks are listed by tag at /talks/tags/, publications at /publications/.';

const reasons: Readonly<Record<string, string>> = {
  tag_cloud: ofTags,
  tags: ofTags,
  'tag-cloud': ofTags,
  tag: ofTags,
  search: 'Search has its own page, /search/.',
  interests: 'Interests of the owner are shown with the biography.',
  languages: 'Languages are shown in the CV.',
};

/** Widgets that list pages, by what they list when they do not say. */
const lists: Readonly<Record<string, string | undefined>> = {
  ...{ pages: 'post', collection: undefined, portfolio: 'project', featured: 'post' },
  ...{ recent: 'post', list: undefined, 'collection-grid': undefined },
};

/** Which part of the new home page shows what a widget did. */
export function homeSectionOf(widget: OldWidget): HomeChoice {
  const { kind } = widget;
  if (peopleKind.test(kind)) {
    const hasGroups = settingOf(widget, 'user_groups') !== undefined;
    return { to: hasGroups ? 'site.yaml: people_groups' : '/people/' };
  }
  const inCv = cvSectionOf(widget);
  const section = inCv
    ? ofCv[inCv]
    : (ofKind[kind] ?? (kind in lists ? listed(widget) : undefined));
  if (section) return { section };
  const reason = reasons[kind] ?? (kind in lists ? notListed(widget) : undefined);
  return reason === undefined ? {} : { reason };
}

function listed(widget: OldWidget): HomeSection | undefined {
  const { kind } = widget;
  const isFeatured =
    kind === 'featured' || flagOf(settingOf(widget, 'filters.featured_only')) === true;
  const isToCome = flagOf(settingOf(widget, 'filters.exclude_past')) === true;
  switch (typeOf(widget)) {
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

function notListed(widget: OldWidget): string {
  const type = typeOf(widget);
  return type === undefined
    ? 'It does not specify which pages to list.'
    : `It lists pages of a kind (${type}) that the home page cannot list.`;
}

/** What a list is of, in the singular; a list of nothing that has a text is that text alone. */
function typeOf(widget: OldWidget): string | undefined {
  const type = settingOf(widget, 'page_type') ?? itemsOf(settingOf(widget, 'filters.folders'))[0];
  const word = textOf(type)?.toLowerCase();
  if (word !== undefined) return word.replace(/^.*\//, '').replace(/s$/, '');
  return shownIn(widget.text) === '' ? lists[widget.kind] : undefined;
}
