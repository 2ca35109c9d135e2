import { extname } from 'node:path';
import { toRawDeckLinks } from '../../model/deck/deck.ts';
import { checkLinks } from '../../model/page/page-links.ts';
import { toPageTexts } from '../../model/page/page-texts.ts';
import { deckSchema, type DeckFrontMatter } from '../../schema/deck.ts';
import { isEmpty } from '../../schema/field.ts';
import { ignoredPageKeys, isContentPage } from '../../schema/page-keys.ts';
import type { Finding } from '../../schema/finding.ts';
import type { Problem } from '../parse/problem.ts';
import { toPageProblems, type ParsedPage } from './parsed-page.ts';
import type { Section } from './section.ts';

/** `content/slides/`: slides in Markdown, each file one deck. */
export const deckSection: Section<DeckFrontMatter> = {
  name: 'slides',
  noun: 'deck',
  schema: deckSchema,
  keys: [...Object.keys(deckSchema.shape), ...ignoredPageKeys, 'type'],
  reserved: [],
  derivesTitle: true,
  accepts: (data) => isContentPage(data, !isEmpty(data['date'])),
  texts: (deck) => toPageTexts({ ...deck, slides: undefined }),
  links: toRawDeckLinks,
  pdfs: () => [],
  check: (deck, findFile) => checkLinks(toRawDeckLinks(deck), findFile),
  highlights: true,
  slides: true,
  // Other pages refer to a deck by the name of its folder or file, even if it has a slug.
  toSectionData: (_, { stem }) => stem,
  checkAcrossPages: (decks) => decks.flatMap(checkDeck),
};

/** Reports files that cannot be shown as slides. */
function checkDeck(deck: ParsedPage): Problem[] {
  const isMdx = extname(deck.file.path) === '.mdx';
  if (isMdx) return toPageProblems([mdxFinding], deck, 'deck');
  return deck.parsed.body.trim() === '' ? toPageProblems([emptyFinding], deck, 'deck') : [];
}

/** MDX is a program, which cannot be split into slides before it runs. */
const mdxFinding: Finding = {
  ...{ path: [], position: { line: 1, column: 1 }, code: 'deck/mdx' },
  message: 'this file is MDX, but slides must be plain Markdown',
  remedy: 'Rename the file to .md, and replace its components with HTML.',
};

const emptyFinding: Finding = {
  ...{ path: ['title'], code: 'deck/empty' },
  message: 'there are no slides below the front matter, so the deck is empty',
  remedy: 'Write the slides there, with a line of --- between them, or delete the file.',
};
