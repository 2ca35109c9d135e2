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
  filename: link('A picture beside the talk. Default: the file there named featured.', 'me.jpg'),
  caption: text('Words below the picture. Markdown.', 'Photo: the author'),
  alt_text: text('What the picture shows, for those who cannot see it. Default: none.'),
  focal_point: text('The part that stays when the picture is cut. Default: Center.', 'Right'),
  preview_only: optionalField(readFlag, {
    description: 'Shows the picture in lists and not on the page itself. Default: false.',
  }),
  placement: text('Accepted and not needed: how wide older themes set the picture.'),
};

const headerShape = {
  image: link('A picture, in the spelling of older themes.', 'header.jpg'),
  caption: text('Words below that picture.'),
  preview: optionalField(readFlag, {
    description: 'Accepted and not needed: whether older themes had the picture in lists.',
  }),
};

/** Who and what a page belongs to, what it links to, and its address: the same in every section. */
export const pageLinks = {
  authors: names('The speakers. Default: the owner of the site.', 'Ada Example', 'Lin Sample'),
  author: names('The same as authors.'),
  tags: names('Subjects; each has a page of its own. Default: none.', 'topology', 'knots'),
  tag: names('The same as tags.'),
  categories: names('Read as further tags.'),
  category: names('Read as further tags.'),
  keywords: names('Read as further tags.'),
  projects: names(
    'Projects the talk belongs to, by folder name; each page lists the other. Default: none.',
    'bits-per-weight',
  ),
  project: names('The same as projects.'),
  publications: names(
    'Publications the talk goes with, by folder name, BibTeX key or DOI; each page lists the other. Default: none.',
    'two-view-bound',
    '10.1000/182',
  ),
  talks: names(
    'Talks it goes with, by folder name; each page lists the other. Default: none.',
    'nyu',
  ),
  image: mapField(
    imageShape,
    { description: 'The picture of the talk. A text alone is its file name. Default: none.' },
    'filename',
  ),
  header: mapField(headerShape, { description: 'The picture, as older themes name it.' }, 'image'),
  links: linksField({
    description: 'Further links, in the order they are shown. Default: none.',
    examples: [[{ name: 'Lecture notes', url: 'notes.pdf' }]],
  }),
  url_custom: linksField({ description: 'The same as links, in older themes.' }),
  urls: linkMapField({
    description: 'Links as a map from kind to address.',
    examples: [{ slides: 'slides.pdf' }],
  }),
  link: link('A web page of the talk.', 'https://example.org/talk'),
  youtube: link('A video: its YouTube address or its id.'),
  url_code: link('Source code shown in the talk.'),
  url_pdf: link('A PDF of the talk or its paper.', 'paper.pdf'),
  url_slides: link('The slides: a file or a web address.', 'slides.pdf'),
  url_video: link(
    'A recording. One on YouTube or Vimeo, or a file beside the talk, plays on the page of the talk, and asks its host for nothing before it is pressed.',
    'https://example.org/recording',
  ),
  url_preprint: link('A preprint.'),
  url_dataset: link('Data.'),
  url_poster: link('A poster.', 'poster.pdf'),
  url_project: link('The page of a project.'),
  url_source: link('Source files of the talk or its paper.'),
  url_embed: link('A video or deck to show in a frame; given as a link.'),
  slides: link('The slides: a web address, a file, or the name of a deck.', 'slides.pdf'),
  external_link: link('A page elsewhere that stands for this talk.'),
  slug: text('The last part of the address. Default: the name of the folder or file.', 'nyu'),
  aliases: optionalField(readPaths, {
    description: 'Earlier addresses of the page; they lead to the present one. Default: none.',
    examples: [['/talk/old-name/']],
  }),
  alias: optionalField(readPaths, { description: 'The same as aliases.' }),
  redirect_from: optionalField(readPaths, { description: 'The same as aliases, in Jekyll.' }),
  permalink: link('The earlier address of the page, as academicpages writes it.'),
};
