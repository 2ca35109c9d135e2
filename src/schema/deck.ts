import { z } from 'zod';
import { optionalField, type Reader } from './field.ts';
import { mapField } from './map.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readFlag, readNames, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

const { slides: _, ...links } = pageLinks;

/** Takes anything, because nothing here depends on it. */
const readUnused: Reader<true> = Object.assign((): true => true, { json: {} });

const settings = {
  theme: optionalField(readText, {
    description: 'Accepted and not needed: slides have the look of the site, light and dark.',
    examples: ['black'],
  }),
  highlight_style: optionalField(readText, {
    description: 'Accepted and not needed: code has the inks of the site.',
    examples: ['dracula'],
  }),
  diagram: optionalField(readFlag, {
    description:
      'Accepted. A diagram in Mermaid is shown as its source: put a picture in its place.',
  }),
  reveal_options: optionalField(readUnused, {
    description: 'Accepted and not needed: how older themes set up reveal.js.',
  }),
};

/** What the front matter of a deck of slides may hold. */
export const deckSchema = z
  .object({
    ...pageBasics,
    ...links,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'Whose slides they are. Default: the owner of the site.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description: 'Accepted. The talk says when it was given.',
      examples: ['2024-05-22'],
    }),
    slides: mapField(settings, {
      description: 'How Hugo Academic was to show the deck. Nothing of it is needed here.',
      examples: [{ theme: 'black', highlight_style: 'dracula' }],
    }),
  })
  .meta({
    title: 'deck',
    description:
      'A title is required; the slides follow it as Markdown. A page names the deck by `slides:` and the ' +
      'name of its file or folder. What it links to and its address are written as for a talk; these ' +
      'keys are its own or mean something else:',
  });

/** A deck's front matter after reading: trimmed, with absent keys undefined. */
export type DeckFrontMatter = z.output<typeof deckSchema>;
