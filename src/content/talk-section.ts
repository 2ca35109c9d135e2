import { checkTalk } from '../model/check-talk.ts';
import { reservedSlugs } from '../model/url.ts';
import { writtenDeliveries } from '../model/written-deliveries.ts';
import { writtenAddresses, writtenLinks } from '../model/written-links.ts';
import { writtenTexts } from '../model/written-texts.ts';
import { isNotATalk, talkKeys, talkSchema, type TalkFrontMatter } from '../schema/talk.ts';
import { decksAmong } from './deck-links.ts';
import type { Section, WrittenDeck } from './section.ts';

/** `content/talks/`. */
export const talkSection: Section<TalkFrontMatter> = {
  name: 'talks',
  noun: 'talk',
  schema: talkSchema,
  keys: talkKeys,
  reserved: reservedSlugs,
  isForeign: isNotATalk,
  texts: writtenTexts,
  links: writtenAddresses,
  decks: decksOf,
  check: checkTalk,
};

/** The slides, the poster and the text of a talk, and the slides of its deliveries. */
function decksOf(talk: TalkFrontMatter): WrittenDeck[] {
  const ofDeliveries = writtenDeliveries(talk).flatMap(({ slides }) =>
    slides ? [{ path: slides.path, url: slides.value, shown: true }] : [],
  );
  return [...decksAmong(writtenLinks(talk)), ...ofDeliveries];
}
