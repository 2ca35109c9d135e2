import { z } from 'zod';
import { dateField } from './date-text.ts';
import { mapField, presenceField } from './field.ts';
import { derivedTitleField, pageBasics, pageBody, pageLinks } from './page-keys.ts';
import { flagField, peopleField, textField } from './text.ts';

const { slides: _, ...links } = pageLinks;

const settings = {
  theme: textField(
    'Accepted and ignored: slides use the design of the site, light and dark.',
    'black',
  ),
  highlight_style: textField('Accepted and ignored: code uses the colours of the site.', 'dracula'),
  diagram: flagField(
    'Accepted and ignored. A Mermaid diagram is shown as its source; use an image instead.',
  ),
  reveal_options: presenceField('Accepted and ignored: the reveal.js options of older themes.'),
};

/** The schema of the front matter of a deck of slides. */
export const deckSchema = z
  .object({
    ...pageBasics,
    title: derivedTitleField,
    ...links,
    ...pageBody,
    authors: peopleField(
      'The authors of the slides. Default: the owner of the site.',
      'Ada Example',
      'me',
    ),
    date: dateField('Accepted and ignored. The date is part of the talk.', '2024-05-22'),
    slides: mapField(settings, {
      description: 'Accepted and ignored: the display settings of Hugo Academic.',
      examples: [{ theme: 'black', highlight_style: 'dracula' }],
    }),
  })
  .meta({
    title: 'deck',
    description:
      'The slides are Markdown below the front matter. To link a page to a deck, ' +
      'write `slides:` with the name of the file or folder of the deck. Links and address are written as ' +
      'for a talk. These keys are specific to decks or have a different meaning:',
  });

/** The parsed front matter of a deck: trimmed, with absent keys undefined. */
export type DeckFrontMatter = z.output<typeof deckSchema>;
