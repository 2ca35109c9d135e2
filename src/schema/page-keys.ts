import { quote } from './describe.ts';
import {
  createField,
  isEmpty,
  mapField,
  optionalField,
  presenceField,
  requiredField,
  type ReportIssue,
} from './field.ts';
import { textJson } from './json-schema.ts';
import { pageMacrosField } from './macros.ts';
import { linkField, linkMapField, linksField, pathsField } from './link.ts';
import { flagField, namesField, peopleField, readText, textField } from './text.ts';
import { dateField } from './date-text.ts';

/** Reads a title. Without a readable one there is no page. */
function readTitle(value: unknown, reportIssue: ReportIssue): string | undefined {
  return readText(value, (issue) => {
    const code = issue.code === 'wrong-shape' ? 'title-unreadable' : issue.code;
    reportIssue({ ...issue, code });
  });
}

readTitle.json = textJson;

/** Reads a BCP 47 language tag. Another value is a warning. */
function readPageLanguage(value: unknown, reportIssue: ReportIssue): string | undefined {
  const text = readText(value, reportIssue);
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    reportIssue({
      code: 'page-language',
      message: `${quote(text)} is not a valid language tag`,
      remedy: 'Write a BCP 47 language tag, such as en-GB or de.',
    });
    return undefined;
  }
}

readPageLanguage.json = textJson;

/** The key of Jekyll and Hugo. `parsePageText` reads `published: false` as `draft: true`. */
const publishedField = presenceField(
  'Set to false, it is the same as draft: true. Other values are ignored.',
  false,
);

/** The title of a page and when it is shown: shared by all sections except talks. */
export const pageBasics = {
  title: titleField('The title. Required.'),
  subtitle: textField('A second line below the title. Default: none.'),
  summary: textField('One or two sentences for lists. Default: none.'),
  abstract_short: textField('A short abstract, used if summary is missing.'),
  excerpt: textField('The same as summary, in academicpages.'),
  description: textField('The same as summary, used if summary is missing.'),
  publishDate: dateField('The page is not published before this time. Default: published at once.'),
  lastmod: dateField('When the page was last changed. Default: unknown.'),
  expiryDate: dateField('The page is not published from this time on. Default: no end.'),
  featured: flagField(
    'Marks the page as featured. The home page shows featured publications. Default: false.',
    true,
  ),
  selected: flagField('The same as featured, in older themes.', true),
  draft: flagField('Keeps the page off the published site. Default: false.', true),
  published: publishedField,
  private: flagField('Hides the page from search engines. Default: false.', true),
  math: flagField(
    'Typesets formulas. Set it to false to show dollar signs as written. Default: true.',
    true,
  ),
  macros: pageMacrosField,
};

/** The keys of pages with a full text below the front matter. */
export const pageBody = {
  abstract: textField('Used if summary is missing, as in older themes.'),
  highlight: flagField(
    'Highlights the syntax of code blocks with a language. Default: true.',
    false,
  ),
  diagram: flagField(
    'Accepted and ignored. A Mermaid diagram is shown as its source; use an image instead.',
    false,
  ),
};

const imageShape = {
  filename: linkField('A file next to this one. Default: the file named featured.', 'me.jpg'),
  caption: textField('The caption; may contain Markdown.', 'Photo: the author'),
  alt_text: textField('The alternative text, for readers who cannot see the image. Default: none.'),
  focal_point: textField(
    'The part that stays visible when the image is cropped. Default: Center.',
    'Right',
  ),
  preview_only: flagField('Shows the image in lists but not on the page itself. Default: false.'),
  placement: textField('Accepted and ignored: the width of the image in older themes.'),
};

const headerShape = {
  image: linkField('An image, in older themes.', 'header.jpg'),
  caption: textField('The caption of the image.'),
  preview: flagField('Accepted and ignored: whether older themes showed the image in lists.'),
};

/** People, tags, related pages, links and the address of a page: shared by all sections. */
export const pageLinks = {
  authors: peopleField(
    'The speakers: names, or maps with a name, of which only the name is used. Default: the owner of the site.',
    'Ada Example',
    'Lin Sample',
  ),
  author: peopleField('The same as authors.'),
  tags: namesField('Topics. Each tag has a page of its own. Default: none.', 'topology', 'knots'),
  tag: namesField('The same as tags.'),
  series: namesField('Added to the tags.'),
  categories: namesField('Added to the tags.'),
  category: namesField('Added to the tags.'),
  keywords: namesField('Added to the tags.'),
  author_notes: namesField('Accepted, but not shown: notes on the authors, in older themes.'),
  lang: optionalField(readPageLanguage, {
    description:
      'The language of the page as a BCP 47 tag, for screen readers, feeds and search engines. Default: the language of the site.',
    examples: ['de'],
  }),
  language: optionalField(readPageLanguage, { description: 'The same as lang.' }),
  projects: namesField(
    'Related projects, by folder name. The two pages link to each other. Default: none.',
    'bits-per-weight',
  ),
  project: namesField('The same as projects.'),
  publications: namesField(
    'Related publications, by folder name, BibTeX key or DOI. The two pages link to each other. Default: none.',
    'two-view-bound',
    '10.1000/182',
  ),
  talks: namesField(
    'Related talks, by folder name. The two pages link to each other. Default: none.',
    'nyu',
  ),
  image: mapField(
    imageShape,
    { description: 'The image of the talk: its file name, or a map. Default: none.' },
    'filename',
  ),
  header: mapField(headerShape, { description: 'The image, in older themes.' }, 'image'),
  links: linksField({
    description: 'More links, in the order shown. Default: none.',
    examples: [[{ name: 'Lecture notes', url: 'notes.pdf' }]],
  }),
  url_custom: linksField({ description: 'The same as links, in older themes.' }),
  urls: linkMapField({
    description: 'Links, as a map from kind to address.',
    examples: [{ slides: 'slides.pdf' }],
  }),
  link: linkField('A web page about the talk.', 'https://example.org/talk'),
  youtube: linkField('A video: its YouTube address or ID.'),
  url_code: linkField('Source code shown in the talk.'),
  url_pdf: linkField('A PDF of the talk or its paper.', 'paper.pdf'),
  url_slides: linkField('The slides: a file or a web address.', 'slides.pdf'),
  url_video: linkField(
    'A recording. A video on YouTube or Vimeo, or a file next to this one, plays on the page. Nothing is loaded from the video host until the visitor presses play.',
    'https://example.org/recording',
  ),
  url_preprint: linkField('A preprint.'),
  url_dataset: linkField('A dataset.'),
  url_poster: linkField('A poster.', 'poster.pdf'),
  url_project: linkField('The page of a project.'),
  url_source: linkField('Source files of the talk or its paper.'),
  url_embed: linkField('A video or deck that older themes embed; shown as a link.'),
  slides: linkField('The slides: a web address, a file, or the name of a deck.', 'slides.pdf'),
  external_link: linkField('A page on another site; shown as a link.'),
  redirect_to: linkField('The same as external_link, in Jekyll.'),
  slug: textField('The last part of the address. Default: the name of the folder or file.', 'nyu'),
  aliases: pathsField(
    'Old addresses of the page, which redirect to the current one. Default: none.',
    ['/talk/old-name/'],
  ),
  alias: pathsField('The same as aliases.'),
  redirect_from: pathsField('The same as aliases, in Jekyll.'),
  permalink: linkField('An old address of the page, in academicpages.'),
};

/** Keys of other themes that all sections ignore without a warning. */
export const ignoredPageKeys: readonly string[] = [
  ...[
    'active',
    'advanced',
    'build',
    'cascade',
    'citation_image',
    'cms_exclude',
    'collection',
    'commentable',
  ],
  ...[
    'comments',
    'content',
    'content_meta',
    'cover',
    'cssclass',
    'date',
    'design',
    'diagram',
    'editable',
  ],
  ...['extra', 'format', 'gallery', 'gallery_item', 'headless', 'highlight'],
  ...['highlight_languages', 'highlight_style', 'icon', 'icon_pack', 'id', 'isCJKLanguage'],
  ...['layout', 'linkTitle', 'list_format', 'markup', 'menu', 'output'],
  ...['outputs', 'pager', 'params', 'past', 'profile', 'publicity_entry', 'reading_time'],
  ...['resources', 'robots', 'sections', 'seo', 'share', 'show_breadcrumb'],
  ...['show_date', 'show_related', 'sitemap', 'spacing', 'toc'],
  ...['translationKey', 'upcoming', 'url', 'view', 'weight', 'widget'],
  ...['prev', 'next', 'sidebar', 'breadcrumb', 'breadcrumbs'],
  // R Markdown and Pandoc.
  ...['always_allow_html', 'bibliography', 'biblio-style', 'classoption', 'csl', 'documentclass'],
  ...['editor_options', 'fontsize', 'geometry', 'header-includes', 'knit', 'link-citations'],
  ...['linkcolor', 'nocite', 'urlcolor', 'vignette'],
  // Exports of WordPress, and other themes of Jekyll.
  ...['author_email', 'author_login', 'author_profile', 'author_url', 'classes', 'date_gmt'],
  ...['entries_layout', 'meta', 'modified_gmt', 'parent', 'password', 'post_format', 'related'],
  ...['status', 'toc_icon', 'toc_label', 'toc_sticky', 'wordpress_id', 'wordpress_url'],
];

/**
 * Returns whether a file in the folder of a section is a page with content. Older themes also keep
 * widgets and undated list and landing pages there.
 */
export function isContentPage(data: Record<string, unknown>, isDated: boolean): boolean {
  if (['widget', 'headless', 'cascade'].some((key) => isSet(data[key]))) return false;
  if (isDated) return true;
  if (isEmpty(data['title']) || isSet(data['sections'])) return false;
  const landing = /^(landing|widget_page|archive)/i;
  return !['type', 'layout'].some((key) => landing.test(String(data[key] ?? '')));
}

function isSet(value: unknown): boolean {
  return !isEmpty(value) && value !== false && value !== 'false';
}

/** A required title. */
export function titleField(description: string) {
  const missing = {
    code: 'title-missing',
    message: 'is missing or empty',
    remedy: 'Write the title in quotes, for example title: "On Growth and Form".',
  };
  return requiredField(readTitle, missing, { description, examples: ['On Growth and Form'] });
}

/** The title of a page that can also be derived from its text. */
export const derivedTitleField = titleField(
  'The title. Default: the first heading of the text, else the name of the file or folder.',
).meta({ needed: false });

/** Reads the position in a list. As in Hugo, 0 is no position, and pages with a position come first. */
function readWeight(value: unknown, reportIssue: ReportIssue): number | undefined {
  const text = readText(value, reportIssue);
  if (text === undefined) return undefined;
  const weight = Number(text);
  if (Number.isInteger(weight)) return weight === 0 ? undefined : weight;
  reportIssue({
    code: 'project/weight',
    message: `${quote(text)} is not a whole number`,
    remedy: 'Write a number such as 10. The page with the lowest number comes first.',
  });
  return undefined;
}

readWeight.json = textJson;

/** A field that holds the position in a list. */
export const weightField = createField(readWeight);
