import { checkTalk } from '../../model/talk/check-talk.ts';
import { reservedSlugs } from '../../model/page/addresses.ts';
import { toRawDeliveries } from '../../model/talk/raw-deliveries.ts';
import {
  isTalk,
  talkKeys,
  talkSchema,
  toTalkCode,
  type TalkFrontMatter,
} from '../../schema/talk.ts';
import { toRawLinks } from '../../model/page/raw-links.ts';
import { selectPdfLinks, type PdfLink } from '../assets/page-pdfs.ts';
import type { Section } from './section.ts';
import { toTalkLinkTargets, toTalkTexts } from '../../model/talk/talk.ts';

/** `content/talks/`. */
export const talkSection: Section<TalkFrontMatter> = {
  name: 'talks',
  noun: 'talk',
  schema: talkSchema,
  keys: talkKeys,
  reserved: reservedSlugs,
  accepts: isTalk,
  toCode: toTalkCode,
  texts: toTalkTexts,
  links: toTalkLinkTargets,
  pdfs: toPdfLinks,
  check: checkTalk,
};

/** Returns the links to the slides, poster and paper of a talk, and to the slides of its deliveries. */
function toPdfLinks(talk: TalkFrontMatter): PdfLink[] {
  const deliverySlides = toRawDeliveries(talk).flatMap(({ slides }) =>
    slides ? [{ path: slides.path, url: slides.value, hasPreview: true }] : [],
  );
  return [...selectPdfLinks(toRawLinks(talk)), ...deliverySlides];
}
