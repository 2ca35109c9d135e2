import { checkTalk } from '../../model/talk/check-talk.ts';
import { reservedSlugs } from '../../model/page/addresses.ts';
import { rawDeliveries } from '../../model/talk/raw-deliveries.ts';
import { isTalk, talkKeys, talkSchema, type TalkFrontMatter } from '../../schema/talk.ts';
import { rawLinks } from '../../model/page/raw-links.ts';
import { pdfsAmong, type WrittenPdf } from '../assets/page-pdfs.ts';
import type { Section } from './section.ts';
import { rawTalkAddresses, talkTexts } from '../../model/talk/talk.ts';

/** `content/talks/`. */
export const talkSection: Section<TalkFrontMatter> = {
  name: 'talks',
  noun: 'talk',
  schema: talkSchema,
  keys: talkKeys,
  reserved: reservedSlugs,
  accepts: isTalk,
  texts: talkTexts,
  links: rawTalkAddresses,
  pdfs: pdfsOf,
  check: checkTalk,
};

/** The slides, the poster and the text of a talk, and the slides of its deliveries. */
function pdfsOf(talk: TalkFrontMatter): WrittenPdf[] {
  const ofDeliveries = rawDeliveries(talk).flatMap(({ slides }) =>
    slides ? [{ path: slides.path, url: slides.value, shown: true }] : [],
  );
  return [...pdfsAmong(rawLinks(talk)), ...ofDeliveries];
}
