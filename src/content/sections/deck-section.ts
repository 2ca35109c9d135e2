import { extname } from 'node:path';
import { deckLinks } from '../../model/deck.ts';
import { checkLinks } from '../../model/talk/talk-links.ts';
import { pageTexts } from '../../model/written-texts.ts';
import { deckSchema, type DeckFrontMatter } from '../../schema/deck.ts';
import { isEmpty } from '../../schema/field.ts';
import { isOtherPage } from '../../schema/other-pages.ts';
import type { Finding } from '../../schema/finding.ts';
import { ignoredTalkKeys } from '../../schema/talk.ts';
import type { Problem } from '../problems/problem.ts';
import { toPageProblems, type ReadPage } from '../pages/read-page.ts';
import type { Section } from './section.ts';

/** `content/slides/`: slides in Markdown, which become a deck to be shown. */
export const deckSection: Section<DeckFrontMatter> = {
  name: 'slides',
  noun: 'deck',
  schema: deckSchema,
  keys: [...Object.keys(deckSchema.shape), ...ignoredTalkKeys, 'type'],
  reserved: [],
  isForeign: (data) => isOtherPage(data, !isEmpty(data['date'])),
  texts: (deck) => pageTexts({ ...deck, slides: undefined }),
  links: deckLinks,
  pdfs: () => [],
  check: (deck, findFile) => checkLinks(deckLinks(deck), findFile),
  highlights: true,
  slides: true,
  // Pages name it by this, whatever its address.
  extra: (_, { stem }) => stem,
  checkTogether: (decks) => decks.flatMap(checkKind),
};

/** What of a file makes no slides. */
function checkKind(deck: ReadPage): Problem[] {
  const isMdx = extname(deck.file.path) === '.mdx';
  if (isMdx) return toPageProblems([mdx], deck, 'deck');
  return deck.written.body.trim() === '' ? toPageProblems([empty], deck, 'deck') : [];
}

/** MDX is a program, whose parts are not known before it runs: there is no telling slides apart. */
const mdx: Finding = {
  ...{ path: [], position: { line: 1, column: 1 }, severity: 'error', code: 'deck/mdx' },
  message: 'slides are Markdown, and this file is MDX',
  remedy: 'Call it .md, and write its components as HTML.',
};

const empty: Finding = {
  ...{ path: ['title'], severity: 'warning', code: 'deck/empty' },
  message: 'below the front matter there are no slides',
  remedy: 'Write them there, with a line of --- between two, or take the file away.',
};
