import { optionalField } from './field.ts';
import { readLink, readPaths } from './link.ts';
import { linkMapField, linksField } from './links.ts';
import { mapField } from './map.ts';
import { readFlag, readNames, readText } from './text.ts';

const text = (description: string, ...examples: string[]) =>
  optionalField(readText, { description, ...(examples.length > 0 && { examples }) });
const link = (description: string, ...examples: string[]) =>
  optionalField(readLink, { description, ...(examples.length > 0 && { examples }) });
const names = (description: string, ...examples: string[]) =>
  optionalField(readNames, { description, ...(examples.length > 0 && { examples: [examples] }) });

const imageShape = {
  filename: link('A file next to this one. Default: the file named featured.', 'me.jpg'),
  caption: text('The caption; may contain Markdown.', 'Photo: the author'),
  alt_text: text('The alternative text, for readers who cannot see the image. Default: none.'),
  focal_point: text(
    'The part that stays visible when the image is cropped. Default: Center.',
    'Right',
  ),
  preview_only: optionalField(readFlag, {
    description: 'Shows the image in lists but not on the page itself. Default: false.',
  }),
  placement: text('Accepted and ignored: the width of the image in older themes.'),
};

const headerShape = {
  image: link('An image, in older themes.', 'header.jpg'),
  caption: text('The caption of the image.'),
  preview: optionalField(readFlag, {
    description: 'Accepted and ignored: whether older themes showed the image in lists.',
  }),
};

/** People, tags, related pages, links and the address of a page: shared by all sections. */
export const pageLinks = {
  authors: names('The speakers. Default: the owner of the site.', 'Ada Example', 'Lin Sample'),
  author: names('The same as authors.'),
  tags: names('Topics. Each tag has a page of its own. Default: none.', 'topology', 'knots'),
  tag: names('The same as tags.'),
  categories: names('Added to the tags.'),
  category: names('Added to the tags.'),
  keywords: names('Added to the tags.'),
  projects: names(
    'Related projects, by folder name. The two pages link to each other. Default: none.',
    'bits-per-weight',
  ),
  project: names('The same as projects.'),
  publications: names(
    'Related publications, by folder name, BibTeX key or DOI. The two pages link to each other. Default: none.',
    'two-view-bound',
    '10.1000/182',
  ),
  talks: names(
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
  link: link('A web page about the talk.', 'https://example.org/talk'),
  youtube: link('A video: its YouTube address or ID.'),
  url_code: link('Source code shown in the talk.'),
  url_pdf: link('A PDF of the talk or its paper.', 'paper.pdf'),
  url_slides: link('The slides: a file or a web address.', 'slides.pdf'),
  url_video: link(
    'A recording. A video on YouTube or Vimeo, or a file next to this one, plays on the page. Nothing is loaded from the video host until the visitor presses play.',
    'https://example.org/recording',
  ),
  url_preprint: link('A preprint.'),
  url_dataset: link('A dataset.'),
  url_poster: link('A poster.', 'poster.pdf'),
  url_project: link('The page of a project.'),
  url_source: link('Source files of the talk or its paper.'),
  url_embed: link('A video or deck that older themes embed; shown as a link.'),
  slides: link('The slides: a web address, a file, or the name of a deck.', 'slides.pdf'),
  external_link: link('A page on another site; shown as a link.'),
  slug: text('The last part of the address. Default: the name of the folder or file.', 'nyu'),
  aliases: optionalField(readPaths, {
    description: 'Old addresses of the page, which redirect to the current one. Default: none.',
    examples: [['/talk/old-name/']],
  }),
  alias: optionalField(readPaths, { description: 'The same as aliases.' }),
  redirect_from: optionalField(readPaths, { description: 'The same as aliases, in Jekyll.' }),
  permalink: link('An old address of the page, in academicpages.'),
};
