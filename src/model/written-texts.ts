import type { TalkFrontMatter } from '../schema/talk.ts';

/** The texts of a talk as written: which key of which old theme says what. */
export interface WrittenTexts {
  title: string;
  subtitle?: string | undefined;
  event?: string | undefined;
  venue?: string | undefined;
  summary?: string | undefined;
  abstract?: string | undefined;
  caption?: string | undefined;
}

/** Of several keys with one meaning the newest theme's wins. academicpages calls the event `venue`. */
export function writtenTexts(talk: TalkFrontMatter): WrittenTexts {
  return {
    title: talk.title,
    subtitle: talk.subtitle,
    event: talk.event_name ?? talk.event ?? talk.venue ?? talk.event_short,
    venue: talk.location ?? ((talk.event_name ?? talk.event) ? talk.venue : undefined),
    summary: talk.summary ?? talk.abstract_short ?? talk.excerpt ?? talk.description,
    abstract: talk.abstract,
    caption: talk.image?.caption ?? talk.header?.caption,
  };
}

/** The key that a text was taken from, for messages. */
export function keyOfText(talk: TalkFrontMatter, text: keyof WrittenTexts): (string | number)[] {
  if (text === 'caption') return talk.image?.caption ? ['image', 'caption'] : ['header', 'caption'];
  const keys = {
    title: ['title'],
    subtitle: ['subtitle'],
    event: ['event_name', 'event', 'venue', 'event_short'],
    venue: ['location', 'venue'],
    summary: ['summary', 'abstract_short', 'excerpt', 'description'],
    abstract: ['abstract'],
  } as const;
  return [keys[text].find((key) => talk[key] !== undefined) ?? text];
}
