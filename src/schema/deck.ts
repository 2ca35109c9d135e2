import { z } from 'zod';
import { optionalField, type Reader } from './field.ts';
import { mapField } from './map.ts';
import { pageBasics } from './page-basics.ts';
import { pageBody } from './page-body.ts';
import { pageLinks } from './page-links.ts';
import { readFlag, readNames, readText } from './text.ts';
import { readWallTime } from './wall-time.ts';

const { slides: _, ...links } = pageLinks;

/** Accepts any value, because it is not used. */
const readUnused: Reader<true> = Object.assign((): true => true, { json: {} });

const settings = {
  theme: optionalField(readText, {
    description: 'Accepted and ignored: slides use the design of the site, light and dark.',
    examples: ['black'],
  }),
  highlight_style: optionalField(readText, {
    description: 'Accepted and ignored: code uses the colours of the site.',
    examples: ['dracula'],
  }),
  diagram: optionalField(readFlag, {
    description:
      'Accepted and ignored. A Mermaid diagram is shown as its source; use an image instead.',
  }),
  reveal_options: optionalField(readUnused, {
    description: 'Accepted and ignored: the reveal.js options of older themes.',
  }),
};

/** The schema of the front matter of a deck of slides. */
export const deckSchema = z
  .object({
    ...pageBasics,
    ...links,
    ...pageBody,
    authors: optionalField(readNames, {
      description: 'The authors of the slides. Default: the owner of the site.',
      examples: [['Ada Example', 'me']],
    }),
    date: optionalField(readWallTime, {
      description: 'Accepted and ignored. The date is part of the talk.',
      examples: ['2024-05-22'],
    }),
    slides: mapField(settings, {
      description: 'Accepted and ignored: the display settings of Hugo Academic.',
      examples: [{ theme: 'black', highlight_style: 'dracula' }],
    }),
  })
  .meta({
    title: 'deck',
    description:
      'A title is required. The slides are Markdown below the front matter. To link a page to a deck, ' +
      'write `slides:` with the name of the file or folder of the deck. Links and address are written as ' +
      'for a talk. These keys are specific to decks or have a different meaning:',
  });

/** The parsed front matter of a deck: trimmed, with absent keys undefined. */
export type DeckFrontMatter = z.output<typeof deckSchema>;
